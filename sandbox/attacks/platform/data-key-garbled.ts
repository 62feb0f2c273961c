import { throughout } from '../../faults/fault.ts'
import { defineAttack } from '../attack.ts'
import { saidBy } from '../http.ts'

/** What is sealed does not open with another key, and is not changed by the try. */
export default defineAttack({
  name: 'data-key-garbled',
  rows: ['I05'],
  says: 'looks at their claims while KMS unwraps the key of the person to another one',
  answeredAs: 'key-unavailable',
  leaves: {},
  done: async (scene) => {
    const browser = await scene.logIn()
    const look = () => browser.ask(`${scene.api}/omera-bank/session`)
    const { body } = await look()
    await scene.fail([{ service: 'kms', key: 'data', operation: 'Decrypt', garbled: true, times: throughout }])
    await scene.mark()
    const answer = await look()
    await scene.fail([])
    const after = await look()
    if (saidBy(after) !== 'accepted' || after.body !== body) scene.wrong('afterwards the claims are not as before')
    return answer
  },
})
