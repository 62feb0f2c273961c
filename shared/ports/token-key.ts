import type { PublicJwk } from './client-key.ts'

/** The key of the platform itself, which signs its access tokens. It never leaves KMS. Throws `Fault('key-unavailable')`. */
export interface TokenKey {
  readonly algorithm: 'PS256'
  /** The `kid` under which it is published. */
  readonly keyId: string
  /** Signs a JWS signing input (RFC 7515 §5.1); base64url. Only the digest is sent. */
  sign(signingInput: string): Promise<string>
}

export interface TokenPublicKey {
  /** The public half, as it is published. Throws `Fault('key-unavailable')`. */
  read(): Promise<PublicJwk>
}
