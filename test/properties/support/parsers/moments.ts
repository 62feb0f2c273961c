import fc from 'fast-check'
import { readMoment } from '../../../../shared/domain/verified-claims/moment.ts'
import { civil, daysFromCivil, daysInMonth } from './calendar.ts'
import { oneChange, parserProperty } from './parser.ts'

const two = (max: number) => fc.nat({ max }).map((value) => String(value).padStart(2, '0'))
const zones = fc.oneof(
  fc.constantFrom('Z', '', 'z', '-00:00'),
  fc.tuple(fc.constantFrom('+', '-'), two(26), two(70)).map(([sign, h, m]) => `${sign}${h}:${m}`),
)
const seconds = fc.oneof(
  fc.constant(''),
  fc.tuple(two(61), fc.constantFrom('', '.1', '.123456789', '.')).map(([s, fraction]) => `:${s}${fraction}`),
)
const year = fc
  .oneof(fc.integer({ min: 1990, max: 2040 }), fc.nat({ max: 9999 }))
  .map((value) => String(value).padStart(4, '0'))
const times = fc
  .tuple(year, two(13), two(32), fc.constantFrom('T', 'T', 'T', ' ', 't'), two(25), two(61), seconds, zones)
  .map(([y, m, d, t, hour, minute, second, zone]) => `${y}-${m}-${d}${t}${hour}:${minute}${second}${zone}`)

const edges = [
  '2026-11-04T24:00:00Z',
  '2026-11-04T23:59:60Z',
  '0000-01-01T00:00:00+00:01',
  '9999-12-31T23:59:59-00:01',
  '0004-02-29T00:00Z',
  '1900-02-29T00:00Z',
  '2000-02-29T00:00Z',
]

/** Times of verified claims, against a calendar counted by hand. */
export const momentProperty = parserProperty({
  parser: 'time',
  share: 0.12,
  inputs: fc.record({
    text: fc.oneof(
      { weight: 4, arbitrary: times },
      fc.constantFrom(...edges),
      oneChange('2026-11-04T09:30:00.5+02:00'),
      fc.string(),
    ),
    withoutZone: fc.constantFrom('read-as-utc' as const, 'refuse' as const),
  }),
  parse: ({ text, withoutZone }) => readMoment(text, withoutZone),
  judge: ({ text, withoutZone }, moment) => {
    const expected = slowMoment(text, withoutZone)
    return moment?.at === expected ? undefined : `read ${moment?.at}, is ${expected}`
  },
})

const isDigits = (text: string): boolean => text !== '' && [...text].every((c) => c >= '0' && c <= '9')

/** RFC 3339 with seconds that may be missing; what is missing is the last second it may have been. */
export const slowMoment = (text: string, withoutZone: 'read-as-utc' | 'refuse'): string | undefined => {
  const fixed = [4, 7, 10, 13].map((at) => text.charAt(at)).join('')
  const [y, mo, d, h, mi] = [
    [0, 4],
    [5, 7],
    [8, 10],
    [11, 13],
    [14, 16],
  ].map(([from, to]) => text.slice(from, to))
  if (fixed !== '--T:' || ![y, mo, d, h, mi].every((part) => part !== undefined && isDigits(part))) return undefined
  if (y?.length !== 4 || mi?.length !== 2) return undefined
  const zoneAt = text.slice(16).search(/[Z+-]/)
  const secondsText = zoneAt === -1 ? text.slice(16) : text.slice(16, 16 + zoneAt)
  const offset = zoneAt === -1 ? (withoutZone === 'refuse' ? undefined : 0) : slowOffset(text.slice(16 + zoneAt))
  const second = slowSeconds(secondsText)
  const [year, month, day, hour, minute] = [y, mo, d, h, mi].map(Number)
  if (offset === undefined || second === undefined || year === undefined || month === undefined) return undefined
  if (day === undefined || hour === undefined || minute === undefined) return undefined
  // Nobody verified anything before the year 1000; a year like that is a mistake.
  if (year < 1000) return undefined
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59) return undefined
  const total = ((daysFromCivil(year, month, day) * 24 + hour) * 60 + minute - offset) * 60 + second
  return civil(total)
}

const slowSeconds = (text: string): number | undefined => {
  if (text === '') return 59
  const [whole = '', fraction, ...more] = text.slice(1).split('.')
  const good = text.startsWith(':') && whole.length === 2 && isDigits(whole) && more.length === 0
  return good && (fraction === undefined || isDigits(fraction)) && Number(whole) <= 59 ? Number(whole) : undefined
}

/** Minutes east of Greenwich. */
const slowOffset = (zone: string): number | undefined => {
  if (zone === 'Z') return 0
  if (!zone.startsWith('+') && !zone.startsWith('-')) return undefined
  const [hours = '', minutes = '', ...more] = zone.slice(1).split(':')
  if (more.length > 0 || hours.length !== 2 || minutes.length !== 2 || !isDigits(hours + minutes)) return undefined
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
