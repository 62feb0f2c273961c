import { defineAttack } from '../attack.ts'

const hour = 3600

export default defineAttack({
  name: 'session-expired-but-still-there',
  rows: ['H09'],
  says: 'asks with a session whose time is over and whose row is still there',
  answeredAs: 'session-expired',
  leaves: {},
  ways: Object.fromEntries(
    [
      ['a moment late', 8 * hour],
      ['two days late', 56 * hour],
      ['when the claims are over, too', 6 * 366 * 24 * hour],
    ].map(([way, functions]) => [
      way,
      async (scene) => {
        const browser = await scene.logIn()
        await scene.setClock({ functions: Number(functions) })
        await scene.mark()
        return browser.ask(`${scene.api}/omera-bank/session`)
      },
    ]),
  ),
})
