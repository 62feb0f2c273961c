import { defineAttack } from '../attack.ts'

/** The portal's path may hold `%0d%0a`: it stays escaped, in the header as in the address. */
export default defineAttack({
  name: 'line-break-escaped-twice',
  rows: ['G01'],
  says: 'ends a line in the way back, escaped once more than usual',
  answeredAs: 'login-denied',
  leaves: { audit: { 'login-refused login-denied': 1 }, logins: { PENDING: -1, 'FAILED login-denied': 1 } },
  done: async (scene) => {
    const browser = scene.browser()
    const query = 'act=open-account&return_to=/%250d%250aSet-Cookie:split=1'
    const begun = await browser.visit(`${scene.api}/omera-bank/login?${query}`)
    const back = await scene.atEsignet({ browser, authorizeUrl: begun.headers['location']?.[0] ?? '' })
    const denied = new URL(back.redirectTo)
    denied.searchParams.delete('code')
    denied.searchParams.set('error', 'access_denied')
    await scene.mark()
    const answer = await browser.visit(denied.toString())
    const [location = ''] = answer.headers['location'] ?? []
    if (!location.includes('/%0d%0aSet-Cookie:split=1?')) scene.wrong(`the way back is now ${location}`)
    if ((answer.headers['set-cookie'] ?? []).some((line) => line.includes('split'))) scene.wrong('a cookie was added')
    return answer
  },
})
