import { defineAttack } from '../attack.ts'
import { waysOf, withClockAhead } from '../with-clock-ahead.ts'

/** eSignet's leeway of five seconds still takes our assertion, which lives a minute; its ID token is of a time to come. */
export default defineAttack({
  name: 'clock-behind',
  rows: ['L01'],
  says: 'logs in while our clock is a little more than a minute behind that of eSignet',
  answeredAs: 'issued-at-implausible',
  leaves: { audit: { 'login-refused issued-at-implausible': 1 }, logins: { 'FAILED issued-at-implausible': 1 } },
  asks: { discovery: 2, jwks: 1, par: 1, token: 1 },
  ways: waysOf([-62], withClockAhead),
})
