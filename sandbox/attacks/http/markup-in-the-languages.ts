import { defineAttack } from '../attack.ts'
import { escaped, nothingReflected, someMarkup } from '../markup.ts'
import { asPage, doorPaths, inOrder } from '../our-doors.ts'

/** A page that repeated it would run it. */
export default defineAttack({
  name: 'markup-in-the-languages',
  rows: ['G19'],
  says: 'sends scripts as languages',
  answeredAs: 'parameter-invalid',
  done: (scene) =>
    inOrder(someMarkup(2, 6), async (text) => {
      const path = `${doorPaths.login}?ui_locales=${escaped(text)}`
      return nothingReflected(scene, text, await scene.send({ path, headers: asPage }))
    }),
})
