import type { SignedClaims } from '../domain/claims/signed-claims.ts'
import type { ProviderProfile } from '../domain/provider/profile.ts'
import type { DeclaredAssurance } from '../domain/verified-claims/declare.ts'
import type { Refusal } from '../kernel/codes.ts'
import type { Result } from '../kernel/result.ts'

/** Makes a fresh client assertion for one request; called once per request, never reused. */
export type ClientAuthentication = (to: { readonly issuer: string; readonly endpoint: string }) => Promise<string>

/** Which client we are towards the provider, and how it treats us. */
export interface ProviderClient {
  readonly clientId: string
  readonly senderConstrained: boolean
  /** Present when UserInfo is encrypted for this client: unwraps its content encryption key, see `DecryptionKey`. */
  readonly unwrapKey?: (encryptedKey: Uint8Array) => Promise<Uint8Array | undefined>
}

/** What came of a code, before anybody judged it. The access token lives as long as the request that holds this. */
export interface Tokens {
  readonly idToken: SignedClaims
  readonly accessToken: string
  /** What the adapter needs to prove possession of the token again; nobody else can use it. */
  readonly proof?: unknown
}

export interface CodeToExchange {
  readonly code: string
  readonly codeVerifier: string
  readonly redirectUri: string
}

/**
 * One identity provider, over HTTPS. It says what is on the wire and proves who signed it; it does not know what claims mean.
 * What the provider answers wrongly is a refusal; that it cannot be reached is a `Fault`.
 */
export interface IdentityProvider {
  readonly profile: ProviderProfile
  /** What the operator declares about this provider, where its release cannot assert. */
  readonly declares?: DeclaredAssurance
  /** The issuer, once discovery has confirmed it. `Fault('provider-unavailable')`, `Fault('provider-metadata-invalid')`. */
  issuer(): Promise<string>
  /** Makes sure the signing keys are at hand, so that no code is spent when they are not. `Fault('provider-keys-unavailable')`. */
  prepareKeys(): Promise<void>
  /**
   * Where to send the browser with this authorization request: pushed to the provider first (RFC 9126), so that only
   * `client_id` and `request_uri` travel, wherever the release can; else with every parameter in the address.
   * `PassingFault('provider-unavailable')` may be tried again, with parameters that are all new: the provider may have
   * taken these.
   */
  authorize(
    parameters: Readonly<Record<string, string>>,
    client: ProviderClient,
    authenticate: ClientAuthentication,
  ): Promise<Result<URL, Refusal>>
  /**
   * Exchanges a code, at most once: nothing is retried but a proof of possession that the provider refused before it used
   * the code. When the answer did not arrive, `exchange-unknown`. The ID token's signature is verified, its claims are not
   * judged.
   */
  exchange(
    code: CodeToExchange,
    client: ProviderClient,
    authenticate: ClientAuthentication,
  ): Promise<Result<Tokens, Refusal>>
  /** UserInfo as a signed JWT, opened first if it is encrypted; signature verified, claims not judged. Plain JSON is refused. */
  userInfo(tokens: Tokens, client: ProviderClient): Promise<Result<SignedClaims, Refusal>>
}

export interface IdentityProviders {
  /** Throws `Fault('internal-fault')` for an id no stage configures: the start-up check makes that impossible. */
  get(id: string): IdentityProvider
}
