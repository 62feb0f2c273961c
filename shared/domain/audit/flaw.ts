/** What can be wrong with a day of the audit trail, and with a file of it. */
export type FlawCode =
  | 'row-changed'
  | 'row-removed'
  | 'row-added'
  | 'row-out-of-order'
  | 'row-sealed-twice'
  | 'rows-unsealed'
  | 'seal-changed'
  | 'seal-removed'
  | 'seal-out-of-order'
  | 'seal-unlinked'
  | 'seal-implausible'
  | 'root-changed'
  | 'root-signature-invalid'
  | 'root-unlinked'
  | 'root-removed'
  | 'line-unreadable'
  | 'line-not-canonical'
  | 'line-out-of-order'
  | 'key-differs'

/** One wrong place. */
export interface Flaw {
  readonly code: FlawCode
  /** `row 2026-11-24T10:00:00.000Z#…`, `seal 12`, `root`, `line 7`, `key`. */
  readonly where: string
  readonly says: string
}

export const flaw = (code: FlawCode, where: string, says: string): Flaw => ({ code, where, says })
