import { type AuditRow, rowDigest } from '../domain/audit/audit-row.ts'
import { rootDigest, rootOf, rootText } from '../domain/audit/root.ts'
import { type Seal, type SealedRow, sealAfter } from '../domain/audit/seal.ts'
import {
  closedUpTo,
  dayAfter,
  dayBefore,
  dayOf,
  endOf,
  isOver,
  lateFrom,
  mostRowsOfASeal,
  startOf,
  timeOf,
} from '../domain/audit/sealing.ts'
import type { AuditRootKey, AuditRows, AuditSeals } from '../ports/audit-seals.ts'
import type { Clock } from '../ports/clock.ts'

export interface SealAuditNeeds {
  readonly auditRows: AuditRows
  readonly auditSeals: AuditSeals
  readonly auditRootKey: AuditRootKey
  readonly clock: Clock
}

/** What a run left behind; told seal by seal, so that the log is a second witness of each. */
export type Sealing =
  | { readonly kind: 'sealed'; readonly seal: Seal; readonly late: number }
  | { readonly kind: 'signed'; readonly day: string; readonly digest: string }
  /** Another run was at work: it does what is to do. */
  | { readonly kind: 'raced' }

/** A day that was not sealed for longer is not sealed any more: the chain begins anew, and verification says so. */
const furthestBack = 31

/**
 * Seals the closed minutes of every day that has no root yet, in order, and signs the roots of days that are over. To be called
 * every few minutes. Repeating it changes nothing; two at once seal once.
 *
 * @throws Fault `store-unavailable` or `key-unavailable`; what was sealed until then stays
 */
export const sealAudit = (world: SealAuditNeeds) =>
  async function* (): AsyncGenerator<Sealing> {
    const now = world.clock.now()
    const today = dayOf(now)
    for (let day = await firstUnfinished(world, today); day <= today; day = dayAfter(day)) {
      for await (const step of sealDay(world, day, now)) {
        yield step
        if (step.kind === 'raced') return
      }
      const root = await signDay(world, day, now)
      if (root !== undefined) yield root
      if (root?.kind === 'raced') return
    }
  }

/** The day after the newest root; where there is none, the first day that has a seal, or today. */
const firstUnfinished = async ({ auditSeals }: SealAuditNeeds, today: string): Promise<string> => {
  let first = today
  let day = today
  for (let back = 0; back <= furthestBack; back += 1) {
    const { root, lastSeal } = await auditSeals.newest(day)
    if (root !== undefined) return dayAfter(day)
    if (lastSeal !== undefined) first = day
    day = dayBefore(day)
  }
  return first
}

async function* sealDay(world: SealAuditNeeds, day: string, now: number): AsyncGenerator<Sealing> {
  const { lastSeal } = await world.auditSeals.newest(day)
  const position = lastSeal?.before ?? startOf(day)
  const before = closedUpTo(day, now)
  // At the end of the day nothing more is closed, but something may still come late.
  if (before < position || (before === position && before !== endOf(day))) return
  let last = lastSeal
  for await (const { rows, upTo } of batches(world, day, position, before)) {
    if (rows.length === 0 && upTo === last?.before) continue
    const seal = sealAfter(last, { day, before: upTo, sealedAt: timeOf(now), rows })
    if ((await world.auditSeals.add(seal)) === 'raced') return yield { kind: 'raced' }
    yield { kind: 'sealed', seal, late: rows.filter(({ entry }) => entry < (last?.before ?? startOf(day))).length }
    last = seal
  }
}

/** The rows that no seal holds yet, in batches of one seal; the last one, maybe empty, goes up to `before`. */
async function* batches(
  world: SealAuditNeeds,
  day: string,
  position: string,
  before: string,
): AsyncGenerator<{ readonly rows: readonly SealedRow[]; readonly upTo: string }> {
  const from = lateFrom(day, position)
  const known = await sealedSince(world, day, from)
  let rows: SealedRow[] = []
  for await (const row of world.auditRows.between(day, from, before)) {
    if (known.has(row.entry)) continue
    if (rows.length === mostRowsOfASeal) {
      yield { rows, upTo: row.entry > position ? row.entry : position }
      rows = []
    }
    rows.push(sealedRow(row))
  }
  yield { rows, upTo: before }
}

const sealedRow = (row: AuditRow): SealedRow => ({ entry: row.entry, digest: rowDigest(row) })

const sealedSince = async (world: SealAuditNeeds, day: string, from: string): Promise<ReadonlySet<string>> => {
  const known = new Set<string>()
  for await (const seal of world.auditSeals.backwards(day)) {
    for (const { entry } of seal.rows) if (entry >= from) known.add(entry)
    if (seal.before <= from) break
  }
  return known
}

const signDay = async (world: SealAuditNeeds, day: string, now: number): Promise<Sealing | undefined> => {
  if (!isOver(day, now)) return undefined
  const { lastSeal, root } = await world.auditSeals.newest(day)
  if (root !== undefined || lastSeal?.before !== endOf(day)) return undefined
  const before = await world.auditSeals.newest(dayBefore(day))
  const content = rootOf(lastSeal, before.root, timeOf(now), world.auditRootKey.keyId())
  const digest = rootDigest(content)
  const signature = await world.auditRootKey.sign(rootText(content))
  const added = await world.auditSeals.addRoot({ ...content, digest, signature })
  return added === 'raced' ? { kind: 'raced' } : { kind: 'signed', day, digest }
}
