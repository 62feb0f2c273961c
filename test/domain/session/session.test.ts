import { describe, expect, it } from 'vitest'
import { factsDigest } from '../../../shared/domain/policy/decide.ts'
import { factsOf, openSession, pairwiseSubject } from '../../../shared/domain/session/session.ts'
import { anIdentity, aService, noonSeconds } from '../../support/builders.ts'

const at = { service: aService(), act: 'open-account', sessionHash: 'hash', now: noonSeconds }

describe('a session', () => {
  it('counts from the authentication, not from the visit', () => {
    expect(openSession(anIdentity({ authTime: noonSeconds - 600 }), at).expiresAt).toBe(noonSeconds - 600 + 8 * 3600)
  })
  it('is not lengthened by a clock that runs ahead', () => {
    expect(openSession(anIdentity({ authTime: noonSeconds + 50 }), at).expiresAt).toBe(noonSeconds + 8 * 3600)
  })
  it('is of one person at one service, for one act', () => {
    const who = anIdentity()
    expect(openSession(who, at)).toEqual({
      sessionHash: 'hash',
      service: 'omera-bank',
      subject: pairwiseSubject('omera-bank', who),
      act: 'open-account',
      acr: ['mosip:idp:acr:generated-code'],
      authTime: noonSeconds - 60,
      facts: ['verification-1'],
      claimNames: ['email'],
      factsDigest: factsDigest(factsOf(who)),
      createdAt: noonSeconds,
      expiresAt: noonSeconds - 60 + 8 * 3600,
    })
  })
  it('remembers which statements came with it, not what they say', () => {
    const session = openSession(anIdentity(), at)
    expect(session.facts).toEqual(['verification-1'])
    expect(JSON.stringify(session)).not.toMatch(/Test Person|1990|one@example|provider-subject/)
  })
})

describe('a subject', () => {
  it('is opaque', () => {
    expect(pairwiseSubject('omera-bank', anIdentity())).toMatch(/^p_[\w-]{43}$/)
  })
  it('is another for another person', () => {
    const other = anIdentity({ providerSubject: 'somebody-else' })
    expect(pairwiseSubject('omera-bank', other)).not.toBe(pairwiseSubject('omera-bank', anIdentity()))
  })
  it('is the same at the same service, and another at another', () => {
    expect(pairwiseSubject('omera-bank', anIdentity())).toBe(pairwiseSubject('omera-bank', anIdentity({ acr: [] })))
    expect(pairwiseSubject('omera-bank', anIdentity())).not.toBe(pairwiseSubject('visa', anIdentity()))
  })
  it('is another for the same name at another issuer', () => {
    const elsewhere = anIdentity({ issuer: 'https://other.example' })
    expect(pairwiseSubject('omera-bank', elsewhere)).not.toBe(pairwiseSubject('omera-bank', anIdentity()))
  })
})

it('facts hold names and metadata, never values', () => {
  const facts = factsOf(anIdentity({ claims: { 'name#km': 'មួយ', 'name#en': 'One', email: 'one@example.org' } }))
  expect(facts.claimNames).toEqual(['email', 'name'])
  expect(JSON.stringify(facts)).not.toMatch(/Test Person|1990|one@example|One/)
})
