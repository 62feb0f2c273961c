import { defineAttack, type Strike } from '../attack.ts'
import type { Scene } from '../scene.ts'

const asked =
  (origins: (scene: Scene) => readonly string[]): Strike =>
  async (scene) => {
    const person = await scene.logIn()
    await scene.mark()
    const cookie = [...person.cookies].map((pair) => pair.join('=')).join('; ')
    const answers = []
    for (const origin of origins(scene)) {
      const answer = await scene.send({ path: '/omera-bank/session', headers: { cookie, origin } })
      const shared = answer.headers['access-control-allow-origin'] ?? []
      if (shared.length > 0 && !Object.values(scene.pages.portals).includes(shared.join().toLowerCase()))
        scene.wrong(`what the session door says is shared with ${shared}`)
      answers.push(answer)
    }
    return answers
  }

/** The session door sees the cookie of a person who is logged in; only the page of this service may have the answer. */
export default defineAttack({
  name: 'asked-by-a-page-of-another-origin',
  rows: ['G13'],
  says: "lets the person's browser read the session from another page",
  answeredAs: 'origin-not-allowed',
  leaves: {},
  ways: {
    'a stranger': asked(() => ['https://evil.example', 'null', 'file://']),
    'a name like the portal': asked(({ pages }) => {
      const portal = pages.portals['omera-bank'] ?? ''
      return [`${portal}.evil.example`, portal.replace('//', '//evil-'), `${portal}/`, portal.toUpperCase()]
    }),
    'the portal of another service': asked(({ pages }) => [pages.portals['visa'] ?? '']),
  },
})
