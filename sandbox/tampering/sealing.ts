import {
  constants,
  createCipheriv,
  createHmac,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  publicEncrypt,
  randomBytes,
} from 'node:crypto'
import type { Members } from './json-text.ts'
import type { Tell } from './lie.ts'
import { encode, idTokenOf, type Jwt, readJwt, type Tools } from './tools.ts'

/** The five parts of a JWE in compact form (RFC 7516 §7.1), as bytes; the header as text. */
export interface Envelope {
  readonly header: string
  readonly wrappedKey: Uint8Array
  readonly nonce: Uint8Array
  readonly ciphertext: Uint8Array
  readonly tag: Uint8Array
}

interface Sealing {
  readonly key: KeyObject
  readonly header?: Members
  /** How the content key is wrapped; default RSA-OAEP-256. */
  readonly wrap?: (key: KeyObject, contentKey: Uint8Array) => Uint8Array
  /** How the content is encrypted; default A256GCM. */
  readonly enc?: 'A256GCM' | 'A192GCM' | 'A128GCM' | 'A128CBC-HS256'
}

export const oaep256 = (key: KeyObject, contentKey: Uint8Array): Uint8Array =>
  publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, contentKey)

/** Seals as eSignet does, but for what `sealing` says otherwise. */
export const seal = (
  plain: string | Uint8Array,
  { key, header, wrap = oaep256, enc = 'A256GCM' }: Sealing,
): Envelope => {
  const text = JSON.stringify({ alg: 'RSA-OAEP-256', enc, cty: 'JWT', kid: 'any', ...header })
  const aad = Buffer.from(encode(text), 'ascii')
  const contentKey = randomBytes(enc === 'A128GCM' ? 16 : enc === 'A192GCM' ? 24 : 32)
  const encrypted = enc === 'A128CBC-HS256' ? cbc(contentKey, plain, aad) : gcm(contentKey, plain, aad)
  return { header: text, wrappedKey: wrap(key, contentKey), ...encrypted }
}

const gcm = (key: Uint8Array, plain: string | Uint8Array, aad: Uint8Array) => {
  const nonce = randomBytes(12)
  const name = `aes-${key.length * 8}-gcm`
  if (name !== 'aes-128-gcm' && name !== 'aes-192-gcm' && name !== 'aes-256-gcm') throw new Error(name)
  const cipher = createCipheriv(name, key, nonce)
  cipher.setAAD(aad)
  const ciphertext = Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final()])
  return { nonce, ciphertext, tag: cipher.getAuthTag() }
}

/** RFC 7518 §5.2: half of the key authenticates, half encrypts. */
const cbc = (key: Uint8Array, plain: string | Uint8Array, aad: Uint8Array) => {
  const nonce = randomBytes(16)
  const cipher = createCipheriv('aes-128-cbc', key.subarray(16), nonce)
  const ciphertext = Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final()])
  const bits = Buffer.alloc(8)
  bits.writeBigUInt64BE(BigInt(aad.length * 8))
  const mac = createHmac('sha256', key.subarray(0, 16)).update(Buffer.concat([aad, nonce, ciphertext, bits]))
  return { nonce, ciphertext, tag: mac.digest().subarray(0, 16) }
}

export const compactOf = ({ header, wrappedKey, nonce, ciphertext, tag }: Envelope): string =>
  [header, wrappedKey, nonce, ciphertext, tag].map(encode).join('.')

/** UserInfo as eSignet would have signed it before sealing: it cannot be had from the sealed answer, so it is written anew. */
const signedUserInfo = async (tools: Tools): Promise<Jwt> => {
  const { iss, sub, aud } = idTokenOf(tools.before('token')).claims
  const claims = { iss: `${iss}/v1/esignet`, sub, aud, name: 'Somebody Sealed', birthdate: '1990/01/01' }
  const [, ofIdentitySystem] = tools.published
  return readJwt(
    await tools.signAs('identity-system', { alg: 'RS256', kid: ofIdentitySystem?.kid }, JSON.stringify(claims)),
  )
}

/** UserInfo for a client that wants it sealed: `make` gets what is to be sealed and the client's key. */
export const sealedUserInfo =
  (make: (signed: Jwt, key: KeyObject, tools: Tools) => string | Promise<string>): Tell =>
  async (honest, tools) => {
    if (honest.status !== 200) return honest
    const signed = await signedUserInfo(tools)
    const jwk = tools.encryptionKeyOf(String(signed.claims['aud']))
    if (jwk === undefined) throw new Error('this client has no key to seal with')
    const key = createPublicKey({ key: publicHalf(jwk), format: 'jwk' })
    return { ...honest, body: await make(signed, key, tools) }
  }

const publicHalf = ({ kty, n, e }: { kty?: string; n?: string; e?: string }): JsonWebKey => ({
  ...(kty === undefined ? {} : { kty }),
  ...(n === undefined ? {} : { n }),
  ...(e === undefined ? {} : { e }),
})

/** UserInfo sealed well, with whatever is to be sealed instead of the signed claims. */
export const sealedWith = (inside: (signed: Jwt, tools: Tools) => string | Uint8Array | Promise<string>): Tell =>
  sealedUserInfo(async (signed, key, tools) => compactOf(seal(await inside(signed, tools), { key })))

/** UserInfo sealed well, and the envelope changed afterwards. */
export const envelope = (change: (honest: Envelope) => Partial<Envelope>): Tell =>
  sealedUserInfo(({ compact }, key) => {
    const honest = seal(compact, { key })
    return compactOf({ ...honest, ...change(honest) })
  })
