/** The Gregorian calendar counted by hand, year by year and month by month, so that it shares nothing with `Date`. */

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** Days before 1 January of `year`, counted from 1 January of the year 0. */
const daysBefore = (year: number): number => {
  const past = year - 1
  return year <= 0
    ? year * 365 - Math.floor(-year / 4) + Math.floor(-year / 100) - Math.floor(-year / 400)
    : 366 + past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
}

/** Days since 1970-01-01. */
export const daysFromCivil = (year: number, month: number, day: number): number => {
  let days = daysBefore(year) - daysBefore(1970) + day - 1
  for (let before = 1; before < month; before += 1) days += daysInMonth(year, before)
  return days
}

export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const civilFromDays = (days: number): Civil => {
  let year = 1970 + Math.floor(days / 365.2425)
  while (daysFromCivil(year, 1, 1) > days) year -= 1
  while (daysFromCivil(year + 1, 1, 1) <= days) year += 1
  let month = 1
  while (month < 12 && daysFromCivil(year, month + 1, 1) <= days) month += 1
  return { year, month, day: days - daysFromCivil(year, month, 1) + 1 }
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

/** RFC 3339 of epoch seconds; nothing outside the years it can write. */
export const civil = (seconds: number): string | undefined => {
  const days = Math.floor(seconds / 86_400)
  const rest = seconds - days * 86_400
  const { year, month, day } = civilFromDays(days)
  if (year < 0 || year > 9999) return undefined
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map((part) => padded(part, 2)).join(':')
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}T${time}Z`
}
