import { describe, expect, it } from 'vitest'
import { outcomes, personas } from '../../sandbox/personas.ts'
import { readServiceFiles } from '../../sandbox/world/services.ts'

const now = new Date('2030-06-15T12:00:00Z')
const people = personas(now)
const day = 24 * 60 * 60 * 1000

const personOf = (key: string) => {
  const person = people.find((each) => each.key === key)
  if (person === undefined) throw new Error(`no persona ${key}`)
  return person
}

describe('the people of the practice world', () => {
  it('are those of the story', () => {
    expect(people.map(({ key }) => key).sort()).toEqual([
      'blocked',
      'expired-passport',
      'fresh-eidas',
      'minor',
      'no-email',
      'revoked',
      'stale',
      'standard-only',
      'two-frameworks',
      'two-languages',
      'unverified',
    ])
  })

  it('say for every act of every service how it ends', () => {
    const acts = readServiceFiles('services').flatMap(({ id, acts: names }) => names.map((act) => `${id}/${act}`))
    for (const { expects } of people) {
      expect(Object.keys(expects).sort()).toEqual([...acts].sort())
      for (const outcome of Object.values(expects)) expect(outcomes).toContain(outcome)
    }
  })

  it('have numbers of their own', () => {
    expect(new Set(people.map(({ identity }) => identity.individualId)).size).toBe(people.length)
    expect(new Set(people.map(({ identity }) => identity.pin)).size).toBe(people.length)
  })

  it('live relative to the moment the world starts', () => {
    const verified = (key: string) => Date.parse(personOf(key).identity.verifications[0]?.time ?? '')
    expect((now.getTime() - verified('fresh-eidas')) / day).toBe(20)
    expect((now.getTime() - verified('stale')) / day).toBe(400)
    const expiry = personOf('expired-passport').identity.verifications[0]?.evidence[0]?.document_details.date_of_expiry
    expect(expiry).toBe('2030-06-05')
    expect(personOf('minor').identity.dateOfBirth).toBe('2015/01/15')
  })

  it('use reserved names only', () => {
    for (const { identity } of people) {
      expect(identity.email ?? '@people.example').toMatch(/@people\.example$/)
      for (const { verifier } of identity.verifications) expect(verifier.organization).toMatch(/\.example$/)
    }
  })
})
