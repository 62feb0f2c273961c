import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { judgeKeys } from '../../../shared/adapters/jose/trustworthy-keys.ts'

const rsa = (modulusLength = 2048, publicExponent = 65537) =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey.export({ format: 'jwk' })
const good = { ...rsa(), kid: 'good' }
const ec = { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }), kid: 'ec' }

const numberOf = (modulus: bigint) => {
  const digits = modulus.toString(16)
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex').toString('base64url')
}
const ofBits = (bits: number) => numberOf(2n ** BigInt(bits) - 1n)

/** A modulus whose remainders are those of the flawed library: the product of nothing but powers of 65537 looks so. */
const rocaLike = () => {
  let modulus = 65537n ** 127n
  while (modulus.toString(2).length < 2048) modulus *= 65537n
  return numberOf(modulus)
}

describe('a published key set', () => {
  it('keeps keys that may verify, each once', () => {
    expect(judgeKeys({ keys: [good, ec, { ...good }] })).toEqual({ keys: [good, ec], weak: new Set() })
  })

  it('keeps keys of every kind that signs, and as many as fifty', () => {
    const okp = { ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }), kid: 'okp' }
    expect(judgeKeys({ keys: [good, ec, okp] }).keys).toEqual([good, ec, okp])
    expect(judgeKeys({ keys: Array.from({ length: 50 }, () => good) }).keys).toEqual([good])
    expect(judgeKeys({ keys: [{ ...good, n: ofBits(8192) }] }).keys).toHaveLength(1)
  })

  it.each([
    ['name', good, { ...good, kid: 'other' }],
    ['modulus', good, { ...rsa(), kid: 'good' }],
    ['abscissa', ec, { ...ec, x: 'other' }],
    ['ordinate', ec, { ...ec, y: 'other' }],
    ['type', { kty: 'EC', x: 'one' }, { kty: 'OKP', x: 'one' }],
  ])('takes keys of another %s for two', (_, one, other) => {
    expect(judgeKeys({ keys: [one, other] }).keys).toEqual([one, other])
  })

  it('keeps members it does not know: eSignet adds its own', () => {
    expect(judgeKeys({ keys: [{ ...good, exp: 1, x5c: ['MII'] }] }).keys).toHaveLength(1)
  })

  it.each([
    ['1024 bits', { ...rsa(1024), kid: 'weak' }],
    ['1920 bits', { ...rsa(1920), kid: 'weak' }],
    ['more bits than anybody needs', { ...good, n: ofBits(8200), kid: 'weak' }],
    ['a modulus in padded spelling', { ...good, n: `${good.n}=`, kid: 'weak' }],
    ['a modulus with a space before', { ...good, n: ` ${good.n}`, kid: 'weak' }],
    ['the exponent 3', { ...rsa(2048, 3), kid: 'weak' }],
    ['the exponent 1', { ...good, e: 'AQ', kid: 'weak' }],
    ['an even modulus', { ...good, n: Buffer.alloc(256, 0xfe).toString('base64url'), kid: 'weak' }],
    ['no modulus', { kty: 'RSA', e: 'AQAB', kid: 'weak' }],
    ['the fingerprint of a library that made guessable keys', { ...good, n: rocaLike(), kid: 'weak' }],
  ])('remembers a key with %s as one not to believe', (_, key) => {
    expect(judgeKeys({ keys: [good, key] })).toEqual({ keys: [good], weak: new Set(['weak']) })
  })

  it('drops a weak key that has no name', () => {
    expect(judgeKeys({ keys: [good, rsa(1024)] })).toEqual({ keys: [good], weak: new Set() })
  })

  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth'])('that publishes the private part %s is not used', (member) => {
    expect(() => judgeKeys({ keys: [good, { ...good, [member]: 'secret' }] })).toThrow(
      expect.objectContaining({ code: 'keys-untrustworthy', message: 'a private key is published' }),
    )
  })

  it('drops what is not a public key', () => {
    expect(judgeKeys({ keys: [good, { kty: 'oct', k: 'c2VjcmV0', kid: 'good' }, 'key', null, []] }).keys).toEqual([
      good,
    ])
  })

  it.each([
    ['has more keys than anybody needs', { keys: Array.from({ length: 51 }, () => good) }, 'keys-untrustworthy'],
    ['is empty', { keys: [] }, 'provider-keys-unavailable'],
    ['is no set', { keys: { a: good } }, 'provider-keys-unavailable'],
    ['is a text', 'keys', 'provider-keys-unavailable'],
    ['is nothing', null, 'provider-keys-unavailable'],
  ])('that %s is not used', (_, document, code) => {
    const message = code === 'keys-untrustworthy' ? 'too many keys' : 'not a key set'
    expect(() => judgeKeys(document)).toThrow(expect.objectContaining({ code, message }))
  })

  it('does not mistake honest keys for flawed ones', () => {
    for (let n = 0; n < 5; n++) expect(judgeKeys({ keys: [rsa()] }).keys).toHaveLength(1)
  })
})
