const minute = 60_000
const dayLength = 24 * 60 * minute

/**
 * A minute is closed two minutes after its end: a function runs for at most thirty seconds, its clock is right within one, and
 * what it sends is repeated for a few more.
 */
export const settledAfter = 2 * minute

/**
 * What comes later than it should is still sealed, as late, when it is at most this old. What turns up later still was not
 * written by one of our functions, and no seal will vouch for it.
 */
export const lateFor = 10 * minute

/** About 112 bytes each: a seal stays far below the 400 KiB of one row. */
export const mostRowsOfASeal = 1000

export const timeOf = (epochMilliseconds: number): string => new Date(epochMilliseconds).toISOString()

export const dayOf = (epochMilliseconds: number): string => timeOf(epochMilliseconds).slice(0, 10)

/** Sorts below every row of that day. */
export const startOf = (day: string): string => `${day}T00:00:00.000Z`

export const endOf = (day: string): string => startOf(dayAfter(day))

export const dayAfter = (day: string): string => dayOf(Date.parse(startOf(day)) + dayLength)

export const dayBefore = (day: string): string => dayOf(Date.parse(startOf(day)) - dayLength)

/** Up to where a day can be sealed now: the end of the newest closed minute, at most its own end. */
export const closedUpTo = (day: string, now: number): string => {
  const closed = timeOf(Math.floor((now - settledAfter) / minute) * minute)
  const [first = closed] = [closed, endOf(day)].sort()
  return first
}

/** From where rows are still looked for, though everything below `position` is sealed. `position` is a time or an entry. */
export const lateFrom = (day: string, position: string): string => {
  const at = Date.parse(position.slice(0, 24))
  // Verification also meets positions that somebody changed.
  if (Number.isNaN(at)) return startOf(day)
  const from = timeOf(at - lateFor)
  const [, last = from] = [from, startOf(day)].sort()
  return last
}

/** Whether nothing can be added to a day any more, so that its root can be signed. */
export const isOver = (day: string, now: number): boolean => now >= Date.parse(endOf(day)) + settledAfter + lateFor
