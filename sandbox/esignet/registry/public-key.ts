import { createPublicKey } from 'node:crypto'
import type { JWK } from 'jose'
import type { RegistrationRules } from '../dialects/dialect.ts'
import { isFilled, isObject, isText } from '../json.ts'
import { sha256 } from '../opaque-id.ts'

type KeyRules = Pick<RegistrationRules, 'keyTypes' | 'refusesBlankNames'>

/** A public key of a type the release takes, or undefined. */
export function toPublicKey(value: unknown, rules: KeyRules): JWK | undefined {
  if (!isObject(value) || 'd' in value) return undefined
  const { kty, n, e, crv, x, y, alg, use, kid, ...rest } = value
  const blank = [alg, use, kid].some((optional) => optional !== undefined && !isFilled(optional))
  if (blank && rules.refusesBlankNames) return undefined
  if (!rules.keyTypes.some((type) => type === kty)) return undefined
  const named = {
    ...(isFilled(alg) ? { alg } : {}),
    ...(isFilled(use) ? { use } : {}),
    ...(isFilled(kid) ? { kid } : {}),
  }
  const others = Object.fromEntries(Object.entries(rest).filter(([, content]) => isText(content)))
  if (kty === 'RSA' && isFilled(n) && isFilled(e)) return usable({ ...others, kty, n, e, ...named })
  if (kty === 'EC' && isFilled(crv) && isFilled(x) && isFilled(y))
    return usable({ ...others, kty, crv, x, y, ...named })
  return undefined
}

/** A public RSA key to encrypt to, of any length: that it has the wrong one shows only when it is used. */
export function toEncryptionKey(value: unknown): JWK | undefined {
  return toPublicKey(value, { keyTypes: ['RSA'], refusesBlankNames: false })
}

function usable(jwk: JWK): JWK | undefined {
  try {
    createPublicKey({ key: { ...jwk }, format: 'jwk' })
    return jwk
  } catch {
    return undefined
  }
}

/** What makes a key the same key: RSA modulus, or both EC coordinates. */
export function keyIdentity(jwk: JWK): string {
  return sha256(jwk.kty === 'RSA' ? `${jwk.n}` : `${jwk.x}${jwk.y}`)
}
