import { CompactSign } from 'jose'
import type { SigningKey } from './signing-key.ts'

/** Sign claims as they are: header with `kid` and `alg` only, no claim added or removed. */
export function signClaims(key: SigningKey, alg: 'PS256' | 'RS256', claims: Record<string, unknown>): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(claims), 'utf8'))
    .setProtectedHeader({ kid: key.kid, alg })
    .sign(key.privateKey)
}
