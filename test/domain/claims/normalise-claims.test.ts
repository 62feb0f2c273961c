import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseClaims } from '../../../shared/domain/claims/normalise-claims.ts'

describe('claims as eSignet sends them', () => {
  it.each([
    ['a birthdate with slashes', { birthdate: '1990/01/31' }, { birthdate: '1990-01-31' }],
    ['a birthdate as it should be', { birthdate: '1990-01-31' }, { birthdate: '1990-01-31' }],
    ['a birthdate with something before', { birthdate: 'c. 1990/01/31' }, { birthdate: 'c. 1990/01/31' }],
    ['a birthdate with something after', { birthdate: '1990/01/31 BE' }, { birthdate: '1990/01/31 BE' }],
    ['another claim with slashes', { locale: '1990/01/31' }, { locale: '1990/01/31' }],
    ['an empty text, which is no value', { name: '' }, {}],
    ['null, which is none either', { name: null }, {}],
    ['three-letter languages', { 'name#eng': 'One', 'name#fra': 'Un' }, { 'name#en': 'One', 'name#fr': 'Un' }],
    ['a tag that is no language', { 'name#x!': 'One' }, { 'name#x!': 'One' }],
    ['a tag as long as any', { [`name#${'x'.repeat(64)}`]: 'One' }, { [`name#${'x'.repeat(64)}`]: 'One' }],
    ['a tag longer than any', { [`name#${'x'.repeat(65)}`]: 'One' }, {}],
    ['a tag of half a character', { 'name#\ud800': 'One' }, {}],
    ['a tag of nothing', { 'name#': 'One' }, {}],
    ['an address', { address: { locality: 'Town', region: '', country: 7 } }, { address: { locality: 'Town' } }],
    [
      'an address in two languages',
      { address: { 'region#eng': 'Hills', 'a b': 'x' } },
      { address: { 'region#eng': 'Hills' } },
    ],
    ['an address that is none', { address: ['Town'] }, {}],
    ['an address of nothing', { address: {} }, {}],
    ['an address that is not there', { address: null }, {}],
    ['an address that was taken away', { address: undefined }, {}],
    ['an object that is no address', { place: { locality: 'Town' } }, {}],
    ['the one standard claim that is a number', { updated_at: 1_800_000_000 }, { updated_at: 1_800_000_000 }],
    ['that number in halves', { updated_at: 0.5 }, {}],
    ['a number that should be a text', { birthdate: 19_900_131 }, {}],
    ['a list', { name: ['One'] }, {}],
    ['a yes', { phone_number_verified: true }, { phone_number_verified: true }],
    ['a yes to no question', { email: true }, {}],
    ['a name that starts like none', { '1st': 'x' }, {}],
    ['a name that is no claim name', { 'a b': 'x' }, {}],
  ])('%s', (_, claims, expected) => {
    expect(normaliseClaims(claims)).toEqual(expected)
  })

  it('is done once: what is normal stays as it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (claims) => {
        const once = normaliseClaims(claims)
        expect(normaliseClaims(once)).toEqual(once)
      }),
    )
  })

  it('cannot be used to reach a prototype', () => {
    const hostile: unknown = JSON.parse('{"__proto__": "x", "constructor": "y", "name": "One"}')
    const claims = normaliseClaims(hostile as Record<string, unknown>)
    expect(Object.getPrototypeOf(claims)).toBe(Object.prototype)
    expect(claims).toMatchObject({ name: 'One' })
    expect(Object.hasOwn(claims, '__proto__')).toBe(false)
  })
})
