import { isYounger } from '../../../kernel/is-younger.ts'
import type { BoundedFetch } from '../bounded-fetch.ts'

/** Told seconds by which our clock is certainly ahead of the provider's; negative: behind it. */
export type TellSkew = (seconds: number) => void

/** Wraps requests to one provider, so that the dates of its answers are looked at. */
export type ClockWatch = (fetchWithin: BoundedFetch) => BoundedFetch

/** Releases of eSignet grant our assertions five to ten seconds; whoever looks at two has time to mend a clock. */
const tolerated = 2

/** Between two words about the same provider. */
const pauseMs = 5 * 60_000

/**
 * Compares our clock with the dates of a provider's answers (RFC 9110 §6.6.1), and tells when they certainly differ by more than
 * two seconds: one of them is wrong, and soon logins will fail. It only tells. A date is not signed, so nothing is judged by it.
 * Not for answers that a cache may hold.
 */
export const clockWatch = (now: () => number, tell: TellSkew): ClockWatch => {
  let toldAt = Number.NEGATIVE_INFINITY
  return (fetchWithin) => async (input, init) => {
    const sent = now()
    const response = await fetchWithin(input, init)
    const seconds = skewOf(response.headers.get('date'), sent, now())
    if (Math.abs(seconds) > tolerated && !isYounger(toldAt, now(), pauseMs)) {
      toldAt = now()
      tell(seconds)
    }
    return response
  }
}

/** The answer was dated between `sent` and `arrived`, and a date leaves out what is less than a second; what is left is skew. */
const skewOf = (date: string | null, sent: number, arrived: number): number => {
  const from = Date.parse(date ?? '')
  if (Number.isNaN(from)) return 0
  const until = from + 1_000
  if (sent > until) return Math.round((sent - until) / 1000)
  return arrived < from ? -Math.round((from - arrived) / 1000) : 0
}
