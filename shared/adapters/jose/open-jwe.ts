import { createDecipheriv } from 'node:crypto'
import { type Refusal, type RefusalCode, refusal } from '../../kernel/codes.ts'
import { Fault } from '../../kernel/fault.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { parseStrictJson } from '../json/strict-json.ts'

/** Unwraps a content encryption key with our private key, which never leaves KMS. `undefined`: it was not wrapped for us. */
export type UnwrapKey = (encryptedKey: Uint8Array) => Promise<Uint8Array | undefined>

const encoded = /^[A-Za-z0-9_-]*$/

/**
 * Opens a JWE in compact form (RFC 7516 §5.2) and returns the text inside, which must be a signed JWT. One algorithm pair,
 * pinned: RSA-OAEP-256 and A256GCM. Everything else is refused by its header, before any key is used, so that no weak padding,
 * no password hashing and no decompression ever runs. The provider's `kid` names a certificate of its own making and is not
 * looked at.
 */
export const openJwe = async (token: string, unwrap: UnwrapKey): Promise<Result<string, Refusal>> => {
  const [head = '', wrapped = '', nonce = '', ciphertext = '', tag = '', ...more] = token.split('.')
  if (more.length > 0 || ![head, wrapped, nonce, ciphertext, tag].every((part) => encoded.test(part)))
    return refused(refusal('token-malformed'))
  const unwanted = flawOfHeader(head)
  if (unwanted !== undefined) return refused(refusal(unwanted))
  // The lengths of a 96-bit nonce and a 128-bit tag (RFC 7518 §5.3); looked at only once the header is the pinned one.
  if (nonce.length !== 16 || tag.length !== 22 || wrapped === '' || ciphertext === '')
    return refused(refusal('token-malformed'))
  const key = await unwrap(bytes(wrapped))
  const opened = key === undefined ? undefined : decrypt(key, { head, nonce, ciphertext, tag })
  // One answer for a wrong key, a wrong tag and a wrong length: no oracle.
  return opened === undefined ? refused(refusal('userinfo-undecipherable')) : nested(opened)
}

const bytes = (encoded: string): Buffer => Buffer.from(encoded, 'base64url')

const flawOfHeader = (head: string): RefusalCode | undefined => {
  const header = parseHeader(head)
  if (header === undefined) return 'token-malformed'
  if ('zip' in header) return 'userinfo-compressed'
  const pinned = header['alg'] === 'RSA-OAEP-256' && header['enc'] === 'A256GCM' && !('crit' in header)
  return pinned ? undefined : 'userinfo-encryption-mismatch'
}

const parseHeader = (head: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const header = parseStrictJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes(head)))
    return typeof header === 'object' && header !== null && !Array.isArray(header)
      ? (header as Readonly<Record<string, unknown>>)
      : undefined
  } catch (error) {
    if (error instanceof Fault) throw error
    return undefined
  }
}

interface Sealed {
  readonly head: string
  readonly nonce: string
  readonly ciphertext: string
  readonly tag: string
}

const decrypt = (key: Uint8Array, { head, nonce, ciphertext, tag }: Sealed): string | undefined => {
  try {
    // Refuses a key of another length than 256 bits.
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(nonce))
    // RFC 7516 §5.1 step 14: the protected header, as it was sent.
    decipher.setAAD(Buffer.from(head))
    decipher.setAuthTag(bytes(tag))
    const plain = Buffer.concat([decipher.update(bytes(ciphertext)), decipher.final()])
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    return undefined
  }
}

/** Exactly one wrapping: a signed JWT inside, not another envelope, and not bare claims. */
const nested = (text: string): Result<string, Refusal> => {
  const parts = text.split('.')
  // Claims may hold dots of their own; only what is base64url throughout is an envelope or a signed token.
  if (!parts.every((part) => encoded.test(part))) return refused(refusal('userinfo-unsigned'))
  if (parts.length === 3) return ok(text)
  return refused(refusal(parts.length === 5 ? 'userinfo-nested-too-deep' : 'userinfo-unsigned'))
}
