import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOutcome } from '../../portals/kit/outcome-page.js'
import { readSession, verifiedName } from '../../portals/kit/session.js'
import { kitTexts } from '../../portals/kit/texts.js'
import { inWords } from '../../portals/kit/time.js'
import { chooseLanguage, claimName, plainWords, printable, requirementName } from '../../portals/kit/words.js'
import { eidas, session, westalis } from './fake-verify-once.ts'

const t = kitTexts.en
const locale = 'en-GB'

describe('readSession', () => {
  test('reads a complete answer', () => {
    const read = readSession(session().body)
    expect(read.acr).toEqual(['mosip:idp:acr:generated-code'])
    expect(read.decisions.get('open-account')?.outcome).toBe('permit')
    expect(read.verifiedClaims[0]?.satisfies).toEqual(['open-account'])
    expect(read.claims).toEqual([['email', 'mira@mail.example']])
  })

  test('passes over what it does not know and tolerates what is missing or misshapen', () => {
    const read = readSession({
      novelty: 1,
      acts: { a: null },
      verifiedClaims: [null, { claims: 'x', evidence: [7] }],
      authentication: [],
    })
    expect(read.decisions.get('a')).toEqual({
      outcome: undefined,
      validUntil: undefined,
      lapsesFirst: undefined,
      requirements: [],
    })
    expect(read.verifiedClaims).toHaveLength(2)
    expect(read.verifiedClaims[1]?.claims).toEqual([])
    expect(read.acr).toEqual([])
  })

  test('a requirement holds only when it says so', () => {
    const requirements = [{ rule: 'a', pass: 'true' }, { rule: 'b' }, { rule: 'c', pass: true }]
    const read = readSession({ acts: { a: { requirements } } })
    expect(read.decisions.get('a')?.requirements.map(({ pass }) => pass)).toEqual([false, false, true])
  })

  test('never throws, whatever JSON comes', () => {
    const member = fc.jsonValue()
    const answer = fc.record(
      { acts: member, verifiedClaims: fc.array(member), claims: member, authentication: member },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(member, answer), (body) => {
        const read = readSession(body)
        for (const [name, value] of read.claims)
          expect(typeof `${claimName(name, t, locale)}${printable(value, t)}`).toBe('string')
        verifiedName(read, 'open-account')
      }),
    )
  })
})

describe('verifiedName', () => {
  const name = (...verifiedClaims: unknown[]) =>
    verifiedName(readSession({ claims: { name: 'Typed' }, verifiedClaims }), 'open-account')

  test('prefers the object that satisfies the act', () => {
    expect(name({ ...westalis, claims: { name: 'Other' } }, eidas)).toBe('Mira Solvang')
  })
  test('takes a name in one language when there is no plain one', () => {
    expect(name({ claims: { 'name#khm': 'មីរ៉ា' } })).toBe('មីរ៉ា')
  })
  test('never takes a name nobody verified', () => {
    expect(name()).toBeUndefined()
    expect(name({ claims: { name: ['x'] } }, { claims: { name: ' ' } })).toBeUndefined()
  })
})

describe('words for people', () => {
  test.each([
    ['PT30M', '30 minutes'],
    ['at most PT30M ago', 'At most 30 minutes ago'],
    ['expires 2031-05-01', 'Expires 1 May 2031'],
    ['P1Y', '1 year'],
    ['P1DT12H', '1 day 12 hours'],
    ['eidas: at least substantial', 'eIDAS: at least substantial'],
    ['at least substantial', 'At least substantial'],
    ['mosip:idp:acr:biometrics', 'Biometrics'],
    ['2031-05-01', '1 May 2031'],
    ['P', 'P'],
    ['constructor', 'Constructor'],
    [null, 'not stated'],
    [false, 'No'],
    [['eidas', 'westalis-nid'], 'eIDAS, Westalis NID'],
  ])('%j reads %s', (raw, plain) => {
    expect(plainWords(raw, t, locale)).toBe(plain)
  })

  test.each([
    ['accept[0].assuranceLevel', t.requirements.assuranceLevel],
    ['accept[1].evidence.notExpired', t.requirements.notExpired],
    ['accept[0].claims.birthdate', 'Verified: Date of birth'],
    ['authentication.maxAge', t.requirements.maxAge],
    ['accept', t.requirements.accept],
    ['claims.email', 'Told by you: E-mail'],
    ['some.novel-rule', 'some.novel-rule'],
    ['toString', 'toString'],
    [undefined, 'not stated'],
  ])('the rule %s is named %s', (rule, name) => {
    expect(requirementName(rule, t, locale)).toBe(name)
  })

  test.each([
    ['name', 'Full name'],
    ['name#khm', 'Full name (Khmer)'],
    ['name#!', 'Full name (!)'],
    ['shoe_size', 'shoe size'],
    ['__proto__', '  proto  '],
  ])('the claim %s is called %s', (claim, name) => {
    expect(claimName(claim, t, locale)).toBe(name)
  })

  test.each([
    [['de-CH', 'km-KH', 'en'], ['en', 'km'], 'km'],
    [['fr'], ['en'], 'en'],
    [[], ['en'], 'en'],
  ])('a reader of %j with %j available gets %s', (wanted, available, language) => {
    expect(chooseLanguage(available, wanted)).toBe(language)
  })

  test.each(['2026-13-45', '2026', 'yesterday', '1', '', '2026-11-04T09:30:00'])(
    '%j is not taken for a time',
    (value) => {
      expect(inWords(value, locale)).toBeUndefined()
    },
  )
  test('a calendar day is not moved by a time zone', () => {
    expect(inWords('1990-01-31', locale)).toBe('31 January 1990')
  })
})

describe('readOutcome', () => {
  test('nothing to say without an outcome', () => {
    expect(readOutcome(new URLSearchParams('code=x'))).toBeUndefined()
  })
  test.each(['', 'constructor', 'DENIED'])('an outcome it does not know (%j) is a technical one', (outcome) => {
    expect(readOutcome(new URLSearchParams({ outcome }))?.kind).toBe('technical')
  })
  test('cuts short what is too long for a reference', () => {
    expect(readOutcome(new URLSearchParams({ outcome: 'denied', trace: 'x'.repeat(5000) }))?.trace).toHaveLength(128)
  })
})
