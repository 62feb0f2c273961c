import { listed, wrong } from '../../finding.ts'
import { textsIn } from '../../json.ts'
import type { Check } from '../check.ts'

/** PKCE with S256 (RFC 7636 §4.2); without it a stolen code is a login. */
export const proofKey: Check = {
  name: 'proof-key',
  fine: 'PKCE with S256 is offered, or the release accepts it without saying so',
  needs: 'a readable discovery document',
  look: ({ metadata, release: { profile } }) => {
    if (metadata === undefined) return undefined
    const methods = textsIn(metadata, 'code_challenge_methods_supported')
    // Releases without pushed requests do not mention PKCE, and accept it.
    const mayBeSilent = profile.pushedAuthorizationRequests === 'never'
    return methods?.includes('S256') === true || (methods === undefined && mayBeSilent)
      ? []
      : [
          wrong('proof-key-missing', {
            expected: 'S256 in code_challenge_methods_supported',
            found: methods === undefined ? 'not said' : listed(methods),
            remedy: 'ask the operator to add it to the metadata; the functions refuse this document',
          }),
        ]
  },
}
