import { canonicalJson } from '../../kernel/canonical-json.ts'
import { sha256 } from '../../kernel/sha256.ts'
import { none, type Seal } from './seal.ts'

/** What is signed once a day: the newest seal stands for all of the day, the root before for all days. */
export interface RootContent {
  readonly day: string
  readonly seals: number
  readonly events: number
  /** Digest of the last seal of the day. */
  readonly lastSeal: string
  /** Digest of the root of the day before, or `none` where sealing begins. */
  readonly previous: string
  /** RFC 3339 with milliseconds. */
  readonly signedAt: string
  /** Names the key that signs. */
  readonly keyId: string
}

export interface Root extends RootContent {
  /** SHA-256 of `rootText`, base64url: exactly what was signed. */
  readonly digest: string
  /** ECDSA over P-256 (FIPS 186-5), in DER as KMS answers (RFC 3279 §2.2.3), base64url. */
  readonly signature: string
}

/** The text whose SHA-256 is signed. */
export const rootText = ({ day, seals, events, lastSeal, previous, signedAt, keyId }: RootContent): string =>
  `verify-once audit root 1\n${canonicalJson({ day, seals, events, lastSeal, previous, signedAt, keyId })}`

export const rootDigest = (content: RootContent): string => sha256(rootText(content))

/** What the root of a finished day says, before it is signed. */
export const rootOf = (last: Seal, before: Root | undefined, signedAt: string, keyId: string): RootContent => ({
  day: last.day,
  seals: last.number,
  events: last.total,
  lastSeal: last.digest,
  previous: before?.digest ?? none,
  signedAt,
  keyId,
})
