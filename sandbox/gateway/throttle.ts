import type { ThrottleSettings } from './api.ts'

/** A token bucket: `burstLimit` tokens at most, `rateLimit` more each second. */
export interface TokenBucket {
  /** Takes a token if there is one. `now` in milliseconds. */
  readonly take: (now: number) => boolean
}

export const tokenBucket = ({ rateLimit, burstLimit }: ThrottleSettings): TokenBucket => {
  let tokens = burstLimit
  let last: number | undefined
  return {
    take: (now) => {
      tokens = Math.min(burstLimit, tokens + (Math.max(0, now - (last ?? now)) / 1000) * rateLimit)
      last = now
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
