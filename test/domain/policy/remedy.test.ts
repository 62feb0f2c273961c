import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/domain/policy/decide.ts'
import type { Attempts, Circumstances, Decision, Facts } from '../../../shared/domain/policy/decision.ts'
import type { Act, Vocabulary } from '../../../shared/domain/policy/service.ts'
import { esignet20 } from '../../../shared/providers/esignet/release-2.0.ts'
import { anAct, aVerification, facts, noon, noonSeconds, strictAcceptance, vocabulary } from '../../support/builders.ts'
import { entriesOf, frameworksOf, plainOf } from './support/asked.ts'

const decided = (wish: Partial<Facts>, act: Act = anAct(), circumstances: Circumstances = {}, known = vocabulary) =>
  decide(act, facts(wish), known, noon, circumstances)
const asked = ({ remedy }: Decision) => {
  if (remedy?.ask === undefined) throw new Error('nothing is asked')
  return remedy.ask
}
const weak = { acr: ['mosip:idp:acr:static-code'], authTime: noonSeconds - 60 }
const old = { acr: ['mosip:idp:acr:generated-code'], authTime: noonSeconds - 7200 }
const low = [aVerification({ assuranceLevel: 'low' })]

describe('the one remedy', () => {
  it('is none where nothing failed', () => {
    const decision = decided({})
    expect(decision).toMatchObject({ outcome: 'permit', remedies: [], remedy: null })
    expect(decision).not.toHaveProperty('explanation')
  })

  it('asks for an authentication and no claim where only that is missing', () => {
    const empty = { userinfo: {}, id_token: { acr: { values: ['mosip:idp:acr:generated-code'] } } }
    expect(decided({ authentication: old }).remedy).toMatchObject({ kind: 're-authenticate', ask: { claims: empty } })
    expect(decided({ authentication: weak }).remedy).toMatchObject({ kind: 'step-up', ask: { claims: empty } })
    expect(decided({ authentication: weak }).remedy).not.toHaveProperty('consentTo')
  })

  it('asks for the plain claim that is missing, and for no other', () => {
    const act = anAct({ claims: { email: 'essential', phone_number: 'essential', gender: 'voluntary' } })
    const decision = decided({ claimNames: ['email'] }, act)
    expect(decision.remedies).toEqual(['re-authenticate'])
    expect(asked(decision).claims.userinfo).toEqual({ phone_number: { essential: true } })
  })

  it('asks for the claim that a derived one is made of', () => {
    const act = anAct({ claims: { age_over_18: 'essential' }, accept: [] })
    expect(asked(decided({ claimNames: [], verifications: [] }, act)).claims.userinfo).toEqual({
      birthdate: { essential: true },
    })
    expect(decided({ claimNames: ['birthdate'], verifications: [] }, act).outcome).toBe('permit')
  })

  it('asks for verified claims where those are missing', () => {
    const decision = decided({ verifications: [] })
    expect(decision.remedy?.kind).toBe('re-verify')
    const [entry, ...others] = entriesOf(asked(decision))
    expect(others).toEqual([])
    expect(entry?.verification).toMatchObject({
      trust_framework: { value: 'eidas' },
      assurance_level: null,
      time: null,
    })
    expect(entry?.claims).toEqual({ name: { essential: true }, country: { essential: true }, birthdate: null })
    expect(plainOf(asked(decision))).toEqual({})
  })

  it('says the level where the same verification again would be no help', () => {
    const levelOf = (decision: Decision) => entriesOf(asked(decision))[0]?.verification.assurance_level
    expect(levelOf(decided({ verifications: low }))).toEqual({ values: ['substantial', 'high'] })
    const high = anAct({ accept: [{ ...strictAcceptance, assuranceLevel: { atLeast: 'high' } }] })
    expect(levelOf(decided({ verifications: low }, high))).toEqual({ value: 'high' })
    // Another object of the framework is high enough and lacks something else: a new one may be of any level.
    const enough = aVerification({ id: 'b', claimNames: [] })
    expect(levelOf(decided({ verifications: [...low, enough] }))).toBeNull()
    expect(levelOf(decided({ verifications: [aVerification({ trustFramework: 'omnia' })] }))).toBeNull()
    // A claim may be called like anything.
    const oddly = anAct({ accept: [{ ...strictAcceptance, claims: { assuranceLevel: 'essential' } }] })
    expect(levelOf(decided({}, oddly))).toBeNull()
  })

  it('says the level for the alternative that we have at too low a level, and for no other', () => {
    const other = { trustFrameworks: ['westalis-nid'], assuranceLevel: { atLeast: 'standard' }, claims: {} }
    const decision = decided({ verifications: low }, anAct({ accept: [other, strictAcceptance] }))
    expect(entriesOf(asked(decision)).map(({ verification }) => verification.assurance_level)).toEqual([
      null,
      { values: ['substantial', 'high'] },
    ])
  })

  it('says no level where one has a name too short for eSignet', () => {
    const levelWith = (...levels: string[]) => {
      const known: Vocabulary = { trustFrameworks: { eidas: { name: 'eIDAS', levels } } }
      const accept = [{ trustFrameworks: ['eidas'], assuranceLevel: { atLeast: levels[1] ?? '' }, claims: {} }]
      const decision = decided({ verifications: low }, anAct({ accept }), {}, known)
      return entriesOf(asked(decision))[0]?.verification.assurance_level
    }
    expect(levelWith('low', 'p2')).toBeNull()
    expect(levelWith('low', 'p2', 'high')).toBeNull()
    expect(levelWith('low', 'mid')).toEqual({ value: 'mid' })
  })

  it('says no level of a framework that has none', () => {
    const accept = [{ trustFrameworks: ['eidas'], assuranceLevel: { atLeast: 'high' }, claims: {} }]
    const known: Vocabulary = { trustFrameworks: { eidas: { name: 'eIDAS', levels: [] } } }
    const decision = decided({ verifications: low }, anAct({ accept }), {}, known)
    expect(entriesOf(asked(decision))[0]?.verification.assurance_level).toBeNull()
  })

  it('is one trip for everything', () => {
    const act = anAct({ claims: { phone_number: 'essential' } })
    const decision = decided({ authentication: { ...weak, authTime: noonSeconds - 7200 }, verifications: [] }, act)
    expect(decision.remedies).toEqual(['re-verify', 'step-up', 're-authenticate'])
    expect(decision).toMatchObject({ outcome: 're-verify', remedy: { kind: 're-verify' } })
    expect(asked(decision).acrValues).toEqual(['mosip:idp:acr:generated-code'])
    expect(plainOf(asked(decision))).toEqual({ phone_number: { essential: true } })
    expect(entriesOf(asked(decision)).flatMap(frameworksOf)).toEqual(['eidas'])
  })

  it('would satisfy the act, if it brings what it asks for', () => {
    const act = anAct({ claims: { phone_number: 'essential' } })
    const ask = asked(decided({ authentication: weak, verifications: [] }, act))
    const brought: Partial<Facts> = {
      authentication: { acr: [...ask.acrValues], authTime: noonSeconds },
      claimNames: Object.keys(plainOf(ask)),
      verifications: [aVerification({ claimNames: entriesOf(ask).flatMap(({ claims }) => Object.keys(claims)) })],
    }
    expect(decided(brought, act).outcome).toBe('permit')
  })

  it('is what the circumstances make of the act', () => {
    const act = anAct({ risk: [{ when: {}, authentication: { acrAnyOf: ['mosip:idp:acr:biometrics'] } }] })
    expect(asked(decided({}, act)).acrValues).toEqual(['mosip:idp:acr:biometrics'])
  })

  it('asks a release without verified claims for them plainly', () => {
    const decision = decided({ verifications: [] }, anAct(), { profile: esignet20 })
    expect(asked(decision).claims.userinfo).toEqual({
      name: { essential: true },
      country: { essential: true },
      birthdate: null,
    })
  })

  it.each<readonly [Partial<Act>, string]>([
    [
      {
        accept: [
          { trustFrameworks: Array.from({ length: 200 }, (_, at) => `framework-${at}`), claims: { name: 'essential' } },
        ],
      },
      'What is missing is more than the provider can be asked for in one request.',
    ],
    [{ authentication: { acrAnyOf: [], maxAge: 'PT1H' } }, 'No one way to authenticate is enough for all of it.'],
    [{ claims: { 'a%b': 'essential' } }, 'What is missing has a name that the provider cannot be asked for.'],
    [
      { accept: [{ trustFrameworks: ['x'], claims: { name: 'essential' } }] },
      'What is missing has a name that the provider cannot be asked for.',
    ],
  ])('is none where the provider cannot be asked (%#), and that is said', (wish, explanation) => {
    const decision = decided({ verifications: [] }, anAct(wish))
    expect(decision).toMatchObject({ remedy: null, explanation })
    expect(decision.outcome).not.toBe('permit')
  })
})

describe('nobody is sent away for ever', () => {
  const minutes = (ago: number) => noon - ago * 60_000
  const tried = (attempts: Attempts, wish: Partial<Facts> = { verifications: [] }, act = anAct()) =>
    decided(wish, act, { attempts })

  it.each([
    [{ count: 0, since: noon }, true],
    [{ count: 1, since: minutes(1) }, true],
    [{ count: 2, since: minutes(1) }, false],
    [{ count: 3, since: minutes(1) }, false],
    [{ count: 2, since: minutes(10) + 1 }, false],
    [{ count: 2, since: minutes(10) }, true],
    // A clock that was set back must not open the door to another round.
    [{ count: 2, since: noon + 60_000 }, false],
  ])('%j: another attempt %s', (attempts, another) => {
    const decision = tried(attempts)
    expect(decision.outcome).toBe('re-verify')
    expect(decision.remedies).toEqual(['re-verify'])
    expect(decision.remedy !== null).toBe(another)
  })

  it('and is told why, and from when on it can be tried again', () => {
    expect(tried({ count: 2, since: minutes(4) }).explanation).toBe(
      'Two attempts within ten minutes did not help, and a third would not. What is missing is listed; after 2026-11-24T12:06:00Z it can be tried again.',
    )
    expect(tried({ count: 1, since: minutes(4) })).not.toHaveProperty('explanation')
  })

  it('nor asked for ever', () => {
    const act = anAct({ reuse: { fromPurposes: ['p'], consent: 'required' } })
    const wish = { verifications: [{ ...aVerification(), obtainedFor: 'p' }] }
    expect(tried({ count: 2, since: noon }, wish, act)).toMatchObject({ outcome: 'consent', remedy: null })
  })

  it('and attempts do not matter where the act is permitted', () => {
    expect(tried({ count: 9, since: noon }, {})).toEqual(decided({}))
  })
})
