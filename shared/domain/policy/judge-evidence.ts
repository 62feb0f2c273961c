import type { Evidence, Verification } from '../verified-claims/verified-claims.ts'
import { type Finding, finding } from './requirement.ts'
import type { Acceptance } from './service.ts'

/** What was looked at when the person was verified, and whether it is still good. `now` is epoch milliseconds. */
export const judgeEvidence = (
  { evidence }: Acceptance,
  object: Verification,
  rule: string,
  now: number,
): readonly Finding[] => {
  if (evidence === undefined) return []
  const fitting = object.evidence.filter((entry) =>
    evidence.anyOf.some(
      (wanted) => wanted.type === entry.type && (wanted.documents?.includes(entry.kind ?? '') ?? true),
    ),
  )
  const rows = [
    finding(`${rule}.evidence`, 're-verify', {
      expected: evidence.anyOf.map((wanted) => (wanted.documents ?? [wanted.type]).join(' or ')).join(' or '),
      actual: object.evidence.map((entry) => entry.kind ?? entry.type).join(', ') || 'none stated',
      pass: fitting.length > 0,
    }),
  ]
  return evidence.notExpired === true ? [...rows, judgeExpiry(fitting, rule, now)] : rows
}

/** A document is good for the whole of its last day, in UTC. */
const dayMs = 24 * 60 * 60_000

/** The best of the fitting documents counts; one that states no expiry cannot be shown to be valid. */
const judgeExpiry = (fitting: readonly Evidence[], rule: string, now: number): Finding => {
  const lastDays = fitting.flatMap(({ expires }) => (expires === undefined ? [] : [Date.parse(`${expires}T00:00:00Z`)]))
  const lastDay = lastDays.length === 0 ? undefined : Math.max(...lastDays)
  const until = lastDay === undefined ? undefined : lastDay + dayMs
  return finding(`${rule}.evidence.notExpired`, 're-verify', {
    expected: 'evidence that has not expired',
    actual: lastDay === undefined ? 'no expiry stated' : `expires ${new Date(lastDay).toISOString().slice(0, 10)}`,
    pass: until !== undefined && now < until,
    ...(until === undefined ? {} : { lapse: { fact: 'evidence', at: until } }),
  })
}
