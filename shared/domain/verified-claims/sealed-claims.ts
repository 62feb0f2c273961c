import type { Verification } from './verified-claims.ts'

/** A claim value encrypted under the data key of its subject; base64url of nonce, ciphertext and tag. */
export type SealedValue = string

/** Claim name, with its language tag if any, to the sealed value. */
export type SealedValues = Readonly<Record<string, SealedValue>>

/** What is kept of one verified-claims object: metadata in the clear, every value sealed on its own. */
export interface SealedClaims {
  /** Service and pairwise subject the object was released to. */
  readonly service: string
  readonly subject: string
  readonly verification: Verification
  readonly values: SealedValues
  /** RFC 3339: when it reached us. */
  readonly receivedAt: string
}
