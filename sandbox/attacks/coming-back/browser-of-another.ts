import { defineAttack } from '../attack.ts'

/** The victim is sent the attacker's own way back, or the attacker got hold of the victim's. */
export default defineAttack({
  name: 'browser-of-another',
  rows: ['A06'],
  says: 'brings the answer to a login that another browser began',
  answeredAs: 'browser-mismatch',
  leaves: { audit: { 'login-refused browser-mismatch': 1 }, logins: { PENDING: -1, 'FAILED browser-mismatch': 1 } },
  ways: {
    'a browser with a login of its own': async (scene) => {
      const { redirectTo } = await scene.comeBack()
      const victim = await scene.begin()
      await scene.mark()
      return victim.browser.visit(redirectTo)
    },
    'a browser that is logged in': async (scene) => {
      const { redirectTo } = await scene.comeBack()
      const victim = await scene.logIn()
      await scene.mark()
      return victim.visit(redirectTo)
    },
  },
})
