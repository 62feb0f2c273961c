import { compactVerify, errors, type JWTVerifyGetKey } from 'jose'
import type { SignedClaims } from '../../domain/claims/signed-claims.ts'
import { brand } from '../../kernel/brand.ts'
import { type Refusal, type RefusalCode, refusal } from '../../kernel/codes.ts'
import { Fault } from '../../kernel/fault.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { parseStrictJson } from '../json/strict-json.ts'
import { isCompactJws } from './compact-form.ts'

export interface Opening {
  readonly keys: JWTVerifyGetKey
  /** From the provider profile; never from the token or from metadata (RFC 8725 §3.1). */
  readonly algorithms: readonly string[]
  readonly longest: number
}

/**
 * Opens a signed JWT: proves who wrote it and hands back what it says, unjudged. The key comes from the provider's key set and
 * nowhere else: `jwk`, `jku`, `x5u` and `x5c` in the header are never looked at.
 */
export const openJws = async (
  token: string,
  { keys, algorithms, longest }: Opening,
): Promise<Result<SignedClaims, Refusal>> => {
  if (!isCompactJws(token, longest)) return refused(refusal('token-malformed'))
  try {
    if (declaresCritical(token)) return refused(refusal('token-malformed'))
    const { payload, protectedHeader } = await compactVerify(token, keys, { algorithms: [...algorithms] })
    // Explicit typing, RFC 8725 §3.11: an access token, logout token or DPoP proof is not an ID token.
    if (!isTypedAsJwt(protectedHeader.typ)) return refused(refusal('token-type-mismatch'))
    const claims = readClaims(payload)
    return claims === undefined
      ? refused(refusal('token-malformed'))
      : ok(brand({ claims, keyId: protectedHeader.kid }))
  } catch (error) {
    return refused(refusal(codeOf(error)))
  }
}

/**
 * Whether the header declares anything critical (RFC 7515 §4.1.11): that asks for something nobody here agreed to, whether or
 * not the library happens to know it. A header that says `alg` twice is read differently by different readers.
 *
 * @throws Fault `json-duplicate-member` or `json-too-deep`
 */
const declaresCritical = (token: string): boolean => {
  const header = Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString('utf8')
  try {
    const parsed = parseStrictJson(header)
    return typeof parsed === 'object' && parsed !== null && 'crit' in parsed
  } catch (error) {
    if (error instanceof Fault) throw error
    return false
  }
}

/** `typ` is what the signer wrote, whatever the types say: it may be anything JSON can hold. */
const isTypedAsJwt = (typ: unknown): boolean =>
  typ === undefined || (typeof typ === 'string' && typ.toUpperCase() === 'JWT')

/** Broken UTF-8 is refused, not replaced: replaced, two different subjects could become one. */
const readClaims = (payload: Uint8Array): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value = parseStrictJson(new TextDecoder('utf-8', { fatal: true }).decode(payload))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch (error) {
    if (error instanceof Fault) throw error
    return undefined
  }
}

const codeOf = (error: unknown): RefusalCode => {
  if (error instanceof Fault) throw error
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature-invalid'
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm-mismatch'
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return 'key-unknown'
  if (error instanceof errors.JWSInvalid || error instanceof errors.JOSENotSupported) return 'token-malformed'
  throw new Fault('provider-keys-unavailable', error instanceof Error ? error.name : 'unknown', error)
}
