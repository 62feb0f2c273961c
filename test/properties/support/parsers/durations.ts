import fc from 'fast-check'
import { isDuration, plus } from '../../../../shared/domain/policy/duration.ts'
import { civilFromDays, daysFromCivil, daysInMonth } from './calendar.ts'
import { gluedFrom, parserProperty } from './parser.ts'

const units = ['Y', 'M', 'W', 'D', 'TH', 'TM', 'TS'] as const
const mostDigits = { Y: 4, M: 4, W: 5, D: 5, TH: 6, TM: 7, TS: 9 }
const part = (letter: string, max: number) =>
  fc.oneof(
    fc.constant(''),
    fc.nat({ max }).map((value) => `${value}${letter}`),
  )
const lasting = fc
  .tuple(part('Y', 99), part('M', 400), part('W', 60), part('D', 999), part('H', 99), part('M', 99), part('S', 9999))
  .map(([y, m, w, d, ...time]) => `P${y}${m}${w}${d}${time.join('') === '' ? '' : `T${time.join('')}`}`)

/** Durations, and the moments they lead to, against a calendar counted by hand. */
export const durationProperty = parserProperty({
  parser: 'duration',
  share: 0.1,
  inputs: fc.record({
    text: fc.oneof(
      { weight: 2, arbitrary: lasting },
      gluedFrom(['P', 'T', '1Y', '2M', '3W', '4D', '5H', '6S', '0', '99999', '-', '.', ' ', '\n'], 8),
    ),
    from: fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2200, 0, 1) }),
  }),
  parse: ({ text, from }) => (isDuration(text) ? plus(from, text) : undefined),
  judge: ({ text, from }, to) => {
    const parts = slowParts(text)
    if ((to !== undefined) !== (parts !== undefined)) return parts === undefined ? 'accepted' : 'refused'
    const expected = parts === undefined ? undefined : slowPlus(from, parts)
    return to === expected ? undefined : `leads to ${to}, should to ${expected}`
  },
})

type Parts = Readonly<Partial<Record<(typeof units)[number], number>>>

/** ISO 8601: numbers with letters, each at most once, in their order, at least one of them, none of them missing after a T. */
export const slowParts = (text: string): Parts | undefined => {
  if (!text.startsWith('P')) return undefined
  const found: Partial<Record<(typeof units)[number], number>> = {}
  let [number, time, timed, last] = ['', '', 0, -1]
  for (const character of text.slice(1)) {
    if (character >= '0' && character <= '9') number += character
    else if (character === 'T' && time === '' && number === '') time = 'T'
    else {
      const unit = units.find((known) => known === `${time}${character}`)
      const at = unit === undefined ? -1 : units.indexOf(unit)
      if (unit === undefined || at <= last || number === '' || number.length > mostDigits[unit]) return undefined
      found[unit] = Number(number)
      ;[number, last, timed] = ['', at, timed + (time === '' ? 0 : 1)]
    }
  }
  return number === '' && last >= 0 && (time === '' || timed > 0) ? found : undefined
}

const slowPlus = (from: number, parts: Parts): number => {
  const days = Math.floor(from / 86_400_000)
  const ofDay = from - days * 86_400_000
  const { year, month, day } = civilFromDays(days)
  const months = year * 12 + (month - 1) + (parts.Y ?? 0) * 12 + (parts.M ?? 0)
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1]
  const landed = daysFromCivil(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
  const later = landed + (parts.W ?? 0) * 7 + (parts.D ?? 0)
  const seconds = (parts.TH ?? 0) * 3600 + (parts.TM ?? 0) * 60 + (parts.TS ?? 0)
  return later * 86_400_000 + ofDay + seconds * 1000
}
