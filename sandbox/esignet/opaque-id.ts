import { createHash, randomBytes } from 'node:crypto'

/** Transaction ids, codes and request_uri ids: base64url of a SHA3-256 digest, 43 characters. */
export function newOpaqueId(): string {
  return createHash('sha3-256').update(randomBytes(32)).digest('base64url')
}

/** SHA-256 of a text, base64url without padding. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64url')
}
