import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDuration, plus } from '../../../shared/domain/policy/duration.ts'

const at = (text: string) => Date.parse(text)
const text = (instant: number) => new Date(instant).toISOString()

describe('a duration', () => {
  it.each([
    ['2026-11-24T12:00:00Z', 'PT30M', '2026-11-24T12:30:00.000Z'],
    ['2026-11-24T12:00:00Z', 'P1DT12H', '2026-11-26T00:00:00.000Z'],
    ['2026-11-24T12:00:00Z', 'P2W', '2026-12-08T12:00:00.000Z'],
    ['2026-11-24T12:00:00Z', 'P1Y', '2027-11-24T12:00:00.000Z'],
    ['2026-01-31T12:00:00Z', 'P1M', '2026-02-28T12:00:00.000Z'],
    ['2024-02-29T12:00:00Z', 'P1Y', '2025-02-28T12:00:00.000Z'],
    ['2026-11-30T12:00:00Z', 'P3M', '2027-02-28T12:00:00.000Z'],
    ['2026-12-31T23:59:59Z', 'P1M', '2027-01-31T23:59:59.000Z'],
    ['2026-11-24T12:00:00Z', 'P52W', '2027-11-23T12:00:00.000Z'],
    ['2026-11-24T12:00:00Z', 'PT1M90S', '2026-11-24T12:02:30.000Z'],
    ['2026-11-24T12:00:00Z', 'PT0S', '2026-11-24T12:00:00.000Z'],
  ])('%s plus %s is %s', (from, duration, to) => {
    expect(text(plus(at(from), duration))).toBe(to)
  })
  it.each(['P', 'PT', 'P1', '1Y', 'PT1.5H', 'P-1D', 'p1y', 'P1Y ', 'P1YT', 'PT1H1D', 'in P1Y', ''])(
    '%j is none',
    (duration) => {
      expect(isDuration(duration)).toBe(false)
    },
  )
  it('that is none cannot be added', () => {
    expect(() => plus(0, 'a year')).toThrow(new RangeError('not an ISO 8601 duration: a year'))
  })
  it('never goes back', () => {
    const durations = fc
      .tuple(fc.nat(20), fc.nat(30), fc.nat(60), fc.nat(48))
      .map(([y, m, d, h]) => `P${y}Y${m}M${d}DT${h}H`)
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        durations,
        (from, duration) => {
          expect(isDuration(duration)).toBe(true)
          expect(plus(from.getTime(), duration)).toBeGreaterThanOrEqual(from.getTime())
        },
      ),
    )
  })
})
