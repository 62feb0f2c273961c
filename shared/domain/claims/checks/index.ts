import { accessTokenHash } from './access-token-hash.ts'
import { acr } from './acr.ts'
import { audience } from './audience.ts'
import { authTime } from './auth-time.ts'
import { authorizedParty } from './authorized-party.ts'
import type { Check } from './check.ts'
import { expiry } from './expiry.ts'
import { issuedAt } from './issued-at.ts'
import { issuer } from './issuer.ts'
import { nonce } from './nonce.ts'
import { subject } from './subject.ts'

/**
 * Every check of the ID token, in order (OpenID Connect Core §3.1.3.7): first whose it is and for whom, then when, then
 * whether it belongs to this login, then about whom, then how strongly. The first refusal ends it.
 */
export const idTokenChecks: readonly Check[] = [
  issuer,
  audience,
  authorizedParty,
  expiry,
  issuedAt,
  nonce,
  accessTokenHash,
  subject,
  authTime,
  acr,
]
