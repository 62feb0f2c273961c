import { createPublicKey } from 'node:crypto'
import type { JWK } from 'jose'
import { isFilled, isObject, isText } from '../json.ts'
import { sha256 } from '../opaque-id.ts'

/** A public RSA or EC key (RSA only until 1.6), or undefined. Blank `alg` or `use` is refused since 1.8. */
export function toPublicKey(value: unknown): JWK | undefined {
  if (!isObject(value) || 'd' in value) return undefined
  const { kty, n, e, crv, x, y, alg, use, kid, ...rest } = value
  for (const optional of [alg, use, kid]) if (optional !== undefined && !isFilled(optional)) return undefined
  const named = {
    ...(isText(alg) ? { alg } : {}),
    ...(isText(use) ? { use } : {}),
    ...(isText(kid) ? { kid } : {}),
  }
  const others = Object.fromEntries(Object.entries(rest).filter(([, content]) => isText(content)))
  if (kty === 'RSA' && isFilled(n) && isFilled(e)) return usable({ ...others, kty, n, e, ...named })
  if (kty === 'EC' && isFilled(crv) && isFilled(x) && isFilled(y))
    return usable({ ...others, kty, crv, x, y, ...named })
  return undefined
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
