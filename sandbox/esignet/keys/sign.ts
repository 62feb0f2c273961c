import { CompactSign } from 'jose'
import type { SigningKey } from './signing-key.ts'

/** Sign claims as they are: header with `kid`, `alg` and perhaps `typ` only, no claim added or removed. */
export function signClaims(key: SigningKey, claims: Record<string, unknown>, typ?: string): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(claims), 'utf8'))
    .setProtectedHeader({ kid: key.kid, alg: key.alg, ...(typ === undefined ? {} : { typ }) })
    .sign(key.privateKey)
}
