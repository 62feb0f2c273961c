import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { judgeKeys } from '../../../shared/adapters/jose/trustworthy-keys.ts'

const rsa = (modulusLength = 2048, publicExponent = 65537) =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey.export({ format: 'jwk' })
const good = { ...rsa(), kid: 'good' }
const ec = { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }), kid: 'ec' }

/** A modulus whose remainders are those of the flawed library: the product of nothing but powers of 65537 looks so. */
const rocaLike = () => {
  let modulus = 65537n ** 127n
  while (modulus.toString(2).length < 2048) modulus *= 65537n
  return Buffer.from(modulus.toString(16).padStart(512, '0'), 'hex').toString('base64url')
}

describe('a published key set', () => {
  it('keeps keys that may verify, each once', () => {
    expect(judgeKeys({ keys: [good, ec, { ...good }] })).toEqual({ keys: [good, ec], weak: new Set() })
  })

  it('keeps members it does not know: eSignet adds its own', () => {
    expect(judgeKeys({ keys: [{ ...good, exp: 1, x5c: ['MII'] }] }).keys).toHaveLength(1)
  })

  it.each([
    ['1024 bits', { ...rsa(1024), kid: 'weak' }],
    ['the exponent 3', { ...rsa(2048, 3), kid: 'weak' }],
    ['the exponent 1', { ...good, e: 'AQ', kid: 'weak' }],
    ['an even modulus', { ...good, n: Buffer.alloc(256, 0xfe).toString('base64url'), kid: 'weak' }],
    ['no modulus', { kty: 'RSA', e: 'AQAB', kid: 'weak' }],
    ['the fingerprint of a library that made guessable keys', { ...good, n: rocaLike(), kid: 'weak' }],
  ])('remembers a key with %s as one not to believe', (_, key) => {
    expect(judgeKeys({ keys: [good, key] })).toEqual({ keys: [good], weak: new Set(['weak']) })
  })

  it('drops what is not a public key', () => {
    expect(judgeKeys({ keys: [good, { kty: 'oct', k: 'c2VjcmV0', kid: 'good' }, 'key', null, []] }).keys).toEqual([
      good,
    ])
  })

  it.each([
    ['publishes a private key', { keys: [good, { ...ec, d: 'secret' }] }, 'keys-untrustworthy'],
    ['publishes more than anybody needs', { keys: Array.from({ length: 51 }, () => good) }, 'keys-untrustworthy'],
    ['is empty', { keys: [] }, 'provider-keys-unavailable'],
    ['is no set', { keys: { a: good } }, 'provider-keys-unavailable'],
    ['is nothing', null, 'provider-keys-unavailable'],
  ])('that %s is not used', (_, document, code) => {
    expect(() => judgeKeys(document)).toThrow(expect.objectContaining({ code }))
  })

  it('does not mistake honest keys for flawed ones', () => {
    for (let n = 0; n < 5; n++) expect(judgeKeys({ keys: [rsa()] }).keys).toHaveLength(1)
  })
})
