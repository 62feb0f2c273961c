/** Base64url without padding; the only alphabet a compact serialisation may use (RFC 7515 §2). */
const part = '[A-Za-z0-9_-]+'
const compactJws = new RegExp(`^${part}\\.${part}\\.${part}$`)

/** Far above any honest token, far below what costs time to parse. UserInfo may carry a picture. */
export const longestToken = 16 * 1024
export const longestUserInfo = 512 * 1024

/**
 * Whether `token` is a JWS in exactly one compact form. Lenient decoders accept padding, white space and stray bits, so that
 * one signature has many spellings; here it has one.
 */
export const isCompactJws = (token: string, longest: number): boolean =>
  token.length <= longest && compactJws.test(token) && token.split('.').every(isCanonical)

const isCanonical = (encoded: string): boolean => Buffer.from(encoded, 'base64url').toString('base64url') === encoded
