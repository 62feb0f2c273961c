import { defineAttack } from '../attack.ts'
import { escaped, nothingReflected, someMarkup } from '../markup.ts'
import { asPage, inOrder } from '../our-doors.ts'

/** The service in the path is the first thing a door reads. A slash would end it there. */
export default defineAttack({
  name: 'markup-in-the-path',
  rows: ['G19'],
  says: 'sends scripts as the name of a service',
  answeredAs: 'service-unknown',
  done: (scene) =>
    inOrder(someMarkup(4, 6), async (text, index) => {
      const service = escaped(text.replaceAll('/', '|'))
      const path = `/${service}/${index % 2 === 0 ? 'login' : 'callback'}`
      return nothingReflected(scene, text, await scene.send({ path, headers: asPage }))
    }),
})
