import { describe, expect, it } from 'vitest'
import {
  type Ask,
  compileAct,
  compileActs,
  longestClaims,
} from '../../../shared/domain/policy/authorization-request.ts'
import type { Acceptance, Act, Vocabulary, Wish } from '../../../shared/domain/policy/service.ts'
import { esignet18 } from '../../../shared/providers/esignet/release-1.8.ts'
import { esignet20 } from '../../../shared/providers/esignet/release-2.0.ts'
import { anAct } from '../../support/builders.ts'
import { entriesOf, frameworksOf, plainOf } from './support/asked.ts'

const compiled = (acts: readonly Act[], vocabulary?: Vocabulary): Ask => {
  const ask = compileActs(acts, { profile: esignet18, ...(vocabulary === undefined ? {} : { vocabulary }) })
  if (!ask.ok) throw new Error(ask.refusal.reason)
  return ask.value
}
const bytesOf = ({ claims }: Ask) => Buffer.byteLength(JSON.stringify(claims))
const accepting = (...accept: readonly Acceptance[]) => anAct({ accept })
const under = (frameworks: readonly string[], claims: Readonly<Record<string, Wish>>): Acceptance => ({
  trustFrameworks: frameworks,
  claims,
})
const told = (ask: Ask) => entriesOf(ask).map((entry) => [frameworksOf(entry).join(' '), entry.claims])
const must = { essential: true }

describe('several acts on one trip', () => {
  it('are asked for each claim once, as strongly as any needs it', () => {
    const ask = compiled([
      anAct({
        claims: { email: 'voluntary', gender: 'voluntary' },
        accept: [under(['eidas'], { name: 'voluntary', birthdate: 'essential' })],
      }),
      anAct({
        claims: { email: 'essential' },
        accept: [under(['eidas'], { name: 'essential', country: 'voluntary' })],
      }),
    ])
    expect(plainOf(ask)).toEqual({ email: must, gender: null })
    expect(told(ask)).toEqual([['eidas', { name: must, birthdate: must, country: null }]])
  })

  it('ask about no framework twice', () => {
    const ask = compiled([
      accepting(under(['eidas'], { name: 'essential' }), under(['westalis-nid', 'omnia'], { name: 'essential' })),
      accepting(under(['omnia', 'eidas'], { country: 'essential' })),
    ])
    expect(told(ask)).toEqual([
      ['eidas', { name: must, country: must }],
      ['westalis-nid', { name: must }],
      ['omnia', { name: must, country: must }],
    ])
  })

  it('ask about frameworks of which the same is wanted together', () => {
    const both = under(['eidas', 'omnia'], { name: 'essential' })
    expect(told(compiled([accepting(both), accepting(both)]))).toEqual([['eidas omnia', { name: must }]])
  })

  it('want a factor that suffices for all of them, in the order of the first', () => {
    const by = (...acrAnyOf: string[]) => anAct({ authentication: { acrAnyOf, maxAge: 'PT1H' } })
    const ask = compiled([by('a', 'b', 'c'), by('c', 'b')])
    expect(ask.acrValues).toEqual(['b', 'c'])
    expect(ask.claims.id_token).toEqual({ acr: { values: ['b', 'c'] } })
    expect(compileActs([by('a'), by('b')])).toEqual({ ok: false, refusal: { reason: 'no-common-acr' } })
    expect(compileActs([])).toEqual({ ok: false, refusal: { reason: 'no-common-acr' } })
  })

  it('ask for the claim that a derived one is made of, once', () => {
    const ask = compiled([
      anAct({
        claims: { age_over_18: 'essential', birthdate: 'voluntary' },
        accept: [under(['eidas'], { age_over_21: 'essential' })],
      }),
    ])
    expect(plainOf(ask)).toEqual({ birthdate: must })
    expect(told(ask)).toEqual([['eidas', { birthdate: must }]])
  })
})

describe('frameworks that count as others', () => {
  const vocabulary: Vocabulary = {
    trustFrameworks: {
      eidas: { name: 'eIDAS', levels: ['low', 'substantial', 'high'] },
      nist: { name: 'NIST', levels: ['ial1', 'ial2', 'ial3'] },
    },
    equivalences: [
      {
        framework: 'nist',
        level: 'ial2',
        countsAs: { framework: 'eidas', level: 'substantial' },
        declaredBy: 'us',
        since: '2026-01-01',
      },
    ],
  }
  const wanting = (atLeast: string) => ({ ...under(['eidas'], { name: 'essential' }), assuranceLevel: { atLeast } })

  it('are asked for, too, where they can suffice', () => {
    expect(told(compiled([accepting(wanting('substantial'))], vocabulary))).toEqual([['eidas nist', { name: must }]])
    expect(told(compiled([accepting(wanting('high'))], vocabulary))).toEqual([['eidas', { name: must }]])
    expect(told(compiled([accepting(under(['eidas'], { name: 'essential' }))], vocabulary))).toEqual([
      ['eidas nist', { name: must }],
    ])
    expect(told(compiled([accepting(under(['nist'], { name: 'essential' }))], vocabulary))).toEqual([
      ['nist', { name: must }],
    ])
  })

  it('are asked for with their own levels where what we have is too low', () => {
    const ask = compileActs([accepting(wanting('substantial'))], { vocabulary, tooLow: new Set([0]) })
    expect(
      ask.ok &&
        entriesOf(ask.value).map(({ verification }) => [verification.trust_framework, verification.assurance_level]),
    ).toEqual([
      [{ value: 'eidas' }, { values: ['substantial', 'high'] }],
      [{ value: 'nist' }, { values: ['ial2', 'ial3'] }],
    ])
  })

  it('are asked for at any level where one of those who want it has none yet', () => {
    const ask = compileActs([accepting(wanting('high')), accepting(wanting('low'))], {
      vocabulary,
      tooLow: new Set([0]),
    })
    expect(ask.ok && entriesOf(ask.value).map(({ verification }) => verification.assurance_level)).toEqual([null, null])
  })
})

describe('what is asked about evidence', () => {
  const evidenceOf = (accept: Acceptance, vocabulary?: Vocabulary) =>
    entriesOf(compiled([accepting(accept)], vocabulary))[0]?.verification.evidence
  const anything = under(['eidas'], { name: 'essential' })
  const checks = [{ check_method: null, organization: null, time: null }]

  it('is each type in its own words', () => {
    expect(evidenceOf(anything)).toEqual([
      {
        type: { value: 'document' },
        check_details: checks,
        document_details: { type: null, issuer: { name: null }, date_of_expiry: null },
      },
      {
        type: { value: 'electronic_record' },
        check_details: checks,
        record: { type: null, source: { name: null }, date_of_expiry: null },
      },
      { type: { value: 'vouch' }, check_details: checks, attestation: { type: null, date_of_expiry: null } },
      { type: { value: 'electronic_signature' }, signature_type: null, issuer: null },
    ])
  })

  it('is each type once', () => {
    const twice = {
      anyOf: [
        { type: 'document', documents: ['passport'] },
        { type: 'document', documents: ['idcard'] },
      ],
    }
    expect(evidenceOf({ ...anything, evidence: twice })).toHaveLength(1)
  })
})

describe('a request that would be too long', () => {
  /** Voluntary claims make it long; eSignet's own names are short. */
  const filler = (length: number): Record<string, Wish> =>
    Object.fromEntries(
      Array.from({ length }, (_, at) => [`claim_number_${String(at).padStart(3, '0')}`, 'voluntary' as const]),
    )
  const grown = (accept: Acceptance, length: number) => compiled([anAct({ claims: filler(length), accept: [accept] })])
  const plain = under(['eidas'], { name: 'essential', gender: 'voluntary' })
  const shapeOf = (ask: Ask) => {
    const [entry] = entriesOf(ask)
    const { evidence, verification_process: process } = entry?.verification ?? {}
    return {
      evidence: evidence?.map((one) => Object.keys(one).length),
      process,
      claims: Object.keys(entry?.claims ?? {}),
    }
  }

  it('loses what nobody reads first, and wishes last', () => {
    const shapes = Array.from({ length: 90 }, (_, length) => grown(plain, length))
    expect(shapes.every((ask) => bytesOf(ask) < longestClaims)).toBe(true)
    const seen = [...new Map(shapes.map((ask) => [JSON.stringify(shapeOf(ask)), shapeOf(ask)])).values()]
    expect(seen).toEqual([
      { evidence: [3, 3, 3, 3], process: null, claims: ['name', 'gender'] },
      { evidence: [1, 1, 1, 1], process: null, claims: ['name', 'gender'] },
      { evidence: undefined, process: null, claims: ['name', 'gender'] },
      { evidence: undefined, process: undefined, claims: ['name', 'gender'] },
      { evidence: undefined, process: undefined, claims: ['name'] },
    ])
    const last = shapes.at(-1)
    expect(last && plainOf(last)).toEqual({})
  })

  it('keeps of the evidence what a rule reads', () => {
    const entryAfter = (accept: Partial<Acceptance>, vocabulary?: Vocabulary) =>
      entriesOf(compiled([anAct({ claims: filler(80), accept: [{ ...plain, ...accept }] })], vocabulary))[0]
        ?.verification.evidence
    const papers = [{ type: 'document', documents: ['passport'] }]
    expect(entryAfter({ evidence: { anyOf: papers, notExpired: true } })).toEqual([
      { type: { value: 'document' }, document_details: { type: null, date_of_expiry: null } },
    ])
    expect(entryAfter({ evidence: { anyOf: papers } })).toEqual([
      { type: { value: 'document' }, document_details: { type: null } },
    ])
    expect(
      entryAfter({ evidence: { anyOf: [{ type: 'vouch' }, { type: 'electronic_signature', documents: ['qes'] }] } }),
    ).toEqual([{ type: { value: 'vouch' } }, { type: { value: 'electronic_signature' }, signature_type: null }])
    const byVerifier = [
      { type: { value: 'document' }, check_details: [{ organization: null }] },
      { type: { value: 'electronic_record' }, check_details: [{ organization: null }] },
      { type: { value: 'vouch' }, check_details: [{ organization: null }] },
      { type: { value: 'electronic_signature' } },
    ]
    expect(entryAfter({ verifiers: ['a.example'] })).toEqual(byVerifier)
    expect(entryAfter({}, { trustFrameworks: { eidas: { name: 'e', levels: [], verifiers: ['a.example'] } } })).toEqual(
      byVerifier,
    )
    expect(entryAfter({}, { trustFrameworks: { eidas: { name: 'e', levels: [], verifiers: [] } } })).toBeUndefined()
  })

  it('keeps the wishes of an entry that has nothing else', () => {
    const ask = grown(under(['eidas'], { gender: 'voluntary' }), 90)
    expect(told(ask)).toEqual([['eidas', { gender: null }]])
  })

  const needing = Object.fromEntries(Object.keys(filler(70)).map((name): [string, Wish] => [name, 'essential']))
  const essentials = anAct({ claims: needing })

  it('is refused rather than sent without something that is needed, and says by how much', () => {
    const refused = compileActs([essentials], { profile: esignet18 })
    expect(refused).toMatchObject({ ok: false, refusal: { reason: 'too-long', longest: 2000 } })
    expect(!refused.ok && refused.refusal.reason === 'too-long' && refused.refusal.bytes).toBeGreaterThanOrEqual(2000)
  })

  it('is sent whole where somebody asks all the same', () => {
    const ask = compileAct(essentials, esignet18)
    expect(plainOf(ask)).toEqual(Object.fromEntries(Object.keys(needing).map((name) => [name, must])))
    expect(shapeOf(ask)).toMatchObject({ process: null, claims: ['name', 'country', 'birthdate'] })
  })

  it('and plainly, where the release has no verified claims', () => {
    expect(compileAct(essentials, esignet20).claims.userinfo).toMatchObject({
      ...plainOf(compileAct(essentials, esignet18)),
      name: must,
    })
    expect(compileAct(essentials, esignet20).claims.userinfo).not.toHaveProperty('verified_claims')
  })

  it('is made shorter for one act, too', () => {
    const act = anAct({ claims: filler(60), accept: [plain] })
    expect(bytesOf(compileAct(act, esignet18))).toBeLessThan(longestClaims)
    expect(compileAct(act, esignet18)).toEqual(compiled([act]))
  })

  it('keeps the evidence that one of those who are asked for together reads', () => {
    const papers = { evidence: { anyOf: [{ type: 'document', documents: ['passport'] }] } }
    const vouched = { evidence: { anyOf: [{ type: 'vouch' }], notExpired: true } }
    const [entry] = entriesOf(
      compiled([
        anAct({
          claims: filler(80),
          accept: [plain, { ...plain, ...papers }, { ...plain, ...vouched }, { ...plain, verifiers: ['a.example'] }],
        }),
      ]),
    )
    const checks = { check_details: [{ organization: null }] }
    expect(entry?.verification.evidence).toEqual([
      { type: { value: 'document' }, ...checks, document_details: { type: null } },
      { type: { value: 'electronic_record' }, ...checks },
      { type: { value: 'vouch' }, ...checks, attestation: { date_of_expiry: null } },
      { type: { value: 'electronic_signature' } },
    ])
  })

  it('is measured in bytes, as it is sent', () => {
    const named = (sign: string) =>
      under([sign.repeat(250), ...Array.from({ length: 6 }, (_, at) => `${at}${sign.repeat(170)}`)], {
        name: 'essential',
      })
    expect(compileActs([accepting(named('a'))]).ok).toBe(true)
    expect(compileActs([accepting(named('ក'))])).toMatchObject({ ok: false, refusal: { reason: 'too-long' } })
  })
})

describe('a name that eSignet cannot digest', () => {
  it.each<readonly [Partial<Act>, unknown]>([
    [{ accept: [under(['100%'], { name: 'essential' })] }, { reason: 'percent-sign', name: '100%' }],
    [{ accept: [under(['eidas'], { 'n%me': 'essential' })] }, { reason: 'percent-sign', name: 'n%me' }],
    [{ claims: { 'e%mail': 'voluntary' } }, { reason: 'percent-sign', name: 'e%mail' }],
    [{ authentication: { acrAnyOf: ['a%b'], maxAge: 'PT1H' } }, { reason: 'percent-sign', name: 'a%b' }],
    [{ accept: [under(['xy'], { name: 'essential' })] }, { reason: 'value-too-short', name: 'xy' }],
  ])('%j is refused', (wish, refusal) => {
    expect(compileActs([anAct(wish)], { profile: esignet18 })).toEqual({ ok: false, refusal })
  })

  it('has fewer than three characters, and not three', () => {
    expect(told(compiled([accepting(under(['xyz'], { name: 'essential' }))]))).toEqual([['xyz', { name: must }]])
  })
})
