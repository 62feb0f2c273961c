import { sha256 } from '../../kernel/sha256.ts'
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
  /** Which key sealed the values, see `keyIdOf`. */
  readonly keyId: string
  /** RFC 3339: when it reached us. */
  readonly receivedAt: string
}

/** Claims that came without saying how they were verified; a login that brings any replaces those of the one before. */
export interface SealedPlainClaims {
  readonly values: SealedValues
  readonly keyId: string
}

/** How the person authenticated last: what a decision can know when no browser is there. `authTime` is epoch seconds. */
export interface LastLogin {
  readonly acr: readonly string[]
  readonly authTime: number
  readonly keyId: string
}

/**
 * The name of a data key: a digest of its wrapped form, which tells nothing about it. What is kept says under which key it was
 * sealed, so that what an erased person left in a backup is known for that when it is put back, and counts for nothing, even
 * after the person came again and has another key.
 */
export const keyIdOf = (wrappedKey: string): string => sha256(wrappedKey).slice(0, 22)
