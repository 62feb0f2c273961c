import { verify } from 'node:crypto'
import { auditRow } from '../../../shared/adapters/aws/dynamodb/rows.ts'
import { memoryAuditRootKey } from '../../../shared/adapters/memory/audit-root-key.ts'
import { memoryAuditRows, memoryAuditSeals } from '../../../shared/adapters/memory/audit-seals.ts'
import type { AuditRow } from '../../../shared/domain/audit/audit-row.ts'
import type { AuditEvent } from '../../../shared/domain/audit/event.ts'
import { type Root, rootText } from '../../../shared/domain/audit/root.ts'
import type { Seal } from '../../../shared/domain/audit/seal.ts'
import { dayBefore } from '../../../shared/domain/audit/sealing.ts'
import type { DayEvidence } from '../../../shared/domain/audit/verify-day.ts'
import { type Sealing, sealAudit } from '../../../shared/use-cases/seal-audit.ts'

export const minute = 60_000
export const midnight = Date.parse('2026-11-24T00:00:00.000Z')

export const anEvent = (at: number, id: string): AuditEvent => ({
  event: 'login-refused',
  at: new Date(at).toISOString(),
  id,
  service: 'omera-bank',
  traceId: `trace-${id}`,
  door: 'callback',
  reason: 'nonce-mismatch',
})

/** An audit trail in memory, whose clock is set by hand. */
export const openTrail = () => {
  const rows: AuditRow[] = []
  const seals: Seal[] = []
  const roots: Root[] = []
  const auditRootKey = memoryAuditRootKey()
  let now = midnight
  const world = {
    auditRows: memoryAuditRows(rows),
    auditSeals: memoryAuditSeals({ seals, roots }),
    auditRootKey,
    clock: { now: () => now },
  }
  const sealAt = async (time: number, further: Partial<typeof world> = {}): Promise<readonly Sealing[]> => {
    now = time
    const steps: Sealing[] = []
    for await (const step of sealAudit({ ...world, ...further })()) steps.push(step)
    return steps
  }
  return {
    rows,
    seals,
    roots,
    world,
    write: (at: number, id: string) => void rows.push(auditRow(anEvent(at, id))),
    sealAt,
    isSigned: (root: Root): boolean =>
      verify(
        'sha256',
        Buffer.from(rootText(root)),
        { key: auditRootKey.publicKey, dsaEncoding: 'der' },
        Buffer.from(root.signature, 'base64url'),
      ),
    evidence: (day: string, at: number): DayEvidence => {
      const root = roots.find((one) => one.day === day)
      const rootBefore = roots.find((one) => one.day === dayBefore(day))
      return {
        day,
        rows: rows.filter((row) => row.day === day).sort((a, b) => (a.entry < b.entry ? -1 : 1)),
        seals: seals.filter((seal) => seal.day === day),
        ...(root === undefined ? {} : { root }),
        ...(rootBefore === undefined ? {} : { rootBefore }),
        now: at,
      }
    },
  }
}

/** The second of two signed days, with the root of the first. */
export const aSecondDay = async () => {
  const trail = openTrail()
  for (let hour = 0; hour < 48; hour += 3) trail.write(midnight + hour * 60 * minute + minute, `event-${hour}`)
  for (let hour = 4; hour <= 48; hour += 4) await trail.sealAt(midnight + hour * 60 * minute + 3 * minute)
  const now = midnight + 48 * 60 * minute + 15 * minute
  await trail.sealAt(now)
  return { ...trail, evidence: trail.evidence('2026-11-25', now) }
}

/** A day with `count` events, spread over it, sealed every few hours and signed. */
export const aSignedDay = async (count = 12) => {
  const trail = openTrail()
  for (let index = 0; index < count; index += 1)
    trail.write(midnight + Math.floor(((index + 0.5) * 1440) / count) * minute, `event-${index}`)
  for (let hour = 4; hour <= 24; hour += 4) await trail.sealAt(midnight + hour * 60 * minute + 3 * minute)
  const morning = midnight + 24 * 60 * minute + 15 * minute
  await trail.sealAt(morning)
  return { ...trail, evidence: trail.evidence('2026-11-24', morning) }
}
