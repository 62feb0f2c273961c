import { defineAttack } from '../attack.ts'
import { tokenExpired, waysOf, withClockAhead } from '../with-clock-ahead.ts'

/** By our clock the person authenticated before anybody was sent to eSignet. */
export default defineAttack({
  name: 'clock-ahead',
  rows: ['L01'],
  says: 'logs in while our clock is more than a minute ahead of that of eSignet',
  answeredAs: 'auth-time-implausible',
  leaves: { audit: { 'login-refused auth-time-implausible': 1 }, logins: { 'FAILED auth-time-implausible': 1 } },
  asks: { discovery: 2, jwks: 1, par: 1, token: 1 },
  ways: waysOf([65, 290], withClockAhead),
  at: [{ releases: ['2.0'], ways: ['290 s ahead'], ends: tokenExpired }],
})
