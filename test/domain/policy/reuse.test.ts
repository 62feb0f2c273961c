import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/domain/policy/decide.ts'
import type { KnownVerification } from '../../../shared/domain/policy/decision.ts'
import type { Act } from '../../../shared/domain/policy/service.ts'
import { anAct, aVerification, facts, noon, noonSeconds, vocabulary } from '../../support/builders.ts'

const visa = 'https://vocab.example/purpose/visa'
const tax = 'https://vocab.example/purpose/tax'
const other = (wish: Partial<KnownVerification> = {}): KnownVerification => ({
  ...aVerification(),
  obtainedFor: visa,
  ...wish,
})
const reusing = (consent: 'required' | 'not-required') => anAct({ reuse: { fromPurposes: [tax, visa], consent } })
const decided = (act: Act, verifications: readonly KnownVerification[], wish = {}) =>
  decide(act, facts({ verifications, ...wish }), vocabulary, noon)

describe('what was verified for another purpose', () => {
  it('never counts for an act that does not say so, and is not even mentioned', () => {
    const decision = decided(anAct(), [other({ consented: true })])
    expect(decision).toMatchObject({ outcome: 're-verify', satisfiedBy: [] })
    expect(JSON.stringify(decision)).not.toContain('visa')
    expect(decision.requirements).toEqual(decided(anAct(), []).requirements)
  })

  it('never counts for an act that names other purposes', () => {
    const act = anAct({ reuse: { fromPurposes: [tax], consent: 'not-required' } })
    expect(decided(act, [other()]).requirements).toEqual(decided(act, []).requirements)
  })

  it('counts where the act says so and nobody need agree', () => {
    const { outcome, requirements, satisfiedBy } = decided(reusing('not-required'), [other()])
    expect(outcome).toBe('permit')
    expect(satisfiedBy).toEqual([{ id: 'verification-1', until: '2027-11-04T09:30:59Z' }])
    expect(requirements.filter(({ rule }) => rule.startsWith('reuse'))).toEqual([
      {
        rule: 'reuse.fromPurposes',
        expected: `verified for this purpose, or for ${tax} or ${visa}`,
        actual: `verified for ${visa}`,
        pass: true,
        remedy: null,
      },
    ])
  })

  it('waits for the person to agree where that is required, and nobody goes to the provider for it', () => {
    const decision = decided(reusing('required'), [other()])
    expect(decision).toMatchObject({ outcome: 'consent', remedies: ['consent'], satisfiedBy: [] })
    expect(decision.remedy).toEqual({ kind: 'consent', consentTo: [visa] })
    expect(decision.requirements).toContainEqual({
      rule: 'reuse.consent',
      expected: 'the person agrees that it is used for this purpose, too',
      actual: 'not agreed',
      pass: false,
      remedy: 'consent',
    })
  })

  it('counts once the person agreed', () => {
    const { outcome, requirements } = decided(reusing('required'), [other({ consented: true })])
    expect(outcome).toBe('permit')
    expect(requirements).toContainEqual(
      expect.objectContaining({ rule: 'reuse.consent', actual: 'agreed', pass: true }),
    )
    expect(decided(reusing('required'), [other({ consented: false })]).outcome).toBe('consent')
  })

  it('needs no yes where what was verified for this purpose suffices', () => {
    expect(decided(reusing('required'), [other({ id: 'other' }), aVerification()])).toMatchObject({
      outcome: 'permit',
      satisfiedBy: [{ id: 'verification-1' }],
    })
  })

  it('is asked for rather than verified anew', () => {
    const low = aVerification({ id: 'own', assuranceLevel: 'low' })
    expect(decided(reusing('required'), [low, other()]).outcome).toBe('consent')
  })

  it('needs no yes where a new verification is needed anyway', () => {
    const decision = decided(reusing('required'), [other({ assuranceLevel: 'low' })])
    expect(decision.remedies).toEqual(['re-verify', 'consent'])
    expect(decision.remedy).toMatchObject({ kind: 're-verify' })
    expect(decision.remedy).not.toHaveProperty('consentTo')
  })

  it('explains the one that needs no yes, where both need a new verification', () => {
    const without = other({ id: 'a', assuranceLevel: 'low' })
    const having = other({ id: 'b', assuranceLevel: 'low', consented: true })
    for (const both of [
      [without, having],
      [having, without],
    ])
      expect(decided(reusing('required'), both).remedies).toEqual(['re-verify'])
  })

  it('is agreed to on the same trip on which the person authenticates again', () => {
    const decision = decided(reusing('required'), [other()], {
      authentication: { acr: ['mosip:idp:acr:static-code'], authTime: noonSeconds - 7200 },
    })
    expect(decision.remedies).toEqual(['step-up', 're-authenticate', 'consent'])
    expect(decision.remedy).toEqual({
      kind: 'step-up',
      consentTo: [visa],
      ask: {
        scope: 'openid',
        acrValues: ['mosip:idp:acr:generated-code'],
        claims: { userinfo: {}, id_token: { acr: { values: ['mosip:idp:acr:generated-code'] } } },
      },
    })
  })

  it('states no plain claim of this purpose', () => {
    const act = anAct({ claims: { name: 'essential' }, reuse: { fromPurposes: [visa], consent: 'not-required' } })
    expect(decided(act, [other()]).outcome).toBe('re-authenticate')
    expect(decided(act, [aVerification()]).outcome).toBe('permit')
  })
})

describe('an end of our own', () => {
  const until = (validUntil: string) => decided(anAct(), [{ ...aVerification(), validUntil }])

  it('ends a verification that would otherwise stand', () => {
    expect(until('2026-11-24T12:00:00Z')).toMatchObject({
      outcome: 're-verify',
      requirements: expect.arrayContaining([
        {
          rule: 'accept[0].validUntil',
          expected: 'a verification that still stands',
          actual: 'stands until 2026-11-24T12:00:00Z',
          pass: false,
          remedy: 're-verify',
        },
      ]),
    })
  })

  it('is the first to lapse where it comes first', () => {
    expect(until('2026-11-24T12:00:01Z')).toMatchObject({
      outcome: 'permit',
      validUntil: '2026-11-24T12:00:01Z',
      lapsesFirst: 'retention',
    })
    expect(until('2026-11-24T12:29:00Z')).toMatchObject({ lapsesFirst: 'authentication' })
    expect(until('2036-01-01T00:00:00Z')).toMatchObject({ lapsesFirst: 'authentication' })
  })
})
