/** What is signed to authenticate as a client: RFC 7523 §3, with the claims eSignet reads. Times are epoch seconds. */
export interface ClientAssertion {
  readonly clientId: string
  readonly audience: string
  readonly algorithm: 'PS256' | 'RS256'
  readonly keyId: string
  readonly issuedAt: number
  readonly lifetimeSeconds: number
  /** Fresh for every attempt, at least 128 bits: the provider remembers every `jti` of every client for a day. */
  readonly jti: string
}

/**
 * The JWS signing input (RFC 7515 §5.1) of an assertion. No `nbf`: a provider whose clock is behind ours would refuse it.
 * `typ` is `JWT`, the only value besides none that eSignet accepts.
 */
export const signingInput = (assertion: ClientAssertion): string => {
  const header = { alg: assertion.algorithm, kid: assertion.keyId, typ: 'JWT' }
  const claims = {
    iss: assertion.clientId,
    sub: assertion.clientId,
    aud: assertion.audience,
    jti: assertion.jti,
    iat: assertion.issuedAt,
    exp: assertion.issuedAt + assertion.lifetimeSeconds,
  }
  return `${encode(header)}.${encode(claims)}`
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
