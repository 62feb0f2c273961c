import { doubtful } from '../../finding.ts'
import { textIn } from '../../json.ts'
import { nameOf } from '../../keys/jwk.ts'
import type { Check } from '../check.ts'

/** UserInfo is signed by the identity system behind eSignet; its key has to be found by kid in eSignet's own set. */
export const userinfoSigner: Check = {
  name: 'userinfo-signer',
  fine: 'there is more than one key, so the identity system’s may be among them',
  needs: 'a readable key set',
  look: ({ providerKeys: keys, release: { name, rules } }) => {
    if (keys === undefined || keys.length === 0) return undefined
    const [only, ...more] = keys.filter((key) => textIn(key, 'use') !== 'enc')
    if (only === undefined || more.length > 0) return []
    const cause = rules.publishesUserInfoKey
      ? 'the identity system’s own keys are usually added'
      : `eSignet ${name} does not add the mock identity system’s key`
    return [
      doubtful('userinfo-signer-missing', {
        expected: 'two keys: eSignet’s, and the identity system’s that signs UserInfo',
        found: `only ${nameOf(only)}`,
        remedy: `log in once with a test person; if it ends with key-unknown, ask the operator to publish that key in jwks_uri, or pin it (pinnedKeys of the provider): ${cause}`,
      }),
    ]
  },
}
