import { normaliseClaims } from './normalise-claims.ts'
import type { ClaimsSet } from './signed-claims.ts'

/** Claim name, optionally with a language tag (`name#km`, Core §5.2), to its value. */
export type PlainClaims = Readonly<Record<string, ClaimValue>>
export type ClaimValue = string | number | boolean | Readonly<Record<string, string>>

/** Members of UserInfo that are about the answer itself and not about the person. */
const protocolMembers = new Set([
  'iss',
  'sub',
  'aud',
  'exp',
  'iat',
  'nbf',
  'jti',
  'nonce',
  'acr',
  'verified_claims',
  '_claim_names',
  '_claim_sources',
])

/** What is said about the person without saying how it was verified. */
export const readPlainClaims = (userInfo: ClaimsSet): PlainClaims =>
  normaliseClaims(Object.fromEntries(Object.entries(userInfo).filter(([name]) => !protocolMembers.has(name))))
