import { wrong } from '../../finding.ts'
import { textIn } from '../../json.ts'
import { nameOf } from '../../keys/jwk.ts'
import type { Check } from '../check.ts'

/** Whether the key eSignet verifies our assertions with is one we can sign with. */
export const registeredKey: Check = {
  name: 'registered-key',
  fine: 'the registered key is one of ours, under the same kid',
  needs: '--registration and --jwks',
  look: ({ registration, registeredKey: registered, ourKeys }) => {
    if (registration === undefined || ourKeys === undefined) return undefined
    const remedy = 'a key cannot be changed: register a new client id with ours and the same relying-party id'
    if (registered === undefined) {
      const details = { expected: 'a publicKey', found: 'none', remedy: 'give the whole body that was sent' }
      return [wrong('registered-key-missing', details)]
    }
    const ours = ourKeys.find(({ thumbprint }) => thumbprint !== undefined && thumbprint === registered.thumbprint)
    if (ours === undefined) {
      const expected = `one of ${ourKeys.map(({ key }) => nameOf(key)).join(', ')}`
      return [wrong('registered-key-not-ours', { expected, found: nameOf(registered.key), remedy })]
    }
    return textIn(ours.key, 'kid') === textIn(registered.key, 'kid')
      ? []
      : [
          wrong('registered-key-id-differs', {
            expected: `kid ${textIn(ours.key, 'kid') ?? '(none)'}, which our assertions carry`,
            found: `kid ${textIn(registered.key, 'kid') ?? '(none)'}`,
            remedy,
          }),
        ]
  },
}
