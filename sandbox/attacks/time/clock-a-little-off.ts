import { defineAttack } from '../attack.ts'
import { assertionExpired, waysOf, withClockAhead } from '../with-clock-ahead.ts'

/** Clocks of honest parties differ; a minute is what FAPI 2.0 §5.3.2.1 allows at most, and what we allow in both directions. */
export default defineAttack({
  name: 'clock-a-little-off',
  rows: ['L01'],
  says: 'logs in while our clock and that of eSignet differ by up to a minute',
  answeredAs: 'accepted',
  leaves: { audit: { 'login-completed permit': 1 }, logins: { DONE: 1 }, sessions: 1 },
  asks: { discovery: 2, jwks: 1, par: 1, token: 1, userinfo: 1 },
  // `clientAssertion.lifetimeSeconds` of release-1.6.ts, which 1.5 takes to the second.
  at: [{ releases: ['1.5'], ways: ['60 s behind'], ends: assertionExpired }],
  ways: waysOf([1, -1, 5, -5, 10, -10, 30, -30, 60, -60], withClockAhead),
})
