import type { SignedClaims } from '../domain/claims/signed-claims.ts'
import type { ProviderProfile } from '../domain/provider/profile.ts'
import type { Refusal } from '../kernel/codes.ts'
import type { Result } from '../kernel/result.ts'

/** Makes a fresh client assertion for one request; called once per request, never reused. */
export type ClientAuthentication = (to: { readonly issuer: string; readonly endpoint: string }) => Promise<string>

/** What came of a code, before anybody judged it. The access token lives as long as the request that holds this. */
export interface Tokens {
  readonly idToken: SignedClaims
  readonly accessToken: string
}

/**
 * One identity provider, over HTTPS. It says what is on the wire and proves who signed it; it does not know what claims mean.
 * What the provider answers wrongly is a refusal; that it cannot be reached is a `Fault`.
 */
export interface IdentityProvider {
  readonly profile: ProviderProfile
  /** The issuer, once discovery has confirmed it. `Fault('provider-unavailable')`, `Fault('provider-metadata-invalid')`. */
  issuer(): Promise<string>
  /** Makes sure the signing keys are at hand, so that no code is spent when they are not. `Fault('provider-keys-unavailable')`. */
  prepareKeys(): Promise<void>
  /** Pushes an authorization request (RFC 9126) and says where to send the browser: `client_id` and `request_uri` only. */
  push(
    parameters: Readonly<Record<string, string>>,
    clientId: string,
    authenticate: ClientAuthentication,
  ): Promise<Result<URL, Refusal>>
  /**
   * Exchanges a code, at most once: nothing here is ever retried. When the answer did not arrive, `exchange-unknown`.
   * The ID token's signature is verified, its claims are not judged.
   */
  exchange(
    request: {
      readonly clientId: string
      readonly code: string
      readonly codeVerifier: string
      readonly redirectUri: string
    },
    authenticate: ClientAuthentication,
  ): Promise<Result<Tokens, Refusal>>
  /** UserInfo as a signed JWT; its signature is verified, its claims are not judged. Plain JSON is refused. */
  userInfo(accessToken: string, clientId: string): Promise<Result<SignedClaims, Refusal>>
}

export interface IdentityProviders {
  /** Throws `Fault('internal-fault')` for an id no stage configures: the start-up check makes that impossible. */
  get(id: string): IdentityProvider
}
