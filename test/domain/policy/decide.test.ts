import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actHash, decide, factsDigest } from '../../../shared/domain/policy/decide.ts'
import type { Facts } from '../../../shared/domain/policy/decision.ts'
import type { Acceptance, Act } from '../../../shared/domain/policy/service.ts'
import type { Verification } from '../../../shared/domain/verified-claims/verified-claims.ts'
import {
  anAct,
  aVerification,
  facts,
  noon,
  noonSeconds,
  strictAcceptance,
  vocabulary,
  without,
} from '../../support/builders.ts'

const decided = (wish: Partial<Facts> = {}, act: Act = anAct(), now = noon) => decide(act, facts(wish), vocabulary, now)
const failing = (wish: Partial<Facts>, act?: Act) =>
  decided(wish, act)
    .requirements.filter(({ pass }) => !pass)
    .map(({ rule }) => rule)
const verified = (wish: Partial<Verification>) => ({ verifications: [aVerification(wish)] })

describe('opening an account', () => {
  it('is permitted when every requirement holds, until the first fact lapses', () => {
    expect(decided()).toMatchObject({
      outcome: 'permit',
      validUntil: '2026-11-24T12:29:00Z',
      lapsesFirst: 'authentication',
      satisfiedBy: [{ id: 'verification-1', until: '2027-11-04T09:30:59Z' }],
    })
  })

  it('is content with exactly the level it asks for', () => {
    expect(decided(verified({ assuranceLevel: 'substantial' })).outcome).toBe('permit')
  })

  it('says what it expected, what it found, and what would mend it', () => {
    const { outcome, requirements } = decided(verified({ assuranceLevel: 'low' }))
    expect(outcome).toBe('re-verify')
    expect(decided(verified({ assuranceLevel: 'low' }))).not.toHaveProperty('validUntil')
    expect(requirements).toContainEqual({
      rule: 'accept[0].assuranceLevel',
      expected: 'at least substantial',
      actual: 'low',
      pass: false,
      remedy: 're-verify',
    })
  })

  it.each([
    [
      'another framework',
      { trustFramework: 'westalis-nid', assuranceLevel: 'standard' },
      ['accept[0].trustFrameworks', 'accept[0].assuranceLevel'],
    ],
    [
      'a framework nobody knows, though it claims the level',
      { trustFramework: 'omnia' },
      ['accept[0].trustFrameworks', 'accept[0].assuranceLevel'],
    ],
    ['a level too low', { assuranceLevel: 'low' }, ['accept[0].assuranceLevel']],
    ['a level that is on no ladder', { assuranceLevel: 'ultra' }, ['accept[0].assuranceLevel']],
    ['a verification of more than a year ago', { time: { at: '2025-11-24T12:00:00Z' } }, ['accept[0].verifiedWithin']],
    ['a verification of tomorrow', { time: { at: '2026-11-25T12:00:00Z' } }, ['accept[0].verifiedWithin']],
    ['another verifier', { verifiers: ['somebody.example'] }, ['accept[0].verifiers']],
    ['no evidence', { evidence: [] }, ['accept[0].evidence', 'accept[0].evidence.notExpired']],
    [
      'other evidence',
      { evidence: [{ type: 'document', kind: 'utility_statement', expires: '2031-01-01', checkMethods: [] }] },
      ['accept[0].evidence', 'accept[0].evidence.notExpired'],
    ],
    [
      'an expired passport',
      { evidence: [{ type: 'document', kind: 'passport', expires: '2026-11-23', checkMethods: [] }] },
      ['accept[0].evidence.notExpired'],
    ],
    [
      'a passport that does not say when it expires',
      { evidence: [{ type: 'document', kind: 'passport', checkMethods: [] }] },
      ['accept[0].evidence.notExpired'],
    ],
    ['a missing essential claim', { claimNames: ['name'] }, ['accept[0].claims.country']],
  ] as const)('needs a new verification with %s', (_, wish, rules) => {
    expect(decided(verified(wish)).outcome).toBe('re-verify')
    expect(failing(verified(wish))).toEqual(rules)
  })

  it.each(['assuranceLevel', 'time'] as const)('needs one with no %s stated', (member) => {
    expect(decided({ verifications: [without(aVerification(), member)] }).outcome).toBe('re-verify')
  })

  it('does not need what is only voluntary', () => {
    expect(decided(verified({ claimNames: ['country', 'name'] })).outcome).toBe('permit')
  })

  it('says "no verified claims" when nothing came, and not an error', () => {
    expect(decided({ verifications: [] })).toMatchObject({
      outcome: 're-verify',
      requirements: expect.arrayContaining([expect.objectContaining({ rule: 'accept', actual: 'no verified claims' })]),
    })
    const either = [strictAcceptance, { ...strictAcceptance, trustFrameworks: ['eidas', 'westalis-nid'] }]
    expect(decided({ verifications: [] }, anAct({ accept: either })).requirements.at(-1)).toMatchObject({
      expected: 'claims verified under eidas or westalis-nid',
    })
  })

  it('asks for no verification where the act needs none', () => {
    const { accept: _accept, ...act } = anAct()
    expect(decided({ verifications: [] }, act)).toMatchObject({ outcome: 'permit', satisfiedBy: [] })
  })

  it('never mixes claims of two objects', () => {
    const half = [aVerification({ id: 'a', claimNames: ['name'] }), aVerification({ id: 'b', claimNames: ['country'] })]
    expect(decided({ verifications: half })).toMatchObject({ outcome: 're-verify', satisfiedBy: [] })
  })

  it('explains the smallest gap, not the first', () => {
    const far = aVerification({ id: 'far', trustFramework: 'omnia', verifiers: [], evidence: [], claimNames: [] })
    const near = aVerification({ id: 'near', assuranceLevel: 'low' })
    expect(failing({ verifications: [far, near] })).toEqual(['accept[0].assuranceLevel'])
    expect(failing({ verifications: [near, far] })).toEqual(['accept[0].assuranceLevel'])
  })

  it('explains the alternative of which most holds, where the gaps are equal', () => {
    const bare: Acceptance = { trustFrameworks: ['westalis-nid'], claims: {} }
    const told = (...accept: Acceptance[]) => failing(verified({ assuranceLevel: 'low' }), anAct({ accept }))
    expect(told(bare, strictAcceptance)).toEqual(['accept[1].assuranceLevel'])
    expect(told(strictAcceptance, bare)).toEqual(['accept[0].assuranceLevel'])
  })

  it('lasts as long as the best of several objects', () => {
    const older = aVerification({ id: 'older', time: { at: '2026-01-01T00:00:00Z' } })
    const act = anAct({ authentication: { acrAnyOf: ['mosip:idp:acr:generated-code'], maxAge: 'P2Y' } })
    expect(decided({ verifications: [older, aVerification()] }, act)).toMatchObject({
      validUntil: '2027-11-04T09:30:59Z',
      lapsesFirst: 'verification',
      satisfiedBy: [
        { id: 'older', until: '2027-01-01T00:00:00Z' },
        { id: 'verification-1', until: '2027-11-04T09:30:59Z' },
      ],
    })
  })

  it('lasts as long as the best of several alternatives, and without end where none is set', () => {
    const short = { ...strictAcceptance, verifiedWithin: 'P1M' }
    const endless = { trustFrameworks: ['eidas'], claims: strictAcceptance.claims }
    const until = (...accept: Acceptance[]) => decided({}, anAct({ accept })).satisfiedBy
    expect(until(short, strictAcceptance)).toEqual([{ id: 'verification-1', until: '2027-11-04T09:30:59Z' }])
    expect(until(short, endless)).toEqual([{ id: 'verification-1' }])
  })

  it('accepts any one of several alternatives', () => {
    const act = anAct({
      accept: [strictAcceptance, { trustFrameworks: ['westalis-nid'], claims: { name: 'essential' } }],
    })
    expect(decided(verified({ trustFramework: 'westalis-nid' }), act).outcome).toBe('permit')
  })

  it('wants a stronger factor before a fresher one, and a new verification before both', () => {
    const weak = { authentication: { acr: ['mosip:idp:acr:static-code'], authTime: noonSeconds - 3600 } }
    const old = { authentication: { acr: ['mosip:idp:acr:generated-code'], authTime: noonSeconds - 1800 } }
    expect(decided(old).outcome).toBe('re-authenticate')
    expect(decided(weak).outcome).toBe('step-up')
    expect(decided({ ...weak, verifications: [] }).outcome).toBe('re-verify')
  })

  it('is over in the second it is over', () => {
    const act = anAct()
    expect(decided({}, act, noon + 29 * 60_000 - 1).outcome).toBe('permit')
    expect(decided({}, act, noon + 29 * 60_000).outcome).toBe('re-authenticate')
  })

  it('needs an essential plain claim too', () => {
    const about = (claimNames: readonly string[], act: Act) =>
      decided({ claimNames }, act).requirements.find(({ rule }) => rule === 'claims.email')
    const needing = anAct({ claims: { email: 'essential' } })
    expect(failing({ claimNames: [] }, needing)).toEqual(['claims.email'])
    expect(about([], needing)).toMatchObject({ expected: 'email', actual: 'not stated', remedy: 're-authenticate' })
    expect(about(['email'], needing)).toMatchObject({ actual: 'stated', remedy: null })
    expect(about([], anAct({ claims: { email: 'voluntary' } }))).toBeUndefined()
  })
})

const anyVerification = fc.record({
  id: fc.string({ minLength: 1, maxLength: 4 }),
  origin: fc.constant('asserted' as const),
  trustFramework: fc.constantFrom('eidas', 'westalis-nid', 'omnia', '__proto__', 'constructor'),
  assuranceLevel: fc.constantFrom('low', 'substantial', 'high', 'standard', 'ultra'),
  time: fc.record({ at: fc.constantFrom('2025-01-01T00:00:00Z', '2026-11-01T00:00:00Z', '2027-01-01T00:00:00Z') }),
  verifiers: fc.array(fc.constantFrom('eidas-verifier.veridonia.example', 'other.example'), { maxLength: 2 }),
  evidence: fc.array(
    fc.record({
      type: fc.constant('document' as const),
      kind: fc.constantFrom('passport', 'idcard', 'bill'),
      expires: fc.constantFrom('2020-01-01', '2031-01-01'),
      checkMethods: fc.constant([]),
    }),
    { maxLength: 2 },
  ),
  claimNames: fc.subarray(['name', 'country', 'birthdate']),
})

describe('every decision', () => {
  it('names the act and the facts it was made of', () => {
    const decision = decided()
    expect(decision.actHash).toMatch(/^[\w-]{43}$/)
    expect(decision.factsDigest).toMatch(/^[\w-]{43}$/)
    expect(actHash(anAct({ claims: { email: 'essential' } }))).not.toBe(decision.actHash)
    expect(factsDigest(facts({ claimNames: [] }))).not.toBe(decision.factsDigest)
    const { verifications, claimNames, authentication } = facts()
    expect(factsDigest({ verifications, claimNames, authentication })).toBe(decision.factsDigest)
  })

  const verifications = fc.array(anyVerification, { maxLength: 4 })

  it('is the same, byte for byte, for the same act, facts and clock', () => {
    fc.assert(
      fc.property(verifications, (some) => {
        const copy: Verification[] = structuredClone(some)
        expect(JSON.stringify(decided({ verifications: some }))).toBe(JSON.stringify(decided({ verifications: copy })))
      }),
    )
  })

  it('permits exactly when some one object satisfies the act alone', () => {
    fc.assert(
      fc.property(verifications, (some) => {
        const alone = some.some((one) => decided({ verifications: [one] }).outcome === 'permit')
        expect(decided({ verifications: some }).outcome === 'permit').toBe(alone)
      }),
      { numRuns: 500 },
    )
  })

  it('is never worse for knowing more', () => {
    fc.assert(
      fc.property(verifications, anyVerification, (some, one) => {
        if (decided({ verifications: some }).outcome === 'permit')
          expect(decided({ verifications: [...some, one] }).outcome).toBe('permit')
      }),
    )
  })

  it('permits only with every requirement passed, and else names a remedy', () => {
    fc.assert(
      fc.property(verifications, (some) => {
        const { outcome, requirements } = decided({ verifications: some })
        expect(outcome === 'permit').toBe(requirements.every(({ pass }) => pass))
        expect(requirements.every(({ pass, remedy }) => pass === (remedy === null))).toBe(true)
      }),
    )
  })
})
