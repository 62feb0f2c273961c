import fc from 'fast-check'
import type { Circumstances, Context, Facts, KnownVerification } from '../../../shared/domain/policy/decision.ts'
import type { Acceptance, Act, Condition, RiskRule, Vocabulary, Wish } from '../../../shared/domain/policy/service.ts'
import { noon, noonSeconds } from '../../support/builders.ts'

/** A small world, so that what is drawn meets: a few frameworks, levels, claims, verifiers, purposes and circumstances. */
const ladders: Readonly<Record<string, readonly string[]>> = {
  eidas: ['low', 'substantial', 'high'],
  nist: ['ial1', 'ial2', 'ial3'],
  ledgerless: [],
}
const frameworks = ['eidas', 'eidas', 'nist', 'nist', ...Object.keys(ladders), 'omnia', '__proto__', 'constructor']
const levels = [...Object.values(ladders).flat(), 'ultra']
const claimNames = ['name', 'birthdate', 'country', 'email']
const wishedClaims = [...claimNames, 'age_over_18']
const verifiers = ['a.example', 'b.example']
const purposes = ['urn:visa', 'urn:tax']
const acrs = ['acr:code', 'acr:face', 'acr:pin']
const kinds = ['passport', 'idcard', 'register']
const types = ['document', 'electronic_record', 'vouch', 'electronic_signature'] as const
const durations = ['PT5M', 'PT1H', 'P1D', 'P1M', 'P1Y']

const some = (from: readonly string[]) => fc.subarray([...new Set(from)], { minLength: 1 })
const one = (from: readonly string[]) => fc.constantFrom(...from)
/** Rather not, or hardly anything would ever be permitted. */
const maybe = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
const rfc3339 = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`
/** Not after noon: what is verified in the future is another test's matter. */
const past = fc.integer({ min: 0, max: 500 * 24 }).map((hours) => rfc3339(noon - hours * 3_600_000))
const anyTime = fc.integer({ min: -100 * 24, max: 800 * 24 }).map((hours) => rfc3339(noon + hours * 3_600_000))

/** Members that came out undefined are left out, as types and service files have it. */
const record = <Value extends object>(
  model: {
    readonly [Member in keyof Value]-?: fc.Arbitrary<Value[Member] | undefined>
  },
): fc.Arbitrary<Value> =>
  fc
    .tuple(...Object.entries<fc.Arbitrary<unknown>>(model).map(([name, value]) => value.map((made) => [name, made])))
    .map((members) => Object.fromEntries(members.filter(([, made]) => made !== undefined)) as Value)

const wishes: fc.Arbitrary<Readonly<Record<string, Wish>>> = fc.dictionary(
  one(wishedClaims),
  fc.constantFrom<Wish>('essential', 'voluntary'),
  { minKeys: 1, maxKeys: 3 },
)

const acceptance: fc.Arbitrary<Acceptance> = record<Acceptance>({
  declared: maybe(fc.boolean()),
  trustFrameworks: some(frameworks),
  assuranceLevel: maybe(fc.record({ atLeast: one(['low', 'substantial', 'ial2', ...levels]) })),
  verifiedWithin: maybe(one(durations)),
  verifiers: maybe(some(verifiers)),
  evidence: maybe(
    record<NonNullable<Acceptance['evidence']>>({
      anyOf: fc.array(
        record<{ type: string; documents?: readonly string[] }>({ type: one(types), documents: maybe(some(kinds)) }),
        {
          minLength: 1,
          maxLength: 2,
        },
      ),
      notExpired: maybe(fc.boolean()),
    }),
  ),
  claims: wishes,
})

const acceptances = fc.array(acceptance, { minLength: 1, maxLength: 3 })

const condition: fc.Arbitrary<Condition> = record<Condition>({
  above: maybe(fc.integer({ min: 0, max: 4 })),
  below: maybe(fc.integer({ min: 0, max: 4 })),
  in: maybe(some(['VD', 'WS'])),
  notIn: maybe(some(['VD', 'WS'])),
  is: maybe(fc.constantFrom('VD', 1, true)),
  absent: maybe(fc.constant(true as const)),
})

const riskRule: fc.Arbitrary<RiskRule> = record<RiskRule>({
  when: fc.dictionary(one(['amount', 'country']), condition, { maxKeys: 2 }),
  authentication: maybe(
    record<Partial<Act['authentication']>>({ acrAnyOf: maybe(some(acrs)), maxAge: maybe(one(durations)) }),
  ),
  accept: maybe(acceptances),
  outcome: maybe(fc.constantFrom<'manual-review' | 'deny'>('manual-review', 'deny')),
})

export const anyAct: fc.Arbitrary<Act> = record<Act>({
  authentication: fc.record({ acrAnyOf: some(acrs), maxAge: one(durations) }),
  claims: maybe(wishes),
  accept: fc.option(acceptances, { nil: undefined }),
  risk: maybe(fc.array(riskRule, { maxLength: 2 })),
  reuse: fc.option(
    fc.record({ fromPurposes: some(purposes), consent: fc.constantFrom('required' as const, 'not-required' as const) }),
    { nil: undefined },
  ),
})

export const anyVerification: fc.Arbitrary<KnownVerification> = record<KnownVerification>({
  id: fc.string({ minLength: 1, maxLength: 4 }),
  origin: fc.constantFrom('asserted', 'asserted', 'declared'),
  trustFramework: one(frameworks),
  assuranceLevel: fc.option(one(levels), { nil: undefined }),
  time: maybe(past.map((at) => ({ at }))),
  verificationProcess: maybe(fc.constant('reference')),
  verifiers: fc.oneof(fc.constant(verifiers), fc.subarray(verifiers)),
  evidence: fc.array(
    record<KnownVerification['evidence'][number]>({
      type: fc.constantFrom(...types),
      kind: maybe(one(kinds)),
      issuer: maybe(fc.constant('somebody')),
      expires: maybe(anyTime.map((at) => at.slice(0, 10))),
      checkMethods: fc.constant([]),
    }),
    { maxLength: 2 },
  ),
  claimNames: fc.oneof(fc.constant(claimNames), fc.subarray(claimNames)),
  conflicts: maybe(fc.subarray(claimNames)),
  obtainedFor: fc.option(one(purposes), { nil: undefined, freq: 2 }),
  consented: maybe(fc.boolean()),
  validUntil: maybe(anyTime),
})

export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  authentication: fc.record({
    acr: some(acrs),
    authTime: fc.nat(5_000).map((seconds) => noonSeconds - seconds),
  }),
  claimNames: fc.oneof(fc.constant(claimNames), fc.subarray(claimNames)),
  verifications: fc.array(anyVerification, { maxLength: 3 }),
})

const equivalence: fc.Arbitrary<NonNullable<Vocabulary['equivalences']>[number]> = fc.record({
  framework: one(frameworks),
  level: one(levels),
  countsAs: fc.record({ framework: one(frameworks), level: one(levels) }),
  declaredBy: fc.constant('the operator'),
  since: fc.constant('2026-01-01'),
})

export const anyVocabulary: fc.Arbitrary<Vocabulary> = record<Vocabulary>({
  trustFrameworks: fc.record(
    Object.fromEntries(
      Object.entries(ladders).map(([name, ladder]) => [
        name,
        record<Vocabulary['trustFrameworks'][string]>({
          name: fc.constant(name),
          levels: fc.constant(ladder),
          verifiers: maybe(fc.subarray(verifiers)),
        }),
      ]),
    ),
  ),
  equivalences: maybe(fc.array(equivalence, { maxLength: 3 })),
})

export const anyContext: fc.Arbitrary<Context> = fc.dictionary(
  one(['amount', 'country', 'channel']),
  fc.oneof(fc.integer({ min: 0, max: 5 }), one(['VD', 'WS', 'XX']), fc.boolean()),
)

export const anyCircumstances: fc.Arbitrary<Circumstances> = record<Circumstances>({
  context: maybe(anyContext),
  attempts: maybe(
    fc.record({ count: fc.nat(4), since: fc.integer({ min: 0, max: 1_000_000 }).map((ago) => noon - ago) }),
  ),
  profile: maybe(
    fc.constantFrom('asserted' as const, 'none' as const).map((release) => ({
      verifiedClaims: { release, timeWithoutZone: 'refuse' as const },
    })),
  ),
})

/** The level above, on the object's own ladder; the same where there is none. */
export const raised = (verification: KnownVerification): KnownVerification => {
  const ladder = Object.hasOwn(ladders, verification.trustFramework) ? (ladders[verification.trustFramework] ?? []) : []
  const at = ladder.indexOf(verification.assuranceLevel ?? '')
  const above = at < 0 ? undefined : ladder[at + 1]
  return above === undefined ? verification : { ...verification, assuranceLevel: above }
}
