import { defineAttack } from '../attack.ts'
import type { CameBack, Scene } from '../scene.ts'

const atVisa = ({ redirectTo }: CameBack): string => redirectTo.replace('/omera-bank/callback', '/visa/callback')

/** The row stays as it was: the right door can still complete it. */
export default defineAttack({
  name: 'door-of-another-service',
  rows: ['A07'],
  says: 'brings the answer to a login at one service to the door of another',
  answeredAs: 'service-mismatch',
  ways: {
    'in the same browser': async (scene) => {
      const back = await scene.comeBack()
      await scene.mark()
      return back.browser.visit(atVisa(back))
    },
    'in a browser with a login at both': async (scene) => {
      const back = await scene.comeBack()
      await scene.begin('visa/apply', back.browser)
      await scene.mark()
      return back.browser.visit(atVisa(back))
    },
    'with the cookie under the name of the other': async (scene) => {
      const back = await scene.comeBack()
      const value = back.browser.cookies.get('__Host-omera-bank-login') ?? ''
      await scene.mark()
      return scene.browser(new Map([['__Host-visa-login', value]])).visit(atVisa(back))
    },
    'after it was completed': async (scene: Scene) => {
      const back = await scene.comeBack()
      await back.browser.visit(back.redirectTo)
      await scene.mark()
      return back.browser.visit(atVisa(back))
    },
  },
})
