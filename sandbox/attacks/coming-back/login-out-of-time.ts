import { defineAttack } from '../attack.ts'
import type { CameBack, Scene } from '../scene.ts'

const backAfter = (passes: (scene: Scene, back: CameBack) => Promise<void>) => async (scene: Scene) => {
  const back = await scene.comeBack()
  await passes(scene, back)
  await scene.mark()
  return back.browser.visit(back.redirectTo)
}

const now = (): number => Math.floor(Date.now() / 1000)

/** DynamoDB deletes what has expired within days, not at once: the row is there, and the time in it counts. */
export default defineAttack({
  name: 'login-out-of-time',
  rows: ['A04'],
  says: 'comes back to a login that is over and still in the table',
  answeredAs: 'transaction-expired',
  leaves: {
    audit: { 'login-refused transaction-expired': 1 },
    logins: { PENDING: -1, 'FAILED transaction-expired': 1 },
  },
  ways: {
    'an hour later': backAfter((scene) => scene.setClock({ functions: 3600 })),
    'a row that was to be deleted days ago': backAfter((scene, { state }) =>
      scene.alterLogin(state, { set: { expiresAt: now() - 3 * 86_400 } }),
    ),
    'in the second in which it ends': backAfter((scene, { state }) =>
      scene.alterLogin(state, { set: { expiresAt: now() } }),
    ),
  },
})
