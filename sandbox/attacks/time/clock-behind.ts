import { defineAttack } from '../attack.ts'
import { assertionExpired, waysOf, withClockAhead } from '../with-clock-ahead.ts'

/**
 * eSignet takes our assertion, which lives a minute, for five seconds more, except at 1.5; its ID token is of a time to come.
 */
export default defineAttack({
  name: 'clock-behind',
  rows: ['L01'],
  says: 'logs in while our clock is a little more than a minute behind that of eSignet',
  answeredAs: 'issued-at-implausible',
  leaves: { audit: { 'login-refused issued-at-implausible': 1 }, logins: { 'FAILED issued-at-implausible': 1 } },
  asks: { discovery: 2, jwks: 1, par: 1, token: 1 },
  at: [{ releases: ['1.5'], ends: assertionExpired }],
  ways: waysOf([-62], withClockAhead),
})
