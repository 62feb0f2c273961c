import { afterEach, beforeEach, expect, it } from 'vitest'
import { plus } from '../../../shared/domain/policy/duration.ts'
import { readMoment } from '../../../shared/domain/verified-claims/moment.ts'

let before: string | undefined
beforeEach(() => {
  before = process.env['TZ']
})
afterEach(() => {
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
})

/** The nights in which clocks in Berlin and in Auckland are put forward or back. */
const nights = [
  ['Europe/Berlin', '2026-03-28T12:00:00Z'],
  ['Europe/Berlin', '2026-10-24T12:00:00Z'],
  ['Pacific/Auckland', '2026-09-26T00:00:00Z'],
  ['Pacific/Auckland', '2026-04-04T00:00:00Z'],
] as const

it.each(nights)('a day has 24 hours whatever the clocks on the wall of %s do after %s', (zone, from) => {
  process.env['TZ'] = zone
  const start = Date.parse(from)
  expect(new Date(start).getTimezoneOffset(), 'the zone is in force').not.toBe(
    new Date(start + 24 * 60 * 60_000).getTimezoneOffset(),
  )
  expect(plus(start, 'P1D') - start).toBe(24 * 60 * 60_000)
  expect(plus(start, 'P1M')).toBe(
    Date.UTC(2026, new Date(start).getUTCMonth() + 1, new Date(start).getUTCDate(), new Date(start).getUTCHours()),
  )
})

it.each(nights)('a time without a zone is UTC in %s, too', (zone, from) => {
  process.env['TZ'] = zone
  expect(readMoment(from.slice(0, -1), 'read-as-utc')).toEqual({ at: from, zoneAssumed: true })
})
