import { type Branded, brand } from '../../kernel/brand.ts'
import { type Refusal, refusal } from '../../kernel/codes.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { declareVerifiedClaims } from '../verified-claims/declare.ts'
import { readVerifiedClaims } from '../verified-claims/read.ts'
import type { VerifiedClaims } from '../verified-claims/verified-claims.ts'
import { readAcr } from './checks/acr.ts'
import { idTokenChecks } from './checks/index.ts'
import type { Expectations } from './expectations.ts'
import type { PlainClaims } from './plain-claims.ts'
import { readPlainClaims } from './read-plain-claims.ts'
import type { ClaimsSet, SignedClaims } from './signed-claims.ts'
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

/** An authentication whose ID token passed every check. Only `judgeIdToken` can make one; UserInfo is not even asked for without. */
export type Authentication = Branded<Omit<Identity, 'claims' | 'verifiedClaims'>, 'Authentication'>

/** The first half: from a signed ID token to an authentication, or the first thing that is wrong with it. */
export const judgeIdToken = (idToken: SignedClaims, expected: Expectations): Result<Authentication, Refusal> => {
  const wrong = idTokenChecks.map((check) => check(idToken.claims, expected)).find((code) => code !== undefined)
  if (wrong !== undefined) return refused(refusal(wrong))
  const { sub, iat, auth_time = iat, acr } = idToken.claims
  if (typeof sub !== 'string') return refused(refusal('subject-invalid'))
  if (typeof auth_time !== 'number') return refused(refusal('auth-time-implausible'))
  return ok(brand({ issuer: expected.issuer, providerSubject: sub, acr: readAcr(acr), authTime: auth_time }))
}

/** The second half: what UserInfo says about the one who authenticated, and about nobody else. */
export const judgeIdentity = (
  who: Authentication,
  userInfo: SignedClaims,
  expected: Expectations,
): Result<VerifiedIdentity, Refusal> => {
  const wrong = userInfoRefusal(userInfo.claims, who.providerSubject, expected)
  if (wrong !== undefined) return refused(refusal(wrong))
  const claims = readPlainClaims(userInfo.claims)
  const verifiedClaims = verifiedClaimsOf(userInfo.claims, claims, expected)
  return verifiedClaims.ok ? ok(brand({ ...who, claims, verifiedClaims: verifiedClaims.value })) : verifiedClaims
}

/** Asserted by a release that can, declared for one that cannot; never both for the same provider. */
const verifiedClaimsOf = (
  userInfo: ClaimsSet,
  claims: PlainClaims,
  { profile, declares }: Expectations,
): Result<readonly VerifiedClaims[], Refusal> => {
  if (profile.verifiedClaims.release === 'asserted') return readVerifiedClaims(userInfo, profile)
  return ok(declares === undefined ? [] : declareVerifiedClaims(claims, declares))
}
