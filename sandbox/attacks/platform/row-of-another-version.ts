import { defineAttack } from '../attack.ts'

/** While two versions run side by side, each reads what the other wrote. */
export default defineAttack({
  name: 'row-of-another-version',
  rows: ['K10'],
  says: 'comes back to a function of another version than the one that wrote the row',
  answeredAs: 'accepted',
  leaves: { audit: { 'login-completed permit': 1 }, logins: { PENDING: -1, DONE: 1 }, sessions: 1 },
  asks: { discovery: 1, jwks: 1, token: 1, userinfo: 1 },
  ways: {
    'with more than is known': async (scene) => {
      await scene.logIn()
      const { browser, redirectTo, state } = await scene.comeBack()
      await scene.alterLogin(state, { set: { version: 7, promptedBy: 'a later release' } })
      await scene.mark()
      return browser.visit(redirectTo)
    },
  },
})
