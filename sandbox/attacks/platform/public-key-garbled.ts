import { throughout } from '../../faults/fault.ts'
import { defineAttack } from '../attack.ts'
import { saidBy } from '../http.ts'
import type { Scene } from '../scene.ts'

const path = '/.well-known/jwks.json'

const askedWhile = (fault: { readonly garbled?: true; readonly error?: string }) => async (scene: Scene) => {
  await scene.endFunctions('when-idle')
  await scene.fail([{ service: 'kms', operation: 'GetPublicKey', ...fault, times: throughout }])
  await scene.mark()
  const answer = await scene.send({ path })
  await scene.fail([])
  const after = await scene.send({ path })
  if (saidBy(after) !== 'accepted') scene.wrong('the keys are not published when KMS is right again')
  return answer
}

/** What is wrong is not remembered; the next one who asks is told what is right. */
export default defineAttack({
  name: 'public-key-garbled',
  rows: ['I08'],
  says: 'asks for our public keys while KMS tells them wrongly, or not at all',
  answeredAs: 'key-unavailable',
  leaves: {},
  forgets: true,
  ways: { garbled: askedWhile({ garbled: true }), disabled: askedWhile({ error: 'DisabledException' }) },
})
