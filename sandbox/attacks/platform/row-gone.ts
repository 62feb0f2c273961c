import { defineAttack } from '../attack.ts'

export default defineAttack({
  name: 'row-gone',
  rows: ['H10'],
  says: 'comes back after the row of the login was deleted',
  answeredAs: 'transaction-unknown',
  leaves: { audit: { 'login-refused transaction-unknown': 1 }, logins: { PENDING: -1 } },
  done: async (scene) => {
    const { browser, redirectTo, state } = await scene.comeBack()
    await scene.mark()
    await scene.loseLogin(state)
    return browser.visit(redirectTo)
  },
})
