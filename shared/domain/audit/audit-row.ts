import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'
import { sha256 } from '../../kernel/sha256.ts'

/** A row of the audit trail as it lies in the table, whatever is in it: also what nobody of us wrote. */
export interface AuditRow {
  /** `2026-11-24`, in UTC. */
  readonly day: string
  /** `<RFC 3339 with milliseconds>#<id>`: rows of a day are in the order of this text. */
  readonly entry: string
  readonly [member: string]: Json | undefined
}

/**
 * SHA-256 of everything in the row, base64url. It needs no salt of its own: the id inside is 256 bits of chance, so nobody who
 * sees only the digest can guess the rest.
 */
export const rowDigest = (row: AuditRow): string => sha256(`verify-once audit row 1\n${canonicalJson(row)}`)
