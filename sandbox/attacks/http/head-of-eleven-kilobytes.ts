import { defineAttack } from '../attack.ts'
import { allPaths, inOrder, noneInvoked } from '../our-doors.ts'

const filling = 'x'.repeat(11_000)

/** Request line and header values together may have 10 240 bytes at an HTTP API. */
export default defineAttack({
  name: 'head-of-eleven-kilobytes',
  rows: ['G02'],
  says: 'sends more before the body than API Gateway takes',
  answeredAs: 'http-431',
  ways: {
    'in the query': async (scene) => {
      const answers = await inOrder(allPaths, (path) => scene.send({ path: `${path}?x=${filling}` }))
      await noneInvoked(scene)
      return answers
    },
    'in a header': async (scene) => {
      const answers = await inOrder(allPaths, (path) => scene.send({ path, headers: { 'x-filling': filling } }))
      await noneInvoked(scene)
      return answers
    },
    'in cookies': async (scene) => {
      const cookie = Array.from({ length: 11 }, (_, index) => `filling-${index}=${'x'.repeat(1_000)}`).join('; ')
      const answers = await inOrder(allPaths, (path) => scene.send({ path, headers: { cookie } }))
      await noneInvoked(scene)
      return answers
    },
  },
})
