import { createHash, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { settings } from '../settings.ts'
import { selfSignedCertificate } from './self-signed-certificate.ts'

const generate = promisify(generateKeyPair)

/** A key in the JWKS as eSignet lists it: no `alg`, a leaf-only `x5c`, and a non-standard `exp`. */
export interface PublishedKey {
  readonly kid: string
  readonly kty: string
  readonly e: string
  readonly n: string
  readonly use: 'sig'
  readonly x5c: readonly string[]
  readonly 'x5t#S256': string
  /** Epoch seconds at which the certificate ends; not a member RFC 7517 knows. */
  readonly exp: number
}

export interface SigningKey {
  readonly kid: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly published: PublishedKey
}

/** A fresh RSA-2048 key with its certificate; made at start, never stored. */
export async function newSigningKey(owner: string, now: Date): Promise<SigningKey> {
  const keys = await generate('rsa', { modulusLength: 2048 })
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + settings.certificateYears)
  const certificate = selfSignedCertificate(keys, owner, { from: now, until })
  const { n = '', e = '' } = keys.publicKey.export({ format: 'jwk' })
  const digest = createHash('sha256').update(certificate)
  const kid = createHash('sha256').update(`${owner}:${n}`).digest('base64url')
  return {
    kid,
    ...keys,
    published: {
      kid,
      kty: 'RSA',
      e,
      n,
      use: 'sig',
      x5c: [certificate.toString('base64')],
      'x5t#S256': digest.digest('base64url'),
      exp: Math.floor(until.getTime() / 1000),
    },
  }
}
