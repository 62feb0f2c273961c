import { describe, expect, it } from 'vitest'
import { actInContext } from '../../../shared/domain/policy/act-in-context.ts'
import { holdsIn, inWords } from '../../../shared/domain/policy/conditions.ts'
import { decide } from '../../../shared/domain/policy/decide.ts'
import type { Context } from '../../../shared/domain/policy/decision.ts'
import type { Act, Condition } from '../../../shared/domain/policy/service.ts'
import { anAct, facts, noon, strictAcceptance, vocabulary } from '../../support/builders.ts'

describe('a condition', () => {
  const nobody = undefined
  it.each<readonly [Condition, Context[string] | undefined, boolean]>([
    [{ above: 10 }, 11, true],
    [{ above: 10 }, 10, false],
    [{ above: 10 }, '11', false],
    [{ above: 10 }, Number.NaN, false],
    [{ above: 10 }, nobody, false],
    [{ below: 10 }, 9, true],
    [{ below: 10 }, 10, false],
    [{ below: 10 }, '9', false],
    [{ below: 10 }, nobody, false],
    [{ in: ['VD', 'WS'] }, 'WS', true],
    [{ in: ['VD', 'WS'] }, 'XX', false],
    [{ in: ['1'] }, 1, false],
    [{ in: ['VD'] }, nobody, false],
    [{ notIn: ['VD'] }, 'XX', true],
    [{ notIn: ['VD'] }, 'VD', false],
    [{ notIn: ['VD'] }, 1, true],
    [{ notIn: ['VD'] }, nobody, true],
    [{ is: 'web' }, 'web', true],
    [{ is: 'web' }, 'app', false],
    [{ is: false }, false, true],
    [{ is: 1 }, true, false],
    [{ is: 0 }, nobody, false],
    [{ absent: true }, nobody, true],
    [{ absent: true }, false, false],
    [{ above: 10, below: 20 }, 15, true],
    [{ above: 10, below: 20 }, 25, false],
    [{ notIn: ['VD'], is: 'XX' }, nobody, false],
  ])('%j of %j: %s', (condition, value, holds) => {
    const context: Context = value === undefined ? {} : { it: value }
    expect(holdsIn({ it: condition }, context)).toBe(holds)
  })

  it('must hold together with all others', () => {
    const when = { amount: { above: 10 }, country: { in: ['VD'] } }
    expect(holdsIn(when, { amount: 11, country: 'VD' })).toBe(true)
    expect(holdsIn(when, { amount: 11, country: 'WS' })).toBe(false)
    expect(holdsIn(when, { amount: 9, country: 'VD' })).toBe(false)
  })

  it('is about what was stated, and not about what every object has', () => {
    expect(holdsIn({ constructor: { absent: true as const } }, {})).toBe(true)
  })

  it.each<readonly [Readonly<Record<string, Condition>>, string]>([
    [{ amount: { above: 10_000 } }, 'amount above 10000'],
    [{ amount: { above: 1, below: 5 } }, 'amount above 1 and amount below 5'],
    [{ country: { in: ['VD', 'WS'] } }, 'country one of VD, WS'],
    [{ country: { notIn: ['VD', 'WS'] } }, 'country none of VD, WS'],
    [{ channel: { is: 'web' }, staff: { absent: true } }, 'channel equal to web and staff not stated'],
    [{}, 'always'],
  ])('%j reads "%s"', (when, words) => {
    expect(inWords(when)).toBe(words)
  })
})

const biometrics = 'mosip:idp:acr:biometrics'
const transfer: Act = anAct({
  risk: [
    { when: { amount: { above: 10_000 } }, authentication: { acrAnyOf: [biometrics] } },
    { when: { amount: { above: 1_000 } }, authentication: { maxAge: 'PT30S' } },
    { when: { country: { in: ['XX'] } }, outcome: 'deny' },
    { when: { country: { in: ['YY'] } }, outcome: 'manual-review', authentication: { acrAnyOf: [biometrics] } },
    { when: { newcomer: { is: true } }, accept: [{ ...strictAcceptance, assuranceLevel: { atLeast: 'high' } }] },
  ],
})
const decided = (context: Context, act = transfer, wish = {}) => decide(act, facts(wish), vocabulary, noon, { context })
const failing = (context: Context) => decided(context).requirements.filter(({ pass }) => !pass)

describe('the circumstances of a request', () => {
  it('leave the act as it is where no rule holds', () => {
    expect(decided({}).requirements).toEqual(decided({}, anAct()).requirements)
    expect(actInContext(transfer, { amount: 1 }).act).toBe(transfer)
  })

  it('replace one member of how the person authenticates, and not the other', () => {
    expect(decided({ amount: 20_000 }).outcome).toBe('step-up')
    expect(failing({ amount: 20_000 })).toEqual([
      expect.objectContaining({ rule: 'risk[0].authentication.acrAnyOf', expected: biometrics }),
    ])
    expect(decided({ amount: 20_000 }).requirements).toContainEqual(
      expect.objectContaining({ rule: 'authentication.maxAge', expected: 'at most PT30M ago' }),
    )
    expect(failing({ amount: 5_000 })).toEqual([
      expect.objectContaining({ rule: 'risk[1].authentication.maxAge', expected: 'at most PT30S ago' }),
    ])
  })

  it('leave where it was what they do not replace', () => {
    const rulesAt = (amount: number) => decided({ amount }).requirements.map(({ rule }) => rule)
    expect(rulesAt(20_000)).toContain('accept[0].trustFrameworks')
    expect(rulesAt(5_000)).toContain('authentication.acrAnyOf')
  })

  it('are those of the first rule only', () => {
    expect(decided({ amount: 20_000, country: 'XX' }).outcome).toBe('step-up')
  })

  it('replace what verifications are accepted', () => {
    const low = { verifications: facts().verifications.map((one) => ({ ...one, assuranceLevel: 'substantial' })) }
    expect(decided({ newcomer: true }, transfer, low).outcome).toBe('re-verify')
    expect(decided({ newcomer: true }, transfer, low).requirements).toContainEqual(
      expect.objectContaining({ rule: 'risk[4].accept[0].assuranceLevel', expected: 'at least high', pass: false }),
    )
    expect(decided({ newcomer: true }, transfer, { verifications: [] }).requirements.at(-1)?.rule).toBe(
      'risk[4].accept',
    )
    expect(decided({ newcomer: false }, transfer, low).outcome).toBe('permit')
  })

  it('are a requirement of their own, by name and never by value', () => {
    expect(decided({ amount: 31_337 }).requirements[0]).toEqual({
      rule: 'risk[0]',
      expected: 'more where amount above 10000',
      actual: 'amount above 10000',
      pass: true,
      remedy: null,
    })
    expect(JSON.stringify(decided({ amount: 31_337, secret: 'hush' }))).not.toMatch(/31337|hush/)
  })

  it.each(['deny', 'manual-review'] as const)('end it with %s, and nothing else is judged', (outcome) => {
    const country = outcome === 'deny' ? 'XX' : 'YY'
    const words = `country one of ${country}`
    const decision = decided({ country }, transfer, { verifications: [] })
    expect(decision).toMatchObject({ outcome, remedies: [outcome], remedy: null, satisfiedBy: [] })
    expect(decision.explanation).toBe(
      outcome === 'deny'
        ? 'The service does not allow this under these circumstances, and nothing the person does changes that.'
        : 'The service wants one of its people to look at this first; there is nothing for the person to do.',
    )
    expect(decision.requirements).toEqual([
      {
        rule: outcome === 'deny' ? 'risk[2]' : 'risk[3]',
        expected: `anything but ${words}`,
        actual: words,
        pass: false,
        remedy: outcome,
      },
    ])
  })

  it('are named by a digest, in whatever order they come', () => {
    const { contextDigest } = decided({ amount: 1, country: 'VD' })
    expect(contextDigest).toMatch(/^[\w-]{43}$/)
    expect(decided({ country: 'VD', amount: 1 }).contextDigest).toBe(contextDigest)
    expect(decided({ country: 'VD', amount: 2 }).contextDigest).not.toBe(contextDigest)
    expect(decide(transfer, facts(), vocabulary, noon)).toEqual(decided({}))
  })
})
