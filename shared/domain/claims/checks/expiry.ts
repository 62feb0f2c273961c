import { clockSkewSeconds } from '../expectations.ts'
import { isNumericDate } from '../numeric-date.ts'
import type { Check } from './check.ts'

/** A login does not last a day; a token that says so is a forgery or an accident. */
const longestLifeSeconds = 24 * 60 * 60

/** `exp` is a time that is not over, and not implausibly far away (Core §3.1.3.7 no. 9). */
export const expiry: Check = ({ exp }, { now }) =>
  isNumericDate(exp) && exp > now - clockSkewSeconds && exp <= now + longestLifeSeconds ? undefined : 'token-expired'
