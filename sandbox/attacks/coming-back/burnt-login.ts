import { defineAttack } from '../attack.ts'
import type { Browser } from '../browser.ts'
import type { Scene } from '../scene.ts'

const burntBy = (stranger: (scene: Scene) => Promise<Browser>) => async (scene: Scene) => {
  const { browser, redirectTo } = await scene.comeBack()
  const other = await stranger(scene)
  await other.visit(redirectTo)
  await scene.mark()
  return [await browser.visit(redirectTo), await browser.visit(redirectTo)]
}

/** Whoever planted a login does not get a second try, not even in the browser that began it. */
export default defineAttack({
  name: 'burnt-login',
  rows: ['A06'],
  says: 'comes back in the right browser after the answer was seen in another',
  answeredAs: 'transaction-replayed',
  ways: {
    'in one with a login of its own': burntBy(async (scene) => (await scene.begin()).browser),
    'in one without cookies': burntBy(async (scene) => scene.browser()),
  },
})
