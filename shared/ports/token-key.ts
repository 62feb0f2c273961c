/** The key of the platform itself, which signs its access tokens. It never leaves KMS. Throws `Fault('key-unavailable')`. */
export interface TokenKey {
  readonly algorithm: 'PS256'
  /** The `kid` under which it is published. */
  readonly keyId: string
  /** Signs a JWS signing input (RFC 7515 §5.1); base64url. Only the digest is sent. */
  sign(signingInput: string): Promise<string>
}

/** Its public half as published (RFC 7517). */
export interface TokenJwk {
  readonly kty: 'RSA'
  readonly n: string
  readonly e: string
  readonly kid: string
  readonly alg: 'PS256'
  readonly use: 'sig'
}

export interface TokenPublicKey {
  /** Throws `Fault('key-unavailable')`. */
  read(): Promise<TokenJwk>
}
