import { createHash } from 'node:crypto'

/** SHA-256 of UTF-8 text, base64url without padding (43 characters). Deterministic, so the rules may use it. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64url')

/** Left half of SHA-256 of ASCII text, base64url: the form of `at_hash` (OpenID Connect Core §3.1.3.6, for *256 algorithms). */
export const leftHalfOfSha256 = (text: string): string =>
  createHash('sha256').update(text, 'ascii').digest().subarray(0, 16).toString('base64url')
