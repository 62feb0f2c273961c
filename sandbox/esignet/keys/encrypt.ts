import { createPublicKey } from 'node:crypto'
import { CompactEncrypt, importJWK } from 'jose'
import type { Dialect } from '../dialects/dialect.ts'
import { sha256 } from '../opaque-id.ts'
import type { Client } from '../registry/client.ts'

/**
 * A JWS nested in a JWE for the client's registered encryption key (RFC 7519 §5.2: `cty` is `JWT`).
 * @throws Error without a key, and in the Java line for any key but RSA of exactly 2048 bits
 */
export async function encryptFor(client: Client, jws: string, dialect: Dialect): Promise<string> {
  const jwk = client.encPublicKey
  if (!jwk) throw new Error('the client has no encryption key')
  const bits = createPublicKey({ key: { ...jwk }, format: 'jwk' }).asymmetricKeyDetails?.modulusLength
  if (dialect.userinfo.onlyRsa2048 && bits !== 2048) throw new Error('the encryption key is not RSA-2048')
  const alg = dialect.userinfo.onlyRsa2048 || jwk.alg === undefined ? 'RSA-OAEP-256' : jwk.alg
  return new CompactEncrypt(Buffer.from(jws, 'ascii'))
    .setProtectedHeader({ alg, enc: 'A256GCM', cty: 'JWT', typ: 'JWT', kid: kidOf(jwk, dialect) })
    .encrypt(await importJWK(jwk, alg))
}

/** The Java line names a certificate that it made itself around the key: nothing the client has ever seen. */
function kidOf(jwk: { kid?: string; n?: string }, dialect: Dialect): string {
  return dialect.line === 'go' && jwk.kid !== undefined ? jwk.kid : sha256(`certificate around ${jwk.n}`)
}
