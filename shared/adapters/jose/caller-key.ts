import { type CryptoKey, importJWK, type JWK } from 'jose'
import { type CallerAlgorithm, callerAlgorithms } from '../../domain/back-channel/algorithms.ts'
import { flawOf, type PublishedKey } from '../../domain/provider/published-key.ts'

export const isCallerAlgorithm = (alg: unknown): alg is CallerAlgorithm =>
  callerAlgorithms.some((known) => known === alg)

/**
 * The public members of a key that fits an algorithm, and nothing else of it: what a key says of its own use, its certificates
 * and its addresses is a stranger's. `undefined` for a key of another kind, with a private member, too weak, or in a second
 * spelling, which would give it a second thumbprint (RFC 7638).
 */
export const publicMembers = (key: PublishedKey, algorithm: CallerAlgorithm): JWK | undefined => {
  if (flawOf(key) !== undefined || 'k' in key) return undefined
  const { kty, crv, x, y, n, e } = key
  if (algorithm === 'PS256') return kty === 'RSA' && isCanonical(n) && isCanonical(e) ? { kty, n, e } : undefined
  if (algorithm === 'ES256')
    return kty === 'EC' && crv === 'P-256' && isCoordinate(x) && isCoordinate(y) ? { kty, crv, x, y } : undefined
  return kty === 'OKP' && crv === 'Ed25519' && isCoordinate(x) ? { kty, crv, x } : undefined
}

/** A key for verification; `undefined` when it is none, such as a point that is not on its curve. */
export const verificationKey = async (jwk: JWK, algorithm: CallerAlgorithm): Promise<CryptoKey | undefined> => {
  try {
    const key = await importJWK(jwk, algorithm)
    return key instanceof Uint8Array ? undefined : key
  } catch {
    return undefined
  }
}

const isCanonical = (text: unknown): text is string =>
  typeof text === 'string' && Buffer.from(text, 'base64url').toString('base64url') === text

/** 256 bits (RFC 7518 §6.2.1.2, RFC 8037 §2). */
const isCoordinate = (text: unknown): text is string => isCanonical(text) && text.length === 43
