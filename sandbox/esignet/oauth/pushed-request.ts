/** A pushed authorization request, kept as sent: most of it is judged only when the browser comes with it. */
export interface PushedRequest {
  readonly clientId: string
  readonly redirectUri: string
  readonly scope: string
  readonly nonce: string | undefined
  readonly state: string | undefined
  readonly prompt: string | undefined
  readonly acrValues: string | undefined
  readonly claims: unknown
  readonly claimsLocales: string | undefined
  readonly codeChallenge: string | undefined
  readonly codeChallengeMethod: string | undefined
  readonly idTokenHint: string | undefined
  /** Thumbprint of the DPoP key the code is bound to (RFC 9449 §10), if any. */
  readonly dpopJkt: string | undefined
}
