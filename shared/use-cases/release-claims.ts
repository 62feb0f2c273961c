import { derive, isDerived, sourceOf } from '../domain/claims/derived-claims.ts'
import type { ClaimValue, PlainClaims } from '../domain/claims/plain-claims.ts'
import { releaseOf } from '../domain/policy/released-claims.ts'
import type { SealedValues } from '../domain/verified-claims/sealed-claims.ts'
import type { Verification } from '../domain/verified-claims/verified-claims.ts'
import { type Refusal, refusal } from '../kernel/codes.ts'
import { Fault } from '../kernel/fault.ts'
import { ok, type Result, refused } from '../kernel/result.ts'
import type { Sealer } from '../ports/sealer.ts'
import type { SubjectKey, SubjectKeyring } from '../ports/subject-keys.ts'
import { decisionMade, type Judged, judgeSubject, type MakeDecisionNeeds, type Question } from './make-decision.ts'
import { openClaims, type Sealed } from './open-claims.ts'
import { fromFault } from './refused-login.ts'
import { plainObjectId } from './remember-login.ts'

export interface ReleaseClaimsNeeds extends MakeDecisionNeeds {
  readonly subjectKeyring: SubjectKeyring
  readonly sealer: Sealer
}

/** What leaves us about one person for one act. */
export interface Released extends Judged {
  readonly claims: PlainClaims
  readonly verifiedClaims: readonly {
    readonly verification: Verification
    /** RFC 3339: until when it satisfies the act, if it does and that ends. */
    readonly until?: string
    readonly claims: PlainClaims
  }[]
}

/** Nothing leaves for an act that is not permitted: the decision says what is missing. */
export interface Withheld {
  readonly refusal: Refusal
  readonly judged?: Judged
}

/**
 * Releases the claims an act names, if it is permitted now: one `Decrypt`. Derived claims are made here, and what they are made
 * of stays unless it is named as well. What the audit trail did not take does not leave.
 */
export const releaseClaims =
  (world: ReleaseClaimsNeeds) =>
  async (asked: Question): Promise<Result<Released, Withheld>> =>
    release(world, asked).catch((error: unknown) => refused({ refusal: fromFault(error) }))

const release = async (world: ReleaseClaimsNeeds, asked: Question): Promise<Result<Released, Withheld>> => {
  const judged = await judgeSubject(world, asked)
  if (!judged.ok) return refused({ refusal: judged.refusal })
  if (judged.value.decision.outcome !== 'permit') {
    await world.auditTrail.record(decisionMade(world, asked, judged.value))
    return refused({ refusal: refusal('act-not-permitted'), judged: judged.value })
  }
  const key = await world.subjectKeyring.open(asked.subject)
  // Gone between two reads: erased this very moment.
  if (key === undefined) return refused({ refusal: refusal('subject-erased') })
  const released = { ...judged.value, ...openNamed(world, asked, judged.value, key) }
  const { outcome: _permit, ...decided } = decisionMade(world, asked, judged.value)
  await world.auditTrail.record({ ...decided, event: 'claims-released', claims: namesIn(released) })
  return ok(released)
}

const openNamed = (
  { services, clock, sealer }: ReleaseClaimsNeeds,
  { subject, act: name }: Question,
  { service, kept, facts, decision }: Judged,
  key: Omit<SubjectKey, 'newlyWrapped'>,
): Pick<Released, 'claims' | 'verifiedClaims'> => {
  const act = service.acts[name]
  if (act === undefined) throw new Fault('internal-fault', 'the act was there a moment ago')
  const now = clock.now()
  const named = releaseOf(act, facts, services.vocabulary, now)
  const open = (sealed: Omit<Sealed, 'subject'>, names: readonly string[]): PlainClaims =>
    released(openClaims(sealer, key, { ...sealed, subject, values: neededFor(names, sealed.values) }), names, now)
  return {
    claims: kept.plain === undefined ? {} : open({ objectId: plainObjectId, ...kept.plain }, named.plain),
    verifiedClaims: kept.verified.flatMap(({ verification, keyId, values }) => {
      const names = named.verified.get(verification.id)
      if (names === undefined) return []
      const until = decision.satisfiedBy.find(({ id }) => id === verification.id)?.until
      const claims = open({ objectId: verification.id, keyId, values }, names)
      return [{ verification, ...(until === undefined ? {} : { until }), claims }]
    }),
  }
}

const plainName = (name: string): string => name.split('#', 1)[0] ?? name

/** Only what is needed is opened: the claims that are named, and what derived ones are made of. */
const neededFor = (names: readonly string[], values: SealedValues): SealedValues => {
  const sources = new Set(names.map(sourceOf))
  return Object.fromEntries(Object.entries(values).filter(([name]) => sources.has(plainName(name))))
}

const released = (opened: PlainClaims, names: readonly string[], now: number): PlainClaims => {
  const derived = names.filter(isDerived).flatMap((name): [string, ClaimValue][] => {
    const value = derive(name, opened[sourceOf(name)], now)
    return value === undefined ? [] : [[name, value]]
  })
  const asTheyAre = Object.entries(opened).filter(([name]) => names.includes(plainName(name)))
  return Object.fromEntries([...asTheyAre, ...derived])
}

const namesIn = ({ claims, verifiedClaims }: Pick<Released, 'claims' | 'verifiedClaims'>): readonly string[] =>
  [...new Set([claims, ...verifiedClaims.map((object) => object.claims)].flatMap(Object.keys).map(plainName))].sort()
