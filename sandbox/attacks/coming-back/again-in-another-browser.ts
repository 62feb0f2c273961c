import { defineAttack } from '../attack.ts'
import type { Browser } from '../browser.ts'
import type { Scene } from '../scene.ts'

const againIn = (other: (scene: Scene, own: Browser) => Promise<Browser>) => async (scene: Scene) => {
  const { browser, redirectTo } = await scene.comeBack()
  await browser.visit(redirectTo)
  const stranger = await other(scene, browser)
  await scene.mark()
  return stranger.visit(redirectTo)
}

/** An address from a history or a log: it opens nothing, and the login that was completed with it stays completed. */
export default defineAttack({
  name: 'again-in-another-browser',
  rows: ['A21'],
  says: 'comes back with the same answer after success, in another browser',
  answeredAs: 'browser-mismatch',
  ways: {
    'one without cookies': againIn(async (scene) => scene.browser()),
    'one with a login of its own': againIn(async (scene) => (await scene.begin()).browser),
    'one that is logged in': againIn((scene) => scene.logIn()),
    'one with nothing but the session of the first': againIn(async (scene, own) => {
      const name = '__Host-omera-bank-session'
      return scene.browser(new Map([[name, own.cookies.get(name) ?? '']]))
    }),
  },
})
