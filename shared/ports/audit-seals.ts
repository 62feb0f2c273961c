import type { AuditRow } from '../domain/audit/audit-row.ts'
import type { Root } from '../domain/audit/root.ts'
import type { Seal } from '../domain/audit/seal.ts'

/** All of them throw `Fault('store-unavailable')`. */
export interface AuditRows {
  /** Rows of a day whose entry is at least `from` and sorts below `before`, in order, as they are now (a consistent read). */
  between(day: string, from: string, before: string): AsyncIterable<AuditRow>
}

/** How far the sealing of one day has come. */
export interface SealedDay {
  readonly lastSeal?: Seal
  readonly root?: Root
}

/** Append-only: what is there is never written again, whoever asks. */
export interface AuditSeals {
  /** The root where there is one, else the newest seal. */
  newest(day: string): Promise<SealedDay>
  /** Seals of a day, the newest first. */
  backwards(day: string): AsyncIterable<Seal>
  /** `raced`: another seal bears this number. The same one again is `added`. */
  add(seal: Seal): Promise<'added' | 'raced'>
  addRoot(root: Root): Promise<'added' | 'raced'>
}

/** The private key of the audit roots, which never leaves KMS. Throws `Fault('key-unavailable')`. */
export interface AuditRootKey {
  keyId(): string
  /** Signs text (UTF-8) with ECDSA over P-256 and SHA-256; the signature in DER, base64url. Only the digest is sent. */
  sign(text: string): Promise<string>
}
