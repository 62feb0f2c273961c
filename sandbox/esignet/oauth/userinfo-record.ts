/** What an access token opens: the identity system's answer, frozen at token time. */
export interface UserinfoRecord {
  readonly jws: string
  readonly clientId: string
  readonly scopes: readonly string[]
  /** Thumbprint of the key the token is bound to (RFC 9449 §6), if any. */
  readonly jkt: string | undefined
}
