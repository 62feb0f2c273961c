import { clockSkewSeconds } from '../expectations.ts'
import { isNumericDate } from '../numeric-date.ts'
import type { Check } from './check.ts'

/** The code was exchanged a moment ago, so the token was written a moment ago. */
const oldestSeconds = 5 * 60

/** `iat` is there, not in the future, and not old (Core §3.1.3.7 no. 10); `nbf`, if any, has passed. */
export const issuedAt: Check = ({ iat, nbf }, { now }) => {
  const plausible = isNumericDate(iat) && iat <= now + clockSkewSeconds && iat >= now - oldestSeconds
  const begun = nbf === undefined || (isNumericDate(nbf) && nbf <= now + clockSkewSeconds)
  return plausible && begun ? undefined : 'issued-at-implausible'
}
