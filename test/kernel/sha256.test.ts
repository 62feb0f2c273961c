import { describe, expect, it } from 'vitest'
import { leftHalfOfSha256, sha256 } from '../../shared/kernel/sha256.ts'

describe('SHA-256 in base64url', () => {
  // FIPS 180-2, appendix B.1; the second is of the two bytes that UTF-8 needs.
  it.each([
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['é', '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c'],
  ])('of %s', (text, hex) => {
    expect(sha256(text)).toBe(Buffer.from(hex, 'hex').toString('base64url'))
  })

  it('and its left half', () => {
    expect(leftHalfOfSha256('abc')).toBe(Buffer.from('ba7816bf8f01cfea414140de5dae2223', 'hex').toString('base64url'))
  })
})
