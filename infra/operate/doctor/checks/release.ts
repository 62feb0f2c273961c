import { doubtful, type Finding, listed } from '../../finding.ts'
import { type JsonObject, textIn, textsIn } from '../../json.ts'
import type { Release } from '../../release.ts'
import type { Check } from '../check.ts'

/** Metadata does not name its release, but it gives it away. A wrong one makes every login fail in a way that is hard to read. */
export const release: Check = {
  name: 'release',
  fine: 'nothing in the metadata speaks against it',
  needs: 'a readable discovery document',
  look: ({ metadata, release: named }) =>
    metadata === undefined
      ? undefined
      : [...line(metadata, named), ...pushed(metadata, named), ...algorithms(metadata, named)],
}

const differs = (named: Release, expected: string, found: string): Finding =>
  doubtful('release-differs', {
    expected: `${expected}, as eSignet ${named.name} has it`,
    found,
    remedy: 'ask the operator which release runs there, and name that one in identityProviders of the stage',
  })

const line = (metadata: JsonObject, named: Release): Finding[] => {
  const token = textIn(metadata, 'token_endpoint') ?? ''
  if (!token.includes('/oauth2/') && !token.includes('/oauth/')) return []
  const isGo = token.includes('/oauth2/')
  if (isGo === named.name.startsWith('2.')) return []
  const path = named.name.startsWith('2.') ? '/oauth2/…' : '/v1/esignet/oauth/…'
  return [differs(named, `a token endpoint under ${path}`, token)]
}

const pushed = (metadata: JsonObject, named: Release): Finding[] => {
  const endpoint = textIn(metadata, 'pushed_authorization_request_endpoint')
  return named.profile.pushedAuthorizationRequests === 'never' && endpoint !== undefined
    ? [differs(named, 'no pushed authorization requests', endpoint)]
    : []
}

const algorithms = (metadata: JsonObject, named: Release): Finding[] => {
  const said = textsIn(metadata, 'id_token_signing_alg_values_supported')
  const accepted: readonly string[] = named.profile.idToken.algorithms
  return said === undefined || said.some((algorithm) => accepted.includes(algorithm))
    ? []
    : [differs(named, `ID tokens signed with ${listed(accepted)}`, listed(said))]
}
