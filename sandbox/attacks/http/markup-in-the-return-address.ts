import { defineAttack } from '../attack.ts'
import { escaped, nothingReflected, someMarkup } from '../markup.ts'
import { asPage, doorPaths, inOrder } from '../our-doors.ts'

/** A page that repeated it would run it. */
export default defineAttack({
  name: 'markup-in-the-return-address',
  rows: ['G19'],
  says: 'sends scripts as the way back',
  answeredAs: 'return-to-not-allowed',
  done: (scene) =>
    inOrder(someMarkup(1, 6), async (text) => {
      const path = `${doorPaths.login}?act=open-account&return_to=/x/../${escaped(text)}`
      return nothingReflected(scene, text, await scene.send({ path, headers: asPage }))
    }),
})
