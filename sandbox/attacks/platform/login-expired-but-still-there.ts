import { defineAttack } from '../attack.ts'

/** How long a login may take. */
const loginLifeSeconds = 3600

/** DynamoDB deletes what expired within days, not at once; every condition asks for the time itself. */
export default defineAttack({
  name: 'login-expired-but-still-there',
  rows: ['H09'],
  says: 'comes back to a login whose time is over and whose row is still there',
  answeredAs: 'transaction-expired',
  leaves: {
    audit: { 'login-refused transaction-expired': 1 },
    logins: { PENDING: -1, 'FAILED transaction-expired': 1 },
  },
  ways: Object.fromEntries(
    [0, 1, 47 * 3600].map((late) => [
      late === 0 ? 'at the very second' : `${late} s late`,
      async (scene) => {
        const { browser, redirectTo, state } = await scene.comeBack()
        // Far enough from now that no sweep of the practice world takes the row away, and exact to the second.
        const expiresAt = Math.floor(Date.now() / 1000) + loginLifeSeconds
        await scene.alterLogin(state, { set: { expiresAt } })
        await scene.setClock({ functions: loginLifeSeconds + late })
        await scene.mark()
        return browser.visit(redirectTo)
      },
    ]),
  ),
})
