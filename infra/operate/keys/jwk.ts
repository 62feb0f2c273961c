import { calculateJwkThumbprint } from 'jose'
import { isObject, type JsonObject, memberOf, textIn } from '../json.ts'

/** A JSON Web Key as somebody published it: nothing about it is certain yet. */
export type Jwk = JsonObject

/** Members that only a private key has (RFC 7518 §6). */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

export const isPrivate = (key: Jwk): boolean => privateMembers.some((member) => memberOf(key, member) !== undefined)

/** Bits of an RSA modulus; `undefined` when it is no RSA key. */
export const rsaBits = (key: Jwk): number | undefined => {
  const n = textIn(key, 'n')
  if (textIn(key, 'kty') !== 'RSA' || n === undefined) return undefined
  const hex = Buffer.from(n, 'base64url').toString('hex')
  return hex === '' ? 0 : BigInt(`0x${hex}`).toString(2).length
}

/** What makes a key the same key whatever it is called (RFC 7638); `undefined` when it is no key at all. */
export const thumbprint = async (key: Jwk): Promise<string | undefined> => {
  try {
    return await calculateJwkThumbprint({ ...key })
  } catch {
    return undefined
  }
}

/** The keys of a JWK set, or the one key the document is; `undefined` when it is neither. */
export const keysIn = (document: unknown): readonly Jwk[] | undefined => {
  if (!isObject(document)) return undefined
  const keys = memberOf(document, 'keys')
  if (Array.isArray(keys)) return keys.filter(isObject)
  return textIn(document, 'kty') === undefined ? undefined : [document]
}

/** How a key is called when it is spoken of; its members are never shown. */
export const nameOf = (key: Jwk): string =>
  textIn(key, 'kid') ?? `a ${textIn(key, 'kty') ?? 'nameless'} key without kid`

export const isForEncryption = (key: Jwk): boolean => textIn(key, 'use') === 'enc'
