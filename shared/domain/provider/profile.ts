import type { RefusalCode } from '../../kernel/codes.ts'

export type SignatureAlgorithm = 'PS256' | 'RS256' | 'ES256' | 'EdDSA'

/**
 * How one release line of an identity provider deviates from what the standards would make one expect. Endpoints come from
 * discovery; everything else from here, because discovery carries placeholders. Plain data: a profile decides nothing, and
 * every member that is not the standard's is listed in `deviations` with the clause it departs from.
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
  /** RFC 9126. Without it the whole request travels through the browser. */
  readonly pushedAuthorizationRequests: 'always' | 'never'
  /** Longest plausible life of a request URI, in seconds. */
  readonly longestRequestUriSeconds: number
  /** RFC 9207: whether a response with a code must carry `iss`, and whether one with an error must. */
  readonly issuerParameter: 'always' | 'required-with-code' | 'absent'
  /** RFC 9449: which proof algorithms the provider takes, most wanted first. `never`: access tokens are bearer tokens. */
  readonly proofOfPossession: 'never' | readonly ('ES256' | 'PS256')[]
  readonly idToken: SignedArtefact & {
    readonly accessTokenHash: 'required' | 'optional'
    /** Where a provider need not say when the person authenticated, the time of the token stands in. */
    readonly authTime: 'required' | 'optional'
  }
  readonly userInfo: SignedArtefact & {
    /** Accepted `aud`: the client id, and whatever else this deployment is known to write there. */
    readonly furtherAudiences: readonly string[]
    /** Whether the identity system states when it wrote the claims; if it does, they must be of this login. */
    readonly issuedAt: 'optional'
  }
  /** Which word of the provider means what, in the only four things a person is told. */
  readonly errors: readonly { readonly code: ProviderErrorCode; readonly errors: readonly string[] }[]
  readonly verifiedClaims: {
    /** `none`: the release accepts the request and returns nothing; only what an operator declares can stand in. */
    readonly release: 'asserted' | 'none'
    /** Zone-less `time` (a deviation from OIDC4IDA) is read as UTC and marked, or refused. */
    readonly timeWithoutZone: 'read-as-utc' | 'refuse'
  }
  /** The acr values this release can really carry out. */
  readonly acrValues: readonly string[]
  /** What departs from the standards, each with the clause: read by `doctor`, logged at cold start, tested to be complete. */
  readonly deviations: readonly { readonly setting: string; readonly clause: string; readonly why: string }[]
}

export type ProviderErrorCode = Extract<
  RefusalCode,
  'login-denied' | 'login-timed-out' | 'login-not-possible' | 'provider-error'
>

interface SignedArtefact {
  /** JWS algorithms accepted for this artefact. Never taken from metadata or from the token. */
  readonly algorithms: readonly SignatureAlgorithm[]
  /** What is appended to the discovered issuer to get each accepted `iss`; `''` is the issuer itself. */
  readonly issuerSuffixes: readonly string[]
}

export const acceptedIssuers = (issuer: string, artefact: SignedArtefact): readonly string[] =>
  artefact.issuerSuffixes.map((suffix) => (suffix === '' ? issuer : issuer.replace(/\/$/, '') + suffix))
