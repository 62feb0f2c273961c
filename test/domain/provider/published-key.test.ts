import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  flawOf,
  isAsymmetric,
  type KeyFlaw,
  mostPublishedKeys,
  type PublishedKey,
} from '../../../shared/domain/provider/published-key.ts'

const rsa = (modulusLength = 2048, publicExponent = 65537): PublishedKey => ({
  ...generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey.export({ format: 'jwk' }),
})
const good = rsa()
const ec: PublishedKey = { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }) }

const numberOf = (modulus: bigint): string => {
  const digits = modulus.toString(16)
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex').toString('base64url')
}
const ofBits = (bits: number): string => numberOf(2n ** BigInt(bits) - 1n)

/** A modulus whose remainders are those of the flawed library: a product of nothing but powers of 65537 looks so. */
const rocaLike = (): string => {
  let modulus = 65537n ** 127n
  while (modulus.toString(2).length < 2048) modulus *= 65537n
  return numberOf(modulus)
}

describe('a published key', () => {
  it.each<[string, PublishedKey]>([
    ['RSA of 2048 bits', good],
    ['RSA of 8192 bits', { ...good, n: ofBits(8192) }],
    ['RSA with members of its own', { ...good, exp: 1, x5c: ['MII'] }],
    ['EC', ec],
  ])('is believed: %s', (_, key) => {
    expect(flawOf(key)).toBeUndefined()
  })

  it.each<[KeyFlaw, string, PublishedKey]>([
    ['modulus', '1024 bits', rsa(1024)],
    ['modulus', '2047 bits', { ...good, n: ofBits(2047) }],
    ['modulus', '8193 bits', { ...good, n: ofBits(8193) }],
    ['modulus', 'padding', { ...good, n: `${good['n']}=` }],
    ['modulus', 'a space before', { ...good, n: ` ${good['n']}` }],
    ['modulus', 'a number that is none', { ...good, n: 65537 }],
    ['modulus', 'none', { kty: 'RSA', e: 'AQAB' }],
    ['exponent', '3', rsa(2048, 3)],
    ['exponent', '1', { ...good, e: 'AQ' }],
    ['exponent', 'none', { kty: 'RSA', n: good['n'] }],
    ['factored', 'an even modulus', { ...good, n: Buffer.alloc(256, 0xfe).toString('base64url') }],
    ['factored', 'the fingerprint of a library that made guessable keys', { ...good, n: rocaLike() }],
    ['private', 'RSA that can sign', { ...good, d: 'secret' }],
    ['private', 'EC that can sign', { ...ec, d: 'secret' }],
  ])('is not, for its %s: %s', (flaw, _, key) => {
    expect(flawOf(key)).toBe(flaw)
  })

  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth'])('is private with the member %s, whatever its value', (member) => {
    expect(flawOf({ ...good, [member]: null })).toBe('private')
  })

  it('verifies nothing when it is symmetric, or of a kind nobody knows', () => {
    expect(['RSA', 'EC', 'OKP'].every((kty) => isAsymmetric({ kty }))).toBe(true)
    expect(['oct', 'rsa', undefined, 'AKP'].some((kty) => isAsymmetric({ kty }))).toBe(false)
  })

  it('is one of fifty at most', () => {
    expect(mostPublishedKeys).toBe(50)
  })
})
