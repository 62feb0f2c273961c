/** The private key of a service's client, which never leaves KMS. Throws `Fault('key-unavailable')`. */
export interface ClientKey {
  /** The `kid` under which the provider knows the key. Opaque. */
  keyId(service: string): string
  /** Signs a JWS signing input (RFC 7515 §5.1); base64url. Only the digest is sent. */
  sign(service: string, algorithm: 'PS256' | 'RS256', signingInput: string): Promise<string>
}

/** A public key as published (RFC 7517). */
export interface PublicJwk {
  readonly kty: 'RSA'
  readonly n: string
  readonly e: string
  readonly kid: string
  readonly alg: 'PS256' | 'RS256'
  readonly use: 'sig'
}

export interface ClientPublicKeys {
  /** The public half of every client key, one per service, in a stable order. */
  all(): Promise<readonly PublicJwk[]>
}
