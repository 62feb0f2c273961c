import type { Evidence, Verification } from '../verified-claims/verified-claims.ts'
import { plus } from './duration.ts'
import { type Finding, finding } from './requirement.ts'
import type { Acceptance, Vocabulary } from './service.ts'

/** A verifier's clock may be ahead of ours by this much; a verification from further in the future is none. */
const futureSkewMs = 5 * 60 * 1000

/**
 * One acceptance against one verified-claims object, whole: claims of two objects never mix, that is what the container of
 * OIDC4IDA is for. Only metadata is read. `now` is epoch milliseconds.
 */
export const judgeAcceptance = (
  accept: Acceptance,
  object: Verification,
  { rule, now, vocabulary }: { rule: string; now: number; vocabulary: Vocabulary },
): readonly Finding[] => [
  ...judgeOrigin(accept, object, rule),
  judgeFramework(accept, object, rule, vocabulary),
  ...judgeLevel(accept, object, rule, vocabulary),
  judgeTime(accept, object, rule, now),
  ...judgeVerifier(accept, object, rule),
  ...judgeEvidence(accept, object, rule, now),
  ...judgeClaims(accept, object, rule),
]

/** Said only where it matters: most objects are asserted, and that needs no line. */
const judgeOrigin = (accept: Acceptance, object: Verification, rule: string): Finding[] =>
  object.origin === 'asserted'
    ? []
    : [
        finding(`${rule}.declared`, 're-verify', {
          expected: accept.declared === true ? 'asserted or declared' : 'asserted by the provider',
          actual: 'declared by the operator',
          pass: accept.declared === true,
        }),
      ]

const judgeFramework = (accept: Acceptance, object: Verification, rule: string, vocabulary: Vocabulary): Finding =>
  finding(`${rule}.trustFrameworks`, 're-verify', {
    expected: accept.trustFrameworks.join(' or '),
    actual: object.trustFramework,
    pass:
      accept.trustFrameworks.includes(object.trustFramework) &&
      Object.hasOwn(vocabulary.trustFrameworks, object.trustFramework),
  })

const judgeLevel = (accept: Acceptance, object: Verification, rule: string, vocabulary: Vocabulary): Finding[] => {
  if (accept.assuranceLevel === undefined) return []
  const { atLeast } = accept.assuranceLevel
  const ladder = Object.hasOwn(vocabulary.trustFrameworks, object.trustFramework)
    ? (vocabulary.trustFrameworks[object.trustFramework]?.levels ?? [])
    : []
  const wanted = ladder.indexOf(atLeast)
  return [
    finding(`${rule}.assuranceLevel`, 're-verify', {
      expected: `at least ${atLeast}`,
      actual: object.assuranceLevel ?? 'not stated',
      pass: wanted >= 0 && object.assuranceLevel !== undefined && ladder.indexOf(object.assuranceLevel) >= wanted,
    }),
  ]
}

const judgeTime = (accept: Acceptance, object: Verification, rule: string, now: number): Finding => {
  const verifiedAt = object.time === undefined ? undefined : Date.parse(object.time.at)
  const until =
    verifiedAt === undefined || accept.verifiedWithin === undefined
      ? undefined
      : plus(verifiedAt, accept.verifiedWithin)
  const past = verifiedAt === undefined || verifiedAt <= now + futureSkewMs
  return finding(`${rule}.verifiedWithin`, 're-verify', {
    expected: accept.verifiedWithin === undefined ? 'not in the future' : `at most ${accept.verifiedWithin} ago`,
    actual: object.time?.at ?? 'not stated',
    pass: past && (accept.verifiedWithin === undefined || (until !== undefined && now < until)),
    ...(until === undefined ? {} : { lapse: { fact: 'verification', at: until } }),
  })
}

const judgeVerifier = ({ verifiers }: Acceptance, object: Verification, rule: string): Finding[] =>
  verifiers === undefined
    ? []
    : [
        finding(`${rule}.verifiers`, 're-verify', {
          expected: verifiers.join(' or '),
          actual: object.verifiers.join(', ') || 'not stated',
          pass: object.verifiers.some((verifier) => verifiers.includes(verifier)),
        }),
      ]

const judgeEvidence = ({ evidence }: Acceptance, object: Verification, rule: string, now: number): Finding[] => {
  if (evidence === undefined) return []
  const fitting = object.evidence.filter((entry) =>
    evidence.anyOf.some(
      (wanted) => wanted.type === entry.type && (wanted.documents?.includes(entry.kind ?? '') ?? true),
    ),
  )
  const rows = [
    finding(`${rule}.evidence`, 're-verify', {
      expected: evidence.anyOf.map((wanted) => (wanted.documents ?? [wanted.type]).join(' or ')).join(' or '),
      actual: object.evidence.map((entry) => entry.kind ?? entry.type).join(', ') || 'none stated',
      pass: fitting.length > 0,
    }),
  ]
  return evidence.notExpired === true ? [...rows, judgeExpiry(fitting, rule, now)] : rows
}

/** A document is good for the whole of its last day, in UTC. */
const dayMs = 24 * 60 * 60_000

/** The best of the fitting documents counts; one that states no expiry cannot be shown to be valid. */
const judgeExpiry = (fitting: readonly Evidence[], rule: string, now: number): Finding => {
  const lastDays = fitting.flatMap(({ expires }) => (expires === undefined ? [] : [Date.parse(`${expires}T00:00:00Z`)]))
  const lastDay = lastDays.length === 0 ? undefined : Math.max(...lastDays)
  const until = lastDay === undefined ? undefined : lastDay + dayMs
  return finding(`${rule}.evidence.notExpired`, 're-verify', {
    expected: 'evidence that has not expired',
    actual: lastDay === undefined ? 'no expiry stated' : `expires ${new Date(lastDay).toISOString().slice(0, 10)}`,
    pass: until !== undefined && now < until,
    ...(until === undefined ? {} : { lapse: { fact: 'evidence', at: until } }),
  })
}

const judgeClaims = (accept: Acceptance, object: Verification, rule: string): Finding[] =>
  Object.entries(accept.claims)
    .filter(([, wish]) => wish === 'essential')
    .map(([name]) => {
      const contested = object.conflicts?.includes(name) === true
      const verified = object.claimNames.includes(name)
      return finding(`${rule}.claims.${name}`, 're-verify', {
        expected: `${name}, verified`,
        actual: contested ? 'contradicted by another verification' : verified ? 'verified' : 'not verified',
        pass: verified && !contested,
      })
    })
