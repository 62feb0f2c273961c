/**
 * Whether something of the time `at` is younger than so much, by a clock that somebody may set. What seems to come from the
 * future is not: after a clock jumped back, nothing is fresh for longer than it should be.
 *
 * @param at, now, ms all milliseconds
 */
export const isYounger = (at: number, now: number, ms: number): boolean => now >= at && now - at < ms
