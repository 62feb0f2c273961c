import type { RefusalCode } from '../../kernel/codes.ts'

/**
 * How one release line of an identity provider deviates from what the standards would make one expect. Endpoints come from
 * discovery; everything else from here, because discovery carries placeholders. Plain data: a profile decides nothing.
 */
export interface ProviderProfile {
  readonly name: string
  readonly release: string
  readonly clientAssertion: {
    readonly algorithm: 'PS256' | 'RS256'
    /** Which identifier of the provider is the audience: its issuer (RFC 10070) or the endpoint called (RFC 7523). */
    readonly audience: 'issuer' | 'endpoint'
    readonly lifetimeSeconds: number
  }
  /** RFC 9126. */
  readonly pushedAuthorizationRequests: 'always' | 'never'
  /** RFC 9207: whether a response with a code must carry `iss`. eSignet's error redirects never do. */
  readonly issuerParameter: 'required-with-code' | 'absent'
  readonly idToken: SignedArtefact & { readonly accessTokenHash: 'required' | 'optional' }
  readonly userInfo: SignedArtefact & {
    /** Accepted `aud`: the client id, and whatever else this deployment is known to write there. */
    readonly furtherAudiences: readonly string[]
  }
  /** Which word of the provider means what, in the only four things a person is told. */
  readonly errors: readonly { readonly code: ProviderErrorCode; readonly errors: readonly string[] }[]
  readonly verifiedClaims: {
    /** Zone-less `time` (a deviation from OIDC4IDA) is read as UTC and marked, or refused. */
    readonly timeWithoutZone: 'read-as-utc' | 'refuse'
  }
}

export type ProviderErrorCode = Extract<
  RefusalCode,
  'login-denied' | 'login-timed-out' | 'login-not-possible' | 'provider-error'
>

interface SignedArtefact {
  /** JWS algorithms accepted for this artefact. Never taken from metadata or from the token. */
  readonly algorithms: readonly ('PS256' | 'RS256' | 'ES256')[]
  /** What is appended to the discovered issuer to get each accepted `iss`; `''` is the issuer itself. */
  readonly issuerSuffixes: readonly string[]
}

export const acceptedIssuers = (issuer: string, artefact: SignedArtefact): readonly string[] =>
  artefact.issuerSuffixes.map((suffix) => issuer.replace(/\/$/, '') + suffix)
