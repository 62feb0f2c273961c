import { setTimeout as wait } from 'node:timers/promises'
import { defineAttack } from '../attack.ts'

/** The last write finds nothing to finish, so it keeps nothing; and no row comes to be where none was. */
export default defineAttack({
  name: 'row-gone-in-the-exchange',
  rows: ['H06', 'H10'],
  says: 'is in the middle of an exchange when the row of the login is deleted',
  answeredAs: 'transaction-replayed',
  leaves: { audit: { 'login-refused transaction-replayed': 1 }, logins: { PENDING: -1 } },
  asks: { discovery: 1, jwks: 1, token: 1, userinfo: 1 },
  done: async (scene) => {
    const { browser, redirectTo, state } = await scene.comeBack()
    await scene.fail([
      { service: 'dynamodb', operation: 'TransactWriteItems', door: 'callback', delay: 1_000, times: 1 },
    ])
    await scene.mark()
    const visited = browser.visit(redirectTo)
    for (let looks = 0; (await scene.counted()).faultsMet === 0 && looks < 200; looks += 1) await wait(20)
    await scene.loseLogin(state)
    return visited
  },
})
