import { throughout } from '../../faults/fault.ts'
import { defineAttack } from '../attack.ts'
import type { Answer } from '../http.ts'
import type { Scene } from '../scene.ts'

/** What the log says of a refusal that no audit event tells. */
const lost = '"auditLost":true'

const atLogin = async (scene: Scene) => () => scene.browser().visit(`${scene.api}/omera-bank/login?act=open-account`)

const onTheWayBack = async (scene: Scene) => {
  const { browser, redirectTo } = await scene.comeBack()
  return () => browser.visit(redirectTo)
}

const whileAway =
  (door: string, error: string, prepare: (scene: Scene) => Promise<() => Promise<Answer>>) => async (scene: Scene) => {
    const visit = await prepare(scene)
    await scene.fail([{ service: 'dynamodb', door, error, times: throughout }])
    await scene.mark()
    const before = await scene.logged(lost)
    const answer = await visit()
    if ((await scene.logged(lost)) !== before + 1) scene.wrong('the log does not say that an audit event is lost')
    return answer
  }

/** The refusal is told all the same, and the log speaks for the audit trail. */
export default defineAttack({
  name: 'audit-trail-away',
  rows: ['H01', 'H12'],
  says: 'logs in while no table answers, not even that of the audit trail',
  answeredAs: 'store-unavailable',
  leaves: {},
  asks: { discovery: 1, par: 1 },
  ways: Object.fromEntries(
    ['InternalServerError', 'AccessDeniedException'].flatMap((error) => [
      [`at login: ${error}`, whileAway('login', error, atLogin)],
      [`on the way back: ${error}`, whileAway('callback', error, onTheWayBack)],
    ]),
  ),
})
