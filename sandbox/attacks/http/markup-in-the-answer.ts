import { defineAttack, type Strike } from '../attack.ts'
import { escaped, nothingReflected, someMarkup } from '../markup.ts'
import { asPage, doorPaths, inOrder } from '../our-doors.ts'

const sent =
  (parameter: string, share: number): Strike =>
  (scene) =>
    inOrder(someMarkup(share, 12), async (text, index) => {
      const rest = parameter === 'state' ? 'code=abc' : `state=made-up-${index}`
      const path = `${doorPaths.callback}?${rest}&${parameter}=${escaped(text)}`
      return nothingReflected(scene, text, await scene.send({ path, headers: asPage }))
    })

/** What eSignet says on the way back can be said by anybody. */
export default defineAttack({
  name: 'markup-in-the-answer',
  rows: ['G19'],
  says: "sends scripts as eSignet's answer",
  answeredAs: 'transaction-unknown',
  ways: {
    'as state': sent('state', 0),
    'as code': sent('code', 2),
    'as issuer': sent('iss', 4),
    'as error': sent('error', 6),
    'as the description of an error': sent('error_description', 8),
    'as a parameter nobody knows': sent('x%3Cb%3Evo19', 10),
  },
})
