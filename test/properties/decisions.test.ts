import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../shared/domain/policy/decide.ts'
import type { Facts } from '../../shared/domain/policy/decision.ts'
import { noon } from '../support/builders.ts'
import { anyAct, anyCircumstances, anyFacts, anyVerification, anyVocabulary, raised } from './support/policy.ts'

const numRuns = Number(process.env['DECISIONS'] ?? 2_000)
const case_ = fc.record({ act: anyAct, facts: anyFacts, vocabulary: anyVocabulary, circumstances: anyCircumstances })
type Case = typeof case_ extends fc.Arbitrary<infer Value> ? Value : never

const decided = ({ act, facts, vocabulary, circumstances }: Case, now = noon) =>
  decide(act, facts, vocabulary, now, circumstances)
const permits = (one: Case, now = noon) => decided(one, now).outcome === 'permit'
const knowing = (one: Case, verifications: Facts['verifications']): Case => ({
  ...one,
  facts: { ...one.facts, verifications },
})
const check = (property: (one: Case) => void, runs = numRuns) =>
  fc.assert(fc.property(case_, property), { numRuns: runs })

/** Most drawn cases fail somewhere; a property about permits needs enough of them to say anything. */
const ofThose = (wanted: (one: Case) => boolean) =>
  fc.sample(case_, { numRuns, seed: 20_261_124 }).filter(wanted).length

describe('whatever the act, the facts, the circumstances and the vocabulary', () => {
  it('there is enough of either to talk about', () => {
    expect(ofThose((one) => permits(one))).toBeGreaterThan(numRuns / 20)
    expect(ofThose((one) => decided(one).remedy !== null)).toBeGreaterThan(numRuns / 5)
    expect(ofThose((one) => decided(one).outcome === 'consent')).toBeGreaterThan(0)
  })

  it('the same input is the same decision, byte for byte', () => {
    check((one) => {
      expect(JSON.stringify(decided(structuredClone(one)))).toBe(JSON.stringify(decided(one)))
    })
  })

  it('judging changes nothing that was handed in', () => {
    check((one) => {
      const before = JSON.stringify(one)
      decided(one)
      expect(JSON.stringify(one)).toBe(before)
    })
  })

  it('an act is permitted exactly where nothing failed, and else the heaviest remedy is the outcome', () => {
    check((one) => {
      const { outcome, requirements, remedies, remedy, explanation, validUntil } = decided(one)
      expect(outcome === 'permit').toBe(requirements.every(({ pass }) => pass))
      expect(outcome).toBe(remedies[0] ?? 'permit')
      expect(requirements.every(({ pass, remedy: mends }) => pass === (mends === null))).toBe(true)
      expect(new Set(remedies)).toEqual(new Set(requirements.flatMap(({ remedy: mends }) => mends ?? [])))
      expect(remedy === null).toBe(outcome === 'permit' || explanation !== undefined)
      if (remedy !== null) expect(remedy.kind).toBe(outcome)
      expect(validUntil === undefined).toBe(outcome !== 'permit')
    })
  })

  it('a permit holds until it says, and not a second longer', () => {
    check((one) => {
      const { validUntil } = decided(one)
      if (validUntil === undefined) return
      expect(permits(one, Date.parse(validUntil) - 1)).toBe(true)
      expect(permits(one, Date.parse(validUntil))).toBe(false)
    })
  })

  it('one verification more never takes a permit away', () => {
    fc.assert(
      fc.property(case_, anyVerification, fc.nat(3), (one, more, at) => {
        if (!permits(one)) return
        expect(permits(knowing(one, one.facts.verifications.toSpliced(at, 0, more)))).toBe(true)
      }),
      { numRuns },
    )
  })

  it('a higher level never loses', () => {
    check((one) => {
      if (permits(one)) expect(permits(knowing(one, one.facts.verifications.map(raised)))).toBe(true)
    })
  })

  it('a yes never loses', () => {
    check((one) => {
      const agreed = one.facts.verifications.map((verification) => ({ ...verification, consented: true }))
      if (permits(one)) expect(permits(knowing(one, agreed))).toBe(true)
    })
  })

  it('time that passes never gains', () => {
    fc.assert(
      fc.property(case_, fc.integer({ min: 1, max: 400 * 86_400_000 }), (one, later) => {
        if (permits(one, noon + later)) expect(permits(one)).toBe(true)
      }),
      { numRuns },
    )
  })

  it('a verification in two parts never gains what it had not whole', () => {
    fc.assert(
      fc.property(case_, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (one, sides) => {
        const [first, ...others] = one.facts.verifications
        if (first === undefined) return
        const side = (wanted: boolean) => ({
          ...first,
          id: `${first.id}${wanted}`,
          claimNames: first.claimNames.filter((_, at) => sides[at] === wanted),
          evidence: first.evidence.filter((_, at) => sides[at + 4] === wanted),
          verifiers: first.verifiers.filter((_, at) => sides[at + 6] === wanted),
        })
        if (permits(knowing(one, [side(true), side(false), ...others]))) expect(permits(one)).toBe(true)
      }),
      { numRuns },
    )
  })

  it('what was verified for another purpose changes nothing for an act that does not reuse', () => {
    fc.assert(
      fc.property(case_, anyVerification, (one, more) => {
        const { reuse: _reuse, ...act } = one.act
        const strict = { ...one, act }
        const foreign = { ...more, obtainedFor: 'urn:elsewhere', consented: true }
        const { factsDigest: _one, ...without } = decided(strict)
        const { factsDigest: _two, ...having } = decided(knowing(strict, [...one.facts.verifications, foreign]))
        expect(having).toEqual(without)
      }),
      { numRuns },
    )
  })

  it('no value of a circumstance is told', () => {
    check((one) => {
      const secret = 'hush-hush'
      const context = { ...one.circumstances.context, amount: secret, channel: secret }
      expect(JSON.stringify(decided({ ...one, circumstances: { ...one.circumstances, context } }))).not.toContain(
        secret,
      )
    })
  })
})
