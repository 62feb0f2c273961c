import { defineAttack } from '../attack.ts'

/** What was found to be over is closed, so that no clock revives it. */
export default defineAttack({
  name: 'back-before-it-expired',
  rows: ['L02'],
  says: 'tries a login that ran out of time once more, after our clock jumped back to before it did',
  answeredAs: 'transaction-replayed',
  leaves: {
    audit: { 'login-refused transaction-expired': 1, 'login-refused transaction-replayed': 1 },
    logins: { PENDING: -1, 'FAILED transaction-expired': 1 },
  },
  done: async (scene) => {
    const { browser, redirectTo } = await scene.comeBack()
    await scene.mark()
    await scene.setClock({ functions: 2 * 3600 })
    await browser.visit(redirectTo)
    await scene.setClock({})
    return browser.visit(redirectTo)
  },
})
