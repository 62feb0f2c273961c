import { defineAttack } from '../attack.ts'
import { escaped, nothingReflected, someMarkup } from '../markup.ts'
import { asPage, doorPaths, inOrder } from '../our-doors.ts'

/** A page that repeated it would run it. */
export default defineAttack({
  name: 'markup-in-the-act',
  rows: ['G19'],
  says: 'sends scripts as the act',
  answeredAs: 'act-unknown',
  done: (scene) =>
    inOrder(someMarkup(0, 6), async (text) => {
      const path = `${doorPaths.login}?act=${escaped(text)}`
      return nothingReflected(scene, text, await scene.send({ path, headers: asPage }))
    }),
})
