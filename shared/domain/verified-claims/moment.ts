import type { Moment } from './verified-claims.ts'

const pattern =
  /^([1-9]\d{3}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/

/** RFC 3339 has four digits for a year. */
const lastInstant = Date.parse('9999-12-31T23:59:59Z')

/**
 * Reads a `time` of OIDC4IDA: `YYYY-MM-DDThh:mm[:ss]TZD`, so seconds are optional and RFC 3339 parsers are too strict. The
 * mock identity system leaves out the zone and adds a fraction of any length. Returns nothing for what is no time.
 */
export const readMoment = (value: unknown, withoutZone: 'read-as-utc' | 'refuse'): Moment | undefined => {
  const parts = typeof value === 'string' ? pattern.exec(value) : null
  if (parts === null) return undefined
  const [, date = '', minutes = '', seconds = '59', zone] = parts
  if (zone === undefined && withoutZone === 'refuse') return undefined
  const instant = Date.parse(`${date}T${minutes}:${seconds}${zone ?? 'Z'}`)
  if (Number.isNaN(instant) || instant > lastInstant || !isRealDate(date)) return undefined
  const at = rfc3339(instant)
  return zone === undefined ? { at, zoneAssumed: true } : { at }
}

/** `2026-02-30` parses in JavaScript and is no day. */
export const isRealDate = (date: string): boolean => {
  const instant = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date)
}

/** What lasts longer than four digits can say lasts until the last of them: documents without end are dated 9999-12-31. */
export const rfc3339 = (instantMs: number): string =>
  `${new Date(Math.min(instantMs, lastInstant)).toISOString().slice(0, 19)}Z`
