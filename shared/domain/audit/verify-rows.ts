import { type AuditRow, rowDigest } from './audit-row.ts'
import { type Flaw, flaw } from './flaw.ts'
import type { Seal } from './seal.ts'
import { endOf, lateFor, settledAfter, startOf } from './sealing.ts'

export interface RowEvidence {
  readonly day: string
  readonly rows: readonly AuditRow[]
  readonly seals: readonly Seal[]
  /** Epoch milliseconds. */
  readonly now: number
}

const at = (entry: string): string => `row ${entry}`

/** Every row is what its seal says, no sealed row is away, and none is there that no seal knows, except the newest. */
export const verifyRows = (evidence: RowEvidence): readonly Flaw[] => {
  const { rows, seals } = evidence
  const sealed = new Map<string, string>()
  const flaws: Flaw[] = []
  for (const seal of seals)
    for (const { entry, digest } of seal.rows) {
      if (sealed.has(entry)) flaws.push(flaw('row-sealed-twice', at(entry), `seal ${seal.number} seals it again`))
      sealed.set(entry, digest)
    }
  const there = new Set<string>()
  let last = ''
  for (const row of rows) {
    flaws.push(...verifyRow(evidence, row, last, sealed.get(row.entry)))
    there.add(row.entry)
    last = row.entry
  }
  for (const entry of sealed.keys())
    if (!there.has(entry)) flaws.push(flaw('row-removed', at(entry), 'it was sealed and is not there'))
  return flaws
}

const verifyRow = (evidence: RowEvidence, row: AuditRow, last: string, digest: string | undefined): readonly Flaw[] => {
  const where = at(row.entry)
  if (row.entry <= last) return [flaw('row-out-of-order', where, 'it stands after a later one, or twice')]
  if (digest === undefined) return unsealed(evidence, row)
  return rowDigest(row) === digest ? [] : [flaw('row-changed', where, 'it is not what was sealed')]
}

/** Between the newest seal and now rows wait for theirs; anywhere else nobody of us put one. */
const unsealed = ({ day, seals, now }: RowEvidence, row: AuditRow): readonly Flaw[] => {
  const position = seals.at(-1)?.before ?? startOf(day)
  const where = at(row.entry)
  const stray = row.day !== day || row.entry < startOf(day) || row.entry >= endOf(day)
  if (!stray && mayStillBeSealed(row.entry, position, now)) return []
  if (!stray && row.entry >= position)
    return [flaw('rows-unsealed', where, 'it waits for a seal, and sealing stands still')]
  return [flaw('row-added', where, 'no seal holds it, though its time is sealed')]
}

/** A row waits for the next seal but one at most; `long` leaves room for a run that failed. */
const long = 20 * 60 * 1000

const mayStillBeSealed = (entry: string, position: string, now: number): boolean => {
  const written = Date.parse(entry.slice(0, 24))
  const late = entry < position && now - written > settledAfter + lateFor
  return !late && now - written <= long
}

/** Rows that no seal holds yet. */
export const waitingRows = ({ rows, seals }: RowEvidence): number => {
  const sealed = new Set(seals.flatMap((seal) => seal.rows.map(({ entry }) => entry)))
  return rows.filter(({ entry }) => !sealed.has(entry)).length
}
