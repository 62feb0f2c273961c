/** The releases this simulation speaks. `2.0` is the Go line as released; the others are the Java line. */
export type Release = '1.5' | '1.6' | '1.7' | '1.8' | '2.0'

export type SigningAlgorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA'

/**
 * Where an issuer or endpoint stands, after the address of the deployment: `''` is the host itself, `/v1/esignet` the service.
 */
export type Place = '' | `/${string}`

/** One fact per member, and everything a relying party can notice of a release. Lives are seconds. */
export interface Dialect {
  readonly release: Release
  /** Which engine's doors and login page: the pages and their envelope API, or the redirecting endpoint and its flow API. */
  readonly line: 'java' | 'go'
  readonly paths: Paths
  readonly issuer: IssuerPlaces
  readonly assertion: AssertionRules
  readonly lives: Lives
  readonly tokens: TokenRules
  readonly authorization: AuthorizationRules
  /** Absent: proofs are not known and not read. */
  readonly dpop: DpopRules | undefined
  readonly userinfo: UserinfoRules
  readonly identitySystem: IdentitySystemRules
  readonly registration: RegistrationRules
  readonly discovery: DiscoveryLists
  /** `raw`: the internal code is the error; `collapsed`: most become `invalid_request`, always 400; `rfc`: 401 and RFC 6749. */
  readonly oauthErrors: 'raw' | 'collapsed' | 'rfc'
  /** The CSRF token of the login page: the cookie's own value, its masked form, or none. */
  readonly csrf: 'bare' | 'masked' | 'none'
}

export interface Paths {
  readonly authorize: Place
  /** Absent: the release has no pushed authorization requests. */
  readonly par: Place | undefined
  readonly token: Place
  readonly userinfo: Place
  readonly jwks: Place
}

/** The issuer is not one string: each kind of token and message has its own (facts on 1.5 to 1.8). */
export interface IssuerPlaces {
  readonly discovery: Place
  /** RFC 9207 `iss` of a successful redirect; absent: the parameter is not sent. */
  readonly redirect: Place | undefined
  readonly tokens: Place
  readonly userinfo: Place
}

/** What a client assertion may name as its audience. */
export type Audience = 'par-endpoint' | 'token-endpoint' | 'issuer'

export interface AssertionRules {
  readonly algorithms: readonly SigningAlgorithm[]
  readonly audiences: { readonly par: readonly Audience[]; readonly token: readonly Audience[] }
  /** `one-string`: an array is refused, even of one. */
  readonly audienceForm: 'any' | 'one-string'
  readonly kidRequired: boolean
  readonly iatRequired: boolean
  readonly jti: 'optional' | 'required' | 'once'
  /** `JWT` or nothing, where the header's `typ` is looked at. */
  readonly typChecked: boolean
  readonly leewaySeconds: number
}

export interface Lives {
  readonly pushedRequest: number
  /** A login before the person has proved who they are. */
  readonly preAuth: number
  /** A login between that and its code. */
  readonly authenticated: number
  readonly code: number
  readonly tokens: number
  /** How far `requestTime` of an envelope may be off. */
  readonly requestTimeLeeway: number
}

export interface TokenRules {
  /** What may sign; the first one does unless the deployment is configured otherwise. */
  readonly algorithms: readonly [SigningAlgorithm, ...SigningAlgorithm[]]
  /** `typ` of both headers, where there is one. */
  readonly typ: { readonly idToken: string | undefined; readonly accessToken: string | undefined }
  readonly atHash: boolean
  readonly azp: boolean
  /** A request without nonce gives the claim `nonce: null`. */
  readonly nullNonce: boolean
  /** `nbf` and `jti` in both tokens. */
  readonly nbfAndJti: boolean
  /** Every context whose factors were provided, joined by spaces; or the one that was completed. */
  readonly acr: 'space-joined' | 'single'
  readonly scopeInResponse: boolean
  /** `consent_expire_in_mins` shortens both tokens. */
  readonly shortenedByConsent: boolean
  /** Whether `id_token_response_type: JWE` exists. */
  readonly encryptedIdToken: boolean
  /** Whether the first attempt spends the code, or only success. */
  readonly codeSpentBy: 'success' | 'attempt'
}

export interface AuthorizationRules {
  /** Nonces are unique for the whole server during a day. */
  readonly nonceOnce: boolean
  readonly longestNonce: number | undefined
  readonly promptConsent: boolean
  /** Registered addresses are patterns in the Ant style. */
  readonly redirectPatterns: boolean
  readonly scopes: readonly string[]
  readonly claimsByScope: Readonly<Record<string, readonly string[]>>
  /** `verified_claims` are released, or accepted and never heard of again. */
  readonly verifiedClaims: 'released' | 'ignored'
  /** The `error` of a redirect when the person cancels at the consent screen. */
  readonly cancelled: 'access_denied' | 'consent_request_rejected'
  /** Authentication contexts the login page can perform. */
  readonly executableAcrs: readonly string[]
}

export interface DpopRules {
  readonly algorithms: readonly SigningAlgorithm[]
  /** A server nonce is demanded at token and userinfo, and lives this long; absent: there are none. */
  readonly nonceSeconds: number | undefined
  /** How far `iat` may be off; absent: its age is not looked at. */
  readonly iatWindowSeconds: number | undefined
  readonly longestJti: number | undefined
  /** Whether proofs and client assertions share one memory of `jti`. */
  readonly jtiShared: boolean
  /** The `algs` of a challenge, which need not agree with discovery; absent: not told. */
  readonly challengeAlgorithms: string | undefined
}

export interface UserinfoRules {
  readonly post: boolean
  /** Who nests the JWS in a JWE when the client asks: nobody, or eSignet itself. */
  readonly encryption: 'nobody' | 'esignet'
  /** What a client gets that asks for a JWE and has no usable key. */
  readonly withoutKey: { readonly status: 401 | 500; readonly error: string }
  /** Whether only RSA keys of exactly 2048 bits work. */
  readonly onlyRsa2048: boolean
  /** `WWW-Authenticate` without the scheme word. */
  readonly bareChallenge: boolean
  readonly missingHeader: 'missing_header' | 'invalid_token'
}

export interface IdentitySystemRules {
  /** Whether its key is in the JWKS of eSignet. */
  readonly keyPublished: boolean
  /** How long it remembers an authentication. */
  readonly kycSeconds: number
}

export interface RegistrationRules {
  /** Shapes a client may be created in; `client` is the present one. */
  readonly doors: readonly ('client' | 'oidc-client' | 'oauth-client')[]
  readonly patch: boolean
  readonly read: boolean
  readonly keyTypes: readonly ('RSA' | 'EC')[]
  /** Blank `alg` and `use` are refused. */
  readonly refusesBlankNames: boolean
  /** Members of `additionalConfig`; empty: the member is not read. */
  readonly additionalConfig: readonly string[]
  readonly encPublicKey: 'never' | 'patch' | 'create-and-patch'
  readonly longestIdentifier: number
  readonly redirectUris: { readonly most: number; readonly publicSuffix: boolean }
  readonly claims: readonly string[]
  /** A broken envelope time is HTTP 400 instead of 200 with `errors`. */
  readonly envelopeStatus: 200 | 400
}

/** Lists of the discovery documents that differ among releases. */
export interface DiscoveryLists {
  readonly scopes: readonly string[]
  readonly claims: readonly string[]
  readonly acrs: readonly string[]
  readonly idTokenAlgorithms: readonly string[]
  readonly assertionAlgorithms: readonly string[]
}
