import type { RefusalCode } from '../../kernel/codes.ts'
import { acceptedIssuers } from '../provider/profile.ts'
import type { Expectations } from './expectations.ts'
import type { ClaimsSet } from './signed-claims.ts'

/**
 * UserInfo carries neither `exp` nor `iat` at eSignet; it is bound to this login by TLS and by its subject alone, so
 * `sub` must be that of the ID token (Core §5.3.2), and issuer and audience must be the known ones.
 */
export const userInfoRefusal = (
  userInfo: ClaimsSet,
  subject: string,
  expected: Pick<Expectations, 'issuer' | 'profile' | 'clientId'>,
): RefusalCode | undefined => {
  const { iss, sub, aud } = userInfo
  if (typeof iss !== 'string' || !acceptedIssuers(expected.issuer, expected.profile.userInfo).includes(iss))
    return 'userinfo-issuer-mismatch'
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud]
  const accepted: readonly unknown[] = [expected.clientId, ...expected.profile.userInfo.furtherAudiences]
  if (audiences.length !== 1 || !accepted.includes(audiences[0])) return 'userinfo-audience-mismatch'
  return sub === subject ? undefined : 'userinfo-subject-mismatch'
}
