import type { PlainClaims } from '../claims/plain-claims.ts'

/**
 * One `verified_claims` object of OpenID Connect for Identity Assurance, normalised: who verified what, how, on which
 * evidence, when. It is always judged whole; claims of two objects never mix.
 */
export interface VerifiedClaims extends Verification {
  readonly claims: PlainClaims
}

/** All that is said about the verification itself: plain metadata, free of claim values, so decisions need no key. */
export interface Verification {
  /** Digest of the object as received, and of what is contested about it: the same statement has the same id, whenever it arrives. */
  readonly id: string
  /** `asserted` by the provider in a signed answer, or `declared` by an operator about a provider that cannot assert. */
  readonly origin: 'asserted' | 'declared'
  readonly trustFramework: string
  readonly assuranceLevel?: string
  /** When it was verified. */
  readonly time?: Moment
  /** The verifier's own reference, for disputes. */
  readonly verificationProcess?: string
  /** Organisations named in the checks; where none is named, the issuer of the signed answer. */
  readonly verifiers: readonly string[]
  readonly evidence: readonly Evidence[]
  /** Names of the claims in this object, without language tags. */
  readonly claimNames: readonly string[]
  /** Claims about which another object of the same answer says something else. They satisfy nothing until that is settled. */
  readonly conflicts?: readonly string[]
}

export interface Moment {
  /** RFC 3339, UTC, seconds precision; the *last* second that the given precision covers, as `max_age` counts from there. */
  readonly at: string
  /** The provider left out the zone; UTC was assumed because its profile says so. */
  readonly zoneAssumed?: true
}

export interface Evidence {
  readonly type: 'document' | 'electronic_record' | 'vouch' | 'electronic_signature'
  /** `document_details.type`, `record.type`, `attestation.type` or `signature_type`, e.g. `passport`. */
  readonly kind?: string
  /** Who issued the document, record, attestation or certificate. */
  readonly issuer?: string
  /** ISO 8601 date of expiry. */
  readonly expires?: string
  readonly checkMethods: readonly string[]
}
