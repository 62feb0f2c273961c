import type { Facts } from '../domain/policy/decision.ts'
import type { SealedPlainClaims } from '../domain/verified-claims/sealed-claims.ts'
import { type Refusal, refusal } from '../kernel/codes.ts'
import { ok, type Result, refused } from '../kernel/result.ts'
import type { SubjectKeyIds } from '../ports/subject-keys.ts'
import type { KeptClaims, VerifiedClaimsStore } from '../ports/verified-claims.ts'

export interface KnownSubjectNeeds {
  readonly verifiedClaims: VerifiedClaimsStore
  readonly subjectKeyIds: SubjectKeyIds
}

/** What is kept about somebody and still counts, and what decisions may look at of it. */
export interface KnownSubject {
  readonly kept: KeptClaims
  readonly facts: Facts
}

/**
 * What is kept about one subject of one service at `now` (epoch seconds): two consistent reads at once, no call of KMS. The
 * service is that of the recognised caller and part of the key, so the subject of another service is one nobody knows.
 * What was sealed under another key than the person's present one was erased, and came back with a backup: it does not count.
 */
export const knownSubject = async (
  { verifiedClaims, subjectKeyIds }: KnownSubjectNeeds,
  service: string,
  subject: string,
  now: number,
): Promise<Result<KnownSubject, Refusal>> => {
  const [all, keyId] = await Promise.all([verifiedClaims.of(service, subject, now), subjectKeyIds.current(subject)])
  if (isNothing(all)) return refused(refusal('subject-unknown'))
  const kept = underKey(all, keyId)
  return isNothing(kept) ? refused(refusal('subject-erased')) : ok({ kept, facts: factsOf(kept) })
}

const isNothing = ({ verified, plain, lastLogin }: KeptClaims): boolean =>
  verified.length === 0 && plain === undefined && lastLogin === undefined

const underKey = ({ verified, plain, lastLogin }: KeptClaims, keyId: string | undefined): KeptClaims => ({
  verified: verified.filter((object) => object.keyId === keyId),
  ...(plain?.keyId === keyId && plain !== undefined ? { plain } : {}),
  ...(lastLogin?.keyId === keyId && lastLogin !== undefined ? { lastLogin } : {}),
})

/** Everything that is kept, whichever login brought it: it holds until it lapses by the rules of the act. */
const factsOf = ({ verified, plain, lastLogin }: KeptClaims): Facts => ({
  authentication: { acr: lastLogin?.acr ?? [], authTime: lastLogin?.authTime ?? 0 },
  claimNames: plain === undefined ? [] : namesOf(plain),
  verifications: verified.map(({ verification }) => verification),
})

const namesOf = ({ values }: SealedPlainClaims): readonly string[] =>
  [...new Set(Object.keys(values).map((name) => name.split('#', 1)[0] ?? name))].sort()
