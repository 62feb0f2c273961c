/**
 * A `jti` that can be told apart from every other (RFC 7519 §4.1.7): text of reasonable length, without control characters.
 * Sixteen characters are the least that can hold 96 bits of chance.
 */
export const isTokenId = (jti: unknown): jti is string => typeof jti === 'string' && /^[\x21-\x7e]{16,256}$/.test(jti)
