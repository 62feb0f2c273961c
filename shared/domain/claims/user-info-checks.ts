import type { RefusalCode } from '../../kernel/codes.ts'
import { acceptedIssuers } from '../provider/profile.ts'
import { clockSkewSeconds, type Expectations } from './expectations.ts'
import { isNumericDate } from './numeric-date.ts'
import type { ClaimsSet } from './signed-claims.ts'

/**
 * UserInfo carries neither `exp` nor `iat` at eSignet; it is bound to this login by TLS and by its subject alone, so
 * `sub` must be that of the ID token (Core §5.3.2), and issuer and audience must be the known ones.
 */
export const userInfoRefusal = (
  userInfo: ClaimsSet,
  subject: string,
  expected: Pick<Expectations, 'issuer' | 'profile' | 'clientId' | 'now'>,
): RefusalCode | undefined => {
  const { iss, sub, aud } = userInfo
  if (typeof iss !== 'string' || !acceptedIssuers(expected.issuer, expected.profile.userInfo).includes(iss))
    return 'userinfo-issuer-mismatch'
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud]
  const accepted: readonly unknown[] = [expected.clientId, ...expected.profile.userInfo.furtherAudiences]
  if (audiences.length !== 1 || !accepted.includes(audiences[0])) return 'userinfo-audience-mismatch'
  if (sub !== subject) return 'userinfo-subject-mismatch'
  // One token handed in for another is refused, though the same hand signed both (RFC 8725 §3.12).
  if (ofOtherTokens.some((member) => member in userInfo)) return 'token-type-mismatch'
  return isOfNow(userInfo, expected.now) ? undefined : 'userinfo-stale'
}

/** What only an ID token or an access token says. */
const ofOtherTokens = ['nonce', 'at_hash', 'client_id', 'scope', 'cnf']

/** Claims written for a login were written a moment ago. */
const oldestSeconds = 5 * 60

/** Where the identity system says when it wrote the claims, or until when they hold, that must be now. */
const isOfNow = ({ iat, exp }: ClaimsSet, now: number): boolean =>
  (iat === undefined || (isNumericDate(iat) && iat <= now + clockSkewSeconds && iat >= now - oldestSeconds)) &&
  (exp === undefined || (isNumericDate(exp) && exp > now - clockSkewSeconds))
