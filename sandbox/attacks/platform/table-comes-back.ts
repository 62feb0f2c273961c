import { throughout } from '../../faults/fault.ts'
import { defineAttack } from '../attack.ts'
import { saidBy } from '../http.ts'
import type { Scene } from '../scene.ts'

const whileAway = (error: string) => async (scene: Scene) => {
  await scene.logIn()
  const { browser, redirectTo } = await scene.comeBack()
  await scene.fail([{ service: 'dynamodb', operation: 'UpdateItem', door: 'callback', error, times: throughout }])
  await scene.mark()
  const said = saidBy(await browser.visit(redirectTo))
  if (said !== 'store-unavailable') scene.wrong(`while the table was away the answer was ${said}`)
  await scene.fail([])
  const answer = await browser.visit(redirectTo)
  const { coldStarts } = await scene.counted()
  if (Object.values(coldStarts).some((count) => count > 0)) scene.wrong('a function had to be renewed')
  return answer
}

/** Nothing was begun while the table was away, so that the person need not begin again; nor need any function. */
export default defineAttack({
  name: 'table-comes-back',
  rows: ['H01', 'H14'],
  says: 'comes back while the table of logins is away, and reloads the page when it is there again',
  answeredAs: 'accepted',
  leaves: {
    audit: { 'login-refused store-unavailable': 1, 'login-completed permit': 1 },
    logins: { PENDING: -1, DONE: 1 },
    sessions: 1,
  },
  asks: { discovery: 1, jwks: 1, token: 1, userinfo: 1 },
  ways: Object.fromEntries(['ThrottlingException', 'KMSDisabledException'].map((error) => [error, whileAway(error)])),
})
