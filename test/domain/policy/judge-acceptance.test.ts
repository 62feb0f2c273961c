import { describe, expect, it } from 'vitest'
import { judgeAcceptance } from '../../../shared/domain/policy/judge-acceptance.ts'
import type { Acceptance } from '../../../shared/domain/policy/service.ts'
import type { Evidence, Verification } from '../../../shared/domain/verified-claims/verified-claims.ts'
import { aVerification, noon, vocabulary, without } from '../../support/builders.ts'

/** Nothing is asked but what the case asks, so that a line of the explanation is about it alone. */
const judged = (accept: Partial<Acceptance>, object: Verification, now = noon) =>
  judgeAcceptance({ trustFrameworks: ['eidas'], claims: {}, ...accept }, object, { rule: 'accept[0]', now, vocabulary })
const about = (rule: string, accept: Partial<Acceptance>, object: Verification, now = noon) =>
  judged(accept, object, now).find(({ requirement }) => requirement.rule === `accept[0].${rule}`)

const timeless = without(aVerification(), 'time')
const entry = (wish: Partial<Evidence>): Evidence => ({ type: 'document', checkMethods: [], ...wish })
const holding = (...evidence: readonly Evidence[]) => aVerification({ evidence })
const papers = { anyOf: [{ type: 'document', documents: ['passport', 'idcard'] }, { type: 'vouch' }] }
const anyDocument = { anyOf: [{ type: 'document' }] }

type Line = readonly [
  rule: string,
  accept: Partial<Acceptance>,
  object: Verification,
  expected: string,
  actual: string,
  pass: boolean,
]

/** What a person reads: on the left what was wanted, then what was found. */
const lines: readonly Line[] = [
  [
    'declared',
    { declared: true },
    aVerification({ origin: 'declared' }),
    'asserted or declared',
    'declared by the operator',
    true,
  ],
  [
    'declared',
    {},
    aVerification({ origin: 'declared' }),
    'asserted by the provider',
    'declared by the operator',
    false,
  ],
  [
    'trustFrameworks',
    { trustFrameworks: ['eidas', 'westalis-nid'] },
    aVerification({ trustFramework: 'westalis-nid' }),
    'eidas or westalis-nid',
    'westalis-nid',
    true,
  ],
  [
    'trustFrameworks',
    { trustFrameworks: ['omnia'] },
    aVerification({ trustFramework: 'omnia' }),
    'omnia',
    'omnia',
    false,
  ],
  [
    'assuranceLevel',
    { assuranceLevel: { atLeast: 'low' } },
    aVerification({ assuranceLevel: 'low' }),
    'at least low',
    'low',
    true,
  ],
  [
    'assuranceLevel',
    { assuranceLevel: { atLeast: 'low' } },
    without(aVerification(), 'assuranceLevel'),
    'at least low',
    'not stated',
    false,
  ],
  ['verifiedWithin', {}, timeless, 'not in the future', 'not stated', true],
  ['verifiedWithin', { verifiedWithin: 'P1Y' }, timeless, 'at most P1Y ago', 'not stated', false],
  ['verifiedWithin', {}, aVerification(), 'not in the future', '2026-11-04T09:30:59Z', true],
  [
    'verifiedWithin',
    {},
    aVerification({ time: { at: '2026-11-24T12:05:00Z' } }),
    'not in the future',
    '2026-11-24T12:05:00Z',
    true,
  ],
  [
    'verifiedWithin',
    {},
    aVerification({ time: { at: '2026-11-24T12:05:01Z' } }),
    'not in the future',
    '2026-11-24T12:05:01Z',
    false,
  ],
  ['verifiers', { verifiers: ['a', 'b'] }, aVerification({ verifiers: ['c', 'b'] }), 'a or b', 'c, b', true],
  ['verifiers', { verifiers: ['a'] }, aVerification({ verifiers: [] }), 'a', 'not stated', false],
  ['evidence', { evidence: papers }, holding(entry({ type: 'vouch' })), 'passport or idcard or vouch', 'vouch', true],
  [
    'evidence',
    { evidence: papers },
    holding(entry({ kind: 'bill' }), entry({ type: 'electronic_record' })),
    'passport or idcard or vouch',
    'bill, electronic_record',
    false,
  ],
  [
    'evidence',
    { evidence: anyDocument },
    holding(entry({ type: 'vouch', kind: 'letter' })),
    'document',
    'letter',
    false,
  ],
  ['evidence', { evidence: anyDocument }, holding(), 'document', 'none stated', false],
  [
    'evidence.notExpired',
    { evidence: { ...anyDocument, notExpired: true } },
    holding(entry({ expires: '2031-05-01' }), entry({ expires: '2020-01-01' })),
    'evidence that has not expired',
    'expires 2031-05-01',
    true,
  ],
  [
    'evidence.notExpired',
    { evidence: { ...anyDocument, notExpired: true } },
    holding(entry({})),
    'evidence that has not expired',
    'no expiry stated',
    false,
  ],
  ['claims.name', { claims: { name: 'essential' } }, aVerification(), 'name, verified', 'verified', true],
  ['claims.email', { claims: { email: 'essential' } }, aVerification(), 'email, verified', 'not verified', false],
  [
    'claims.name',
    { claims: { name: 'essential' } },
    aVerification({ conflicts: ['name'] }),
    'name, verified',
    'contradicted by another verification',
    false,
  ],
]

describe('one line of an explanation', () => {
  it.each(lines)('%s %j', (rule, accept, object, expected, actual, pass) => {
    expect(about(rule, accept, object)?.requirement).toEqual({
      rule: `accept[0].${rule}`,
      expected,
      actual,
      pass,
      remedy: pass ? null : 're-verify',
    })
  })

  it('is not written about what nobody asked for', () => {
    const asked = judged({ evidence: { ...anyDocument, notExpired: false } }, aVerification())
    expect(asked.map(({ requirement }) => requirement.rule)).toEqual([
      'accept[0].trustFrameworks',
      'accept[0].verifiedWithin',
      'accept[0].evidence',
    ])
  })
})

describe('what holds for a while', () => {
  const evidence = { ...anyDocument, notExpired: true }
  const midnight = Date.parse('2031-05-02T00:00:00Z')

  it('is a document, to the end of its last day, in UTC', () => {
    const passAt = (now: number) =>
      about('evidence.notExpired', { evidence }, holding(entry({ expires: '2031-05-01' })), now)?.requirement.pass
    expect(passAt(midnight - 1)).toBe(true)
    expect(passAt(midnight)).toBe(false)
  })

  it('says until when', () => {
    expect(about('evidence.notExpired', { evidence }, holding(entry({ expires: '2031-05-01' })))?.lapse).toEqual({
      fact: 'evidence',
      at: midnight,
    })
    expect(about('verifiedWithin', { verifiedWithin: 'P1Y' }, aVerification())?.lapse).toEqual({
      fact: 'verification',
      at: Date.parse('2027-11-04T09:30:59Z'),
    })
  })

  it.each([
    ['verifiedWithin', {}, aVerification()],
    ['verifiedWithin', { verifiedWithin: 'P1Y' }, timeless],
    ['evidence.notExpired', { evidence }, holding(entry({}))],
    ['trustFrameworks', {}, aVerification()],
  ] as const)('and nothing where nothing is known of an end: %s %j', (rule, accept, object) => {
    expect(about(rule, accept, object)).not.toHaveProperty('lapse')
  })
})
