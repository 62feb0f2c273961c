import { clockSkewSeconds } from '../expectations.ts'
import { isNumericDate } from '../numeric-date.ts'
import type { Check } from './check.ts'

/**
 * `auth_time` lies between the moment we sent the person away and now. eSignet ignores `max_age` and has no single sign-on,
 * so every login is a fresh authentication; an older one is somebody else's (Core §3.1.3.7 no. 13).
 */
export const authTime: Check = ({ auth_time }, { startedAt, now, profile }) => {
  if (auth_time === undefined && profile.idToken.authTime === 'optional') return undefined
  const plausible =
    isNumericDate(auth_time) && auth_time >= startedAt - clockSkewSeconds && auth_time <= now + clockSkewSeconds
  return plausible ? undefined : 'auth-time-implausible'
}
