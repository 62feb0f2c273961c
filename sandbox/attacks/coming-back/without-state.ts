import { defineAttack } from '../attack.ts'
import type { Scene } from '../scene.ts'

const backWith = (state: string | undefined) => async (scene: Scene) => {
  const { browser, redirectTo } = await scene.comeBack()
  await scene.mark()
  const address = new URL(redirectTo)
  if (state === undefined) address.searchParams.delete('state')
  else address.searchParams.set('state', state)
  return browser.visit(address.href)
}

export default defineAttack({
  name: 'without-state',
  rows: ['A01'],
  says: 'comes back with a code and does not say to which login it belongs',
  answeredAs: 'state-missing',
  ways: {
    'no state': backWith(undefined),
    'an empty state': backWith(''),
    'a browser that began nothing': async (scene) => {
      const { code } = await scene.comeBack()
      await scene.mark()
      return scene.browser().visit(`${scene.api}/omera-bank/callback?${new URLSearchParams({ code })}`)
    },
  },
})
