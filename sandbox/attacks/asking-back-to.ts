import type { Strike } from './attack.ts'

/** Begins a login at the bank that is to end at this address. It must be refused where it stands: nobody is sent anywhere. */
export const askingBackTo =
  (address: (portal: URL) => string): Strike =>
  async (scene) => {
    const wanted = address(new URL(scene.pages.portals['omera-bank'] ?? ''))
    const query = `act=open-account&return_to=${encodeURIComponent(wanted)}`
    const answer = await scene.send({ path: `/omera-bank/login?${query}`, headers: { 'sec-fetch-dest': 'document' } })
    if (answer.headers['location'] !== undefined) scene.wrong('sends the browser somewhere')
    if (JSON.stringify(answer).includes('evil')) scene.wrong('the address comes back')
    return answer
  }
