import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { type Persona, personas } from '../../../sandbox/personas.ts'
import { checkFiles } from '../../../shared/adapters/service-files/check.ts'
import { decide } from '../../../shared/domain/policy/decide.ts'
import type { Context, Facts } from '../../../shared/domain/policy/decision.ts'
import { acrValues } from '../../../shared/providers/index.ts'
import { noon, noonSeconds } from '../../support/builders.ts'

const read = (name: string): unknown => JSON.parse(readFileSync(`services/${name}`, 'utf8'))
const names = readdirSync('services').filter((name) => name !== 'vocabulary.json')
const checked = checkFiles(Object.fromEntries(names.map((name) => [name, read(name)])), read('vocabulary.json'), {
  acrValues,
})
const { services, vocabulary } = checked.ok ? checked.value : { services: [], vocabulary: { trustFrameworks: {} } }

/** What we know of a person who has just logged in with a one-time code. */
const factsOf = ({ identity }: Persona, acr = 'generated-code'): Facts => ({
  authentication: { acr: [`mosip:idp:acr:${acr}`], authTime: noonSeconds - 60 },
  claimNames: ['phone_number'],
  verifications: identity.verifications
    .filter(({ status }) => status === 'active')
    .map(({ trustFramework, assuranceLevel, time, verifier, evidence }, at) => ({
      id: `verification-${at}`,
      origin: 'asserted',
      trustFramework,
      ...(assuranceLevel === undefined ? {} : { assuranceLevel }),
      time: { at: time },
      verifiers: [verifier.organization],
      evidence: evidence.map(({ document_details }) => ({
        type: 'document',
        kind: document_details.type,
        ...(document_details.date_of_expiry === undefined ? {} : { expires: document_details.date_of_expiry }),
        checkMethods: [],
      })),
      claimNames: ['birthdate', 'country', 'name'],
    })),
})

const outcome = (where: string, facts: Facts, context: Context = {}) => {
  const [id, name = ''] = where.split('/')
  const act = services.find((service) => service.id === id)?.acts[name]
  if (act === undefined) throw new Error(`no act ${where}`)
  return decide(act, facts, vocabulary, noon, { context }).outcome
}

const people = personas(new Date(noon))
const known = people.filter(({ identity }) => identity.blocked !== true)
const acts = services.flatMap(({ id, acts: all }) => Object.keys(all).map((name) => `${id}/${name}` as const))
const person = (key: string): Persona => {
  const found = people.find((each) => each.key === key)
  if (found === undefined) throw new Error(`no persona ${key}`)
  return found
}

describe('who gets what, by the rules alone', () => {
  it.each(acts)('%s', (where) => {
    const ends = Object.fromEntries(known.map((each) => [each.key, outcome(where, factsOf(each))]))
    expect(ends).toEqual(Object.fromEntries(known.map((each) => [each.key, each.expects[where]])))
    expect(Object.values(ends)).toContain('permit')
  })
})

describe('who gets what where eSignet says less', () => {
  /** The stock mock: framework and time, and the name of whoever signs. */
  const asMock = (facts: Facts): Facts => ({
    ...facts,
    verifications: facts.verifications.map(({ id, origin, trustFramework, time, claimNames }) => ({
      ...{ id, origin, trustFramework, claimNames, verifiers: ['esignet.example'], evidence: [] },
      ...(time === undefined ? {} : { time }),
    })),
  })
  const silent = (facts: Facts): Facts => ({ ...facts, verifications: [] })

  it.each([
    ['as-mock', asMock],
    ['nothing', silent],
  ] as const)('%s', (released, less) => {
    for (const each of personas(new Date(noon), released).filter(({ identity }) => identity.blocked !== true))
      for (const where of acts)
        expect
          .soft([each.key, where, outcome(where, less(factsOf(each)))])
          .toEqual([each.key, where, each.expects[where]])
  })
})

test('each service is where the story has it: five of them, no level counts as another of its own accord', () => {
  expect(services.map(({ id }) => id)).toEqual(['benefits', 'clinic', 'omera-bank', 'sim-registration', 'visa'])
  expect(vocabulary.equivalences).toBeUndefined()
})

describe('what a circumstance changes', () => {
  const fresh = () => factsOf(person('fresh-eidas'))
  const biometric = () => factsOf(person('fresh-eidas'), 'biometrics')
  it.each([
    ['clinic/read-results', { sensitive: true }, 'step-up', 'permit'],
    ['clinic/read-results', { sensitive: false }, 'permit', 'permit'],
    ['benefits/change-payout', { amount: 1001 }, 'step-up', 'permit'],
    ['benefits/change-payout', { amount: 1000 }, 'permit', 'permit'],
    ['benefits/change-payout', { amount: 1001, changesThisYear: 4 }, 'manual-review', 'manual-review'],
    ['sim-registration/register-sim', { simsHeld: 4 }, 'permit', 'permit'],
    ['sim-registration/register-sim', { simsHeld: 5 }, 'manual-review', 'manual-review'],
    ['sim-registration/register-sim', { simsHeld: 10 }, 'deny', 'deny'],
  ] as const)('%s with %j: by code %s, by biometrics %s', (where, context, byCode, byBiometrics) => {
    expect(outcome(where, fresh(), context)).toBe(byCode)
    expect(outcome(where, biometric(), context)).toBe(byBiometrics)
  })
})

describe('what was verified for the visa', () => {
  const fromVisa = (consented: boolean, purpose = 'visa'): Facts => {
    const facts = factsOf(person('standard-only'))
    const obtainedFor = `https://vocab.veridonia.example/purpose/${purpose}`
    return { ...facts, verifications: facts.verifications.map((each) => ({ ...each, obtainedFor, consented })) }
  }
  it.each(['clinic/register-patient', 'benefits/apply', 'sim-registration/register-sim'])(
    'serves %s once the person agrees, and nothing that was verified for the bank does',
    (where) => {
      expect(outcome(where, fromVisa(true))).toBe('permit')
      expect(outcome(where, fromVisa(false))).toBe('consent')
      expect(outcome(where, fromVisa(true, 'account-opening'))).toBe('re-verify')
    },
  )

  it('does not serve the bank', () => {
    expect(outcome('omera-bank/open-account', fromVisa(true))).toBe('re-verify')
  })
})
