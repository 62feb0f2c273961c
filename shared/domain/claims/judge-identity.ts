import { type Branded, brand } from '../../kernel/brand.ts'
import { type Refusal, refusal } from '../../kernel/codes.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { readVerifiedClaims } from '../verified-claims/read.ts'
import type { VerifiedClaims } from '../verified-claims/verified-claims.ts'
import { readAcr } from './checks/acr.ts'
import { idTokenChecks } from './checks/index.ts'
import type { Expectations } from './expectations.ts'
import { type PlainClaims, readPlainClaims } from './plain-claims.ts'
import type { SignedClaims } from './signed-claims.ts'
import { userInfoRefusal } from './user-info-checks.ts'

/** Who came back, how strongly known, and what was said about them. Times are epoch seconds. */
export interface Identity {
  readonly issuer: string
  /** The provider's own subject; never leaves us. */
  readonly providerSubject: string
  readonly acr: readonly string[]
  readonly authTime: number
  readonly claims: PlainClaims
  readonly verifiedClaims: readonly VerifiedClaims[]
}

/** An identity whose every check passed. Nothing but `judgeIdentity` can make one, and sessions accept nothing else. */
export type VerifiedIdentity = Branded<Identity, 'VerifiedIdentity'>

/** From two signed answers to one verified identity, or the first thing that is wrong with them. */
export const judgeIdentity = (
  idToken: SignedClaims,
  userInfo: SignedClaims,
  expected: Expectations,
): Result<VerifiedIdentity, Refusal> => {
  const wrong = idTokenChecks.map((check) => check(idToken.claims, expected)).find((code) => code !== undefined)
  if (wrong !== undefined) return refused(refusal(wrong))
  const { sub, auth_time } = idToken.claims
  if (typeof sub !== 'string' || typeof auth_time !== 'number') return refused(refusal('subject-invalid'))

  const wrongUserInfo = userInfoRefusal(userInfo.claims, sub, expected)
  if (wrongUserInfo !== undefined) return refused(refusal(wrongUserInfo))
  const verifiedClaims = readVerifiedClaims(userInfo.claims, expected.profile)
  if (!verifiedClaims.ok) return verifiedClaims

  return ok(
    brand<Identity, 'VerifiedIdentity'>({
      issuer: expected.issuer,
      providerSubject: sub,
      acr: readAcr(idToken.claims['acr']),
      authTime: auth_time,
      claims: readPlainClaims(userInfo.claims),
      verifiedClaims: verifiedClaims.value,
    }),
  )
}
