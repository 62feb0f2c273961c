import { normaliseClaims } from './normalise-claims.ts'
import type { PlainClaims } from './plain-claims.ts'
import type { ClaimsSet } from './signed-claims.ts'

/**
 * Members of UserInfo that are about the answer itself and not about the person. Those that begin with an underscore
 * (Core §5.6.2) are no names of claims anyway.
 */
const protocolMembers = new Set(['iss', 'sub', 'aud', 'exp', 'iat', 'nbf', 'jti', 'nonce', 'acr', 'verified_claims'])

/** What is said about the person without saying how it was verified. */
export const readPlainClaims = (userInfo: ClaimsSet): PlainClaims =>
  normaliseClaims(Object.fromEntries(Object.entries(userInfo).filter(([name]) => !protocolMembers.has(name))))
