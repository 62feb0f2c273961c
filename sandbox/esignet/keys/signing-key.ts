import { createHash, type KeyObject } from 'node:crypto'
import { edwardsKeyPair, ellipticKeyPair, type KeyPair, rsaKeyPairAside } from '../../key-pair.ts'
import type { SigningAlgorithm } from '../dialects/dialect.ts'
import { settings } from '../settings.ts'
import { selfSignedCertificate } from './self-signed-certificate.ts'

/** A key in the JWKS as eSignet lists it: no `alg`, a leaf-only `x5c`, and a non-standard `exp`. */
export interface PublishedKey {
  readonly kid: string
  readonly kty: string
  readonly use: 'sig'
  /** RSA. */
  readonly e?: string
  readonly n?: string
  /** EC and OKP. */
  readonly crv?: string
  readonly x?: string
  readonly y?: string
  readonly x5c?: readonly string[]
  readonly 'x5t#S256'?: string
  /** Epoch seconds at which the certificate ends; not a member RFC 7517 knows. */
  readonly exp?: number
}

export interface SigningKey {
  readonly kid: string
  readonly alg: SigningAlgorithm
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly published: PublishedKey
}

/** A fresh key, RSA-2048 with a certificate or an elliptic curve without; made at start or rotation, never stored. */
export async function newSigningKey(owner: string, alg: SigningAlgorithm, now: Date): Promise<SigningKey> {
  const keys = await newKeyPair(alg)
  const { kty = '', n, e, crv, x, y } = keys.publicKey.export({ format: 'jwk' })
  const kid = createHash('sha256').update(`${owner}:${n}${x}`).digest('base64url')
  const members = kty === 'RSA' ? { e, n, ...certified(keys, owner, now) } : { crv, x, ...(y ? { y } : {}) }
  return { kid, alg, ...keys, published: { kid, kty, ...defined(members), use: 'sig' } }
}

function newKeyPair(alg: SigningAlgorithm): KeyPair | Promise<KeyPair> {
  if (alg === 'ES256') return ellipticKeyPair()
  if (alg === 'EdDSA') return edwardsKeyPair()
  return rsaKeyPairAside(2048)
}

function certified(keys: KeyPair, owner: string, now: Date) {
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + settings.certificateYears)
  const certificate = selfSignedCertificate(keys, owner, { from: now, until })
  return {
    x5c: [certificate.toString('base64')],
    'x5t#S256': createHash('sha256').update(certificate).digest('base64url'),
    exp: Math.floor(until.getTime() / 1000),
  }
}

type Defined<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> }

/** A JWK export always has the members of its key type; this tells the compiler. */
function defined<T extends object>(members: T): Partial<Defined<T>> {
  const kept: Partial<Defined<T>> = {}
  return Object.assign(kept, Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)))
}
