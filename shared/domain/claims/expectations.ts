import type { ProviderProfile } from '../provider/profile.ts'
import type { DeclaredAssurance } from '../verified-claims/declare.ts'

/** What the ID token of this one login must say. Times are epoch seconds. */
export interface Expectations {
  readonly issuer: string
  readonly profile: ProviderProfile
  readonly clientId: string
  /** Only for a provider that cannot assert: what its operator declares. */
  readonly declares?: DeclaredAssurance
  readonly nonce: string
  /** `at_hash` of the access token that came with the ID token. */
  readonly accessTokenHash: string
  /** The acr values this act accepts; the person must have met one. */
  readonly acrValues: readonly string[]
  /** When the person was sent to the provider. */
  readonly startedAt: number
  readonly now: number
}

/** Clocks of two honest parties may differ by this much (FAPI 2.0 §5.3.2.1 allows 10 to 60 s). */
export const clockSkewSeconds = 60
