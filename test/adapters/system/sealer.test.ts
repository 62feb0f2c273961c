import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aesGcmSealer } from '../../../shared/adapters/system/sealer.ts'

const key = randomBytes(32)
const place = { subject: 'p_one', objectId: 'object-1', claim: 'name' }

describe('a sealed value', () => {
  it('opens to what it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        expect(aesGcmSealer.open(key, place, aesGcmSealer.seal(key, place, value))).toBe(value)
      }),
    )
  })
  it('never looks the same twice', () => {
    expect(aesGcmSealer.seal(key, place, 'One')).not.toBe(aesGcmSealer.seal(key, place, 'One'))
  })
  it.each([
    ['another person', { ...place, subject: 'p_two' }],
    ['another object', { ...place, objectId: 'object-2' }],
    ['another claim', { ...place, claim: 'country' }],
  ])('does not open as of %s', (_, elsewhere) => {
    expect(() => aesGcmSealer.open(key, elsewhere, aesGcmSealer.seal(key, place, 'One'))).toThrow('does not open')
  })
  it('does not open with another key, or changed by one bit', () => {
    const sealed = aesGcmSealer.seal(key, place, 'One')
    expect(() => aesGcmSealer.open(randomBytes(32), place, sealed)).toThrow('does not open')
    fc.assert(
      fc.property(fc.nat(Buffer.from(sealed, 'base64url').length * 8 - 1), (bit) => {
        const bytes = Buffer.from(sealed, 'base64url')
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(() => aesGcmSealer.open(key, place, bytes.toString('base64url'))).toThrow('does not open')
      }),
    )
  })
  it('does not open when it is no sealed value', () => {
    for (const nonsense of ['', 'a', 'AAAA'])
      expect(() => aesGcmSealer.open(key, place, nonsense)).toThrow('does not open')
  })
})
