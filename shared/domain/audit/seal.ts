import { canonicalJson } from '../../kernel/canonical-json.ts'
import { sha256 } from '../../kernel/sha256.ts'

/** Which row, and what was in it. */
export interface SealedRow {
  readonly entry: string
  readonly digest: string
}

/** What one sealing says about a day: these rows are there up to this moment, and no others. */
export interface SealContent {
  readonly day: string
  /** 1 for the first seal of a day. */
  readonly number: number
  /** Every row whose entry sorts below it is in this seal or an earlier one; or it was not there. */
  readonly before: string
  /** RFC 3339 with milliseconds. */
  readonly sealedAt: string
  /** Digest of the seal before, or `none` for the first of a day. */
  readonly previous: string
  /** How many rows this seal and all before it hold. */
  readonly total: number
  /** In the order of their entries. Those below the `before` of the seal before came late. */
  readonly rows: readonly SealedRow[]
}

export interface Seal extends SealContent {
  readonly digest: string
}

export const none = 'none'

/** SHA-256 over everything a seal says, and through `previous` over every seal of the day before it. */
export const sealDigest = ({ day, number, before, sealedAt, previous, total, rows }: SealContent): string =>
  sha256(
    `verify-once audit seal 1\n${canonicalJson({
      day,
      number,
      before,
      sealedAt,
      previous,
      total,
      rows: rows.map(({ entry, digest }) => [entry, digest]),
    })}`,
  )

export const sealed = (content: SealContent): Seal => ({ ...content, digest: sealDigest(content) })

/** The seal that follows on the newest of a day. */
export const sealAfter = (
  last: Seal | undefined,
  { day, before, sealedAt, rows }: Pick<SealContent, 'day' | 'before' | 'sealedAt' | 'rows'>,
): Seal =>
  sealed({
    day,
    number: (last?.number ?? 0) + 1,
    before,
    sealedAt,
    previous: last?.digest ?? none,
    total: (last?.total ?? 0) + rows.length,
    rows,
  })
