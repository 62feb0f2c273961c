import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/domain/policy/decide.ts'
import { declareVerifiedClaims } from '../../../shared/domain/verified-claims/declare.ts'
import { readVerifiedClaims } from '../../../shared/domain/verified-claims/read.ts'
import { esignet18 } from '../../../shared/providers/esignet/release-1.8.ts'
import { anAct, aVerification, facts, noon, vocabulary } from '../../support/builders.ts'

const declared = {
  trustFramework: 'eidas',
  assuranceLevel: 'high',
  verifier: 'ministry.example',
  claims: ['name', 'country'],
}
const lenient = { trustFrameworks: ['eidas'], claims: { name: 'essential' } } as const

describe('what an operator declares', () => {
  it('covers the claims it names, and says that it is a declaration', () => {
    const came = { name: 'One', 'name#km': 'មួយ', email: 'one@example.org', country: 'WS' }
    const object = {
      id: expect.stringMatching(/^[\w-]{22}$/),
      origin: 'declared',
      trustFramework: 'eidas',
      verifiers: ['ministry.example'],
      evidence: [],
      claimNames: ['country', 'name'],
      claims: { name: 'One', 'name#km': 'មួយ', country: 'WS' },
    }
    const { assuranceLevel: _level, ...vague } = declared
    expect(declareVerifiedClaims(came, declared)).toStrictEqual([{ ...object, assuranceLevel: 'high' }])
    expect(declareVerifiedClaims(came, vague)).toStrictEqual([object])
  })

  it('is another statement when it is declared otherwise, or about other claims', () => {
    const idOf = (name: string, verifier: string) => declareVerifiedClaims({ name }, { ...declared, verifier })[0]?.id
    const ids = [idOf('One', 'a.example'), idOf('One', 'b.example'), idOf('Two', 'a.example')]
    expect(new Set(ids).size).toBe(3)
    expect(idOf('One', 'a.example')).toBe(ids[0])
  })

  it('is nothing where nothing it covers came', () => {
    expect(declareVerifiedClaims({ email: 'one@example.org' }, declared)).toEqual([])
  })

  it('satisfies an act that says so, and no other', () => {
    const verification = { ...aVerification({ origin: 'declared', claimNames: ['name'] }) }
    const decided = (accept: object) =>
      decide(anAct({ accept: [{ ...lenient, ...accept }] }), facts({ verifications: [verification] }), vocabulary, noon)
    expect(decided({ declared: true }).outcome).toBe('permit')
    expect(decided({}).outcome).toBe('re-verify')
    expect(decided({}).requirements).toContainEqual(
      expect.objectContaining({ rule: 'accept[0].declared', actual: 'declared by the operator', pass: false }),
    )
  })
})

describe('two verifications that contradict each other', () => {
  const object = (framework: string, claims: object) => ({ verification: { trust_framework: framework }, claims })
  const read = (...objects: object[]) => {
    const result = readVerifiedClaims({ iss: 'x', verified_claims: objects }, esignet18)
    return result.ok ? result.value.map(({ conflicts }) => conflicts) : result.refusal
  }

  it('are marked with what they contradict each other about', () => {
    const one = object('eidas', { name: 'One', birthdate: '1990/01/31' })
    const two = object('omnia', { name: 'One', birthdate: '1991-01-31', country: 'WS' })
    expect(read(one, two)).toEqual([['birthdate'], ['birthdate']])
  })

  it('contradict each other in one language, and so about the claim', () => {
    const one = object('eidas', { 'name#eng': 'One', country: 'WS' })
    const two = object('omnia', { 'name#en': 'Two' })
    const three = object('westalis-nid', { country: 'WS' })
    expect(read(one, two, three)).toEqual([['name'], ['name'], []])
  })

  it('are other statements than either of them alone: a later answer with one of them settles nothing about an earlier', () => {
    const one = object('eidas', { name: 'One', country: 'WS' })
    const two = object('omnia', { name: 'Two' })
    const three = object('westalis-nid', { country: 'WS' })
    const idsOf = (...objects: object[]) => {
      const result = readVerifiedClaims({ iss: 'x', verified_claims: objects }, esignet18)
      return result.ok ? result.value.map(({ id }) => id) : []
    }
    const [alone] = idsOf(one)
    const [contested, other, uninvolved] = idsOf(one, two, three)
    expect(contested).toMatch(/^[\w-]{22}$/)
    expect(new Set([alone, contested, other, ...idsOf(two)]).size).toBe(4)
    expect(idsOf(three)).toEqual([uninvolved])
    expect(idsOf(one, two, three)).toEqual([contested, other, uninvolved])
  })

  it('agree when they only write it differently', () => {
    expect(read(object('eidas', { birthdate: '1990/01/31' }), object('omnia', { birthdate: '1990-01-31' }))).toEqual([
      undefined,
      undefined,
    ])
    expect(read(object('eidas', { 'name#eng': 'One' }), object('omnia', { 'name#khm': 'មួយ' }))).toEqual([
      undefined,
      undefined,
    ])
  })

  it('satisfy nothing that needs the contested claim', () => {
    const contested = aVerification({ conflicts: ['name'] })
    const { outcome, requirements } = decide(anAct(), facts({ verifications: [contested] }), vocabulary, noon)
    expect(outcome).toBe('re-verify')
    expect(requirements.filter(({ pass }) => !pass)).toMatchObject([
      { rule: 'accept[0].claims.name', actual: 'contradicted by another verification' },
    ])
  })
})
