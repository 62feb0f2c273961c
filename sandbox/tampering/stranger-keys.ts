import { createHash, type JsonWebKey, type KeyObject } from 'node:crypto'
import { ellipticKeyPair, type KeyPair, rsaKeyPair } from '../key-pair.ts'

/** A key that eSignet never had. */
export interface StrangerKey {
  readonly privateKey: KeyObject
  /** The public half as it would stand in a key set, under the name `kid`. */
  readonly published: (kid: string) => JsonWebKey & Readonly<Record<string, unknown>>
}

/** Keys born with the practice world, each when it is first needed; none is ever stored. */
export interface StrangerKeys {
  readonly strong: () => StrangerKey
  readonly short: () => StrangerKey
  readonly smallExponent: () => StrangerKey
  readonly ellipticCurve: () => StrangerKey
}

export const strangerKeys = (): StrangerKeys => ({
  strong: once(() => keyOf(rsaKeyPair(2048))),
  short: once(() => keyOf(rsaKeyPair(1024))),
  smallExponent: once(() => keyOf(rsaKeyPair(2048, 3))),
  ellipticCurve: once(() => keyOf(ellipticKeyPair())),
})

const once = <Value>(make: () => Value): (() => Value) => {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

const keyOf = ({ privateKey, publicKey }: KeyPair): StrangerKey => {
  const jwk = publicKey.export({ format: 'jwk' })
  return { privateKey, published: (kid) => ({ ...jwk, kid, use: 'sig' }) }
}

/** Primes over which keys of the broken Infineon library give themselves away (CVE-2017-15361). */
const smallPrimes = [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157]

/** A 2048-bit odd number that bears the fingerprint: it is 1, a power of 65537, modulo every one of those primes. */
export const rocaModulus = (): string => {
  const product = smallPrimes.reduce((all, prime) => all * BigInt(prime), 2n)
  const random = BigInt(`0x80${createHash('sha512').update('any number').digest('hex').repeat(4).slice(2)}`)
  const modulus = (random / product) * product + 1n
  return Buffer.from(modulus.toString(16).padStart(512, '0'), 'hex').toString('base64url')
}
