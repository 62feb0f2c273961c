import { sourceOf } from '../claims/derived-claims.ts'
import type { Verification } from '../verified-claims/verified-claims.ts'
import type { KnownVerification } from './decision.ts'
import { plus } from './duration.ts'
import { judgeEvidence } from './judge-evidence.ts'
import { judgeReuse } from './judge-reuse.ts'
import { judgeStanding } from './judge-standing.ts'
import { type Finding, finding } from './requirement.ts'
import type { Acceptance, Act, Vocabulary } from './service.ts'

/** A verifier's clock may be ahead of ours by this much; a verification from further in the future is none. */
const futureSkewMs = 5 * 60 * 1000

export interface JudgedUnder {
  /** Path of the acceptance, e.g. `accept[0]`. */
  readonly rule: string
  /** Epoch milliseconds. */
  readonly now: number
  readonly vocabulary: Vocabulary
  readonly reuse?: Act['reuse']
}

/**
 * One acceptance against one verified-claims object, whole: claims of two objects never mix, that is what the container of
 * OIDC4IDA is for. Only metadata is read.
 */
export const judgeAcceptance = (
  accept: Acceptance,
  object: KnownVerification,
  { rule, now, vocabulary, reuse }: JudgedUnder,
): readonly Finding[] => [
  ...judgeReuse(reuse, object),
  ...judgeOrigin(accept, object, rule),
  ...judgeStanding(accept, object, rule, vocabulary),
  judgeTime(accept, object, rule, now),
  ...judgeOwnEnd(object, rule, now),
  ...judgeVerifier(accept, object, rule, vocabulary),
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

/** Our own end of it, where there is one. */
const judgeOwnEnd = ({ validUntil }: KnownVerification, rule: string, now: number): Finding[] => {
  if (validUntil === undefined) return []
  const until = Date.parse(validUntil)
  return [
    finding(`${rule}.validUntil`, 're-verify', {
      expected: 'a verification that still stands',
      actual: `stands until ${validUntil}`,
      pass: now < until,
      lapse: { fact: 'retention', at: until },
    }),
  ]
}

/** An act that trusts nobody by name trusts those the framework knows, if it knows any. */
const judgeVerifier = (accept: Acceptance, object: Verification, rule: string, vocabulary: Vocabulary): Finding[] => {
  const trusted = accept.verifiers ?? knownVerifiers(vocabulary, object.trustFramework)
  if (trusted === undefined) return []
  return [
    finding(`${rule}.verifiers`, 're-verify', {
      expected: trusted.join(' or '),
      actual: object.verifiers.join(', ') || 'not stated',
      pass: object.verifiers.some((verifier) => trusted.includes(verifier)),
    }),
  ]
}

/** Nothing where the framework is unknown or lists nobody. */
export const knownVerifiers = ({ trustFrameworks }: Vocabulary, framework: string): readonly string[] | undefined => {
  const listed = Object.hasOwn(trustFrameworks, framework) ? trustFrameworks[framework]?.verifiers : undefined
  return listed?.length === 0 ? undefined : listed
}

/** A derived claim stands and falls with the claim it is made of. */
const judgeClaims = (accept: Acceptance, object: Verification, rule: string): Finding[] =>
  Object.entries(accept.claims)
    .filter(([, wish]) => wish === 'essential')
    .map(([name]) => {
      const contested = object.conflicts?.includes(sourceOf(name)) === true
      const verified = object.claimNames.includes(sourceOf(name))
      return finding(`${rule}.claims.${name}`, 're-verify', {
        expected: `${name}, verified`,
        actual: contested ? 'contradicted by another verification' : verified ? 'verified' : 'not verified',
        pass: verified && !contested,
      })
    })
