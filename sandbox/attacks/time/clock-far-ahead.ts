import { defineAttack } from '../attack.ts'
import { tokenExpired, waysOf, withClockAhead } from '../with-clock-ahead.ts'

/** By our clock the token, which was written a moment ago, is older than five minutes. */
export default defineAttack({
  name: 'clock-far-ahead',
  rows: ['L01'],
  says: 'logs in while our clock is more than five minutes ahead of that of eSignet',
  answeredAs: 'issued-at-implausible',
  leaves: { audit: { 'login-refused issued-at-implausible': 1 }, logins: { 'FAILED issued-at-implausible': 1 } },
  asks: { discovery: 2, jwks: 1, par: 1, token: 1 },
  ways: waysOf([301, 3000], withClockAhead),
  at: [{ releases: ['2.0'], ends: tokenExpired }],
})
