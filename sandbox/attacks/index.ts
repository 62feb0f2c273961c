import secondLoginWithLess from './again/second-login-with-less.ts'
import type { Attack } from './attack.ts'
import browserOfAnother from './coming-back/browser-of-another.ts'
import allAtOnce from './line/all-at-once.ts'
import envelopesBroken from './line/envelopes-broken.ts'
import esignetAway from './line/esignet-away.ts'
import esignetAwayOnTheWayBack from './line/esignet-away-on-the-way-back.ts'
import esignetBackAfterTenMinutes from './line/esignet-back-after-ten-minutes.ts'
import keyWithdrawnAMomentAgo from './line/key-withdrawn-a-moment-ago.ts'
import keyWithdrawnLongAgo from './line/key-withdrawn-long-ago.ts'
import keysNobodyHas from './line/keys-nobody-has.ts'
import allClocksJumpBack from './time/all-clocks-jump-back.ts'
import backBeforeItExpired from './time/back-before-it-expired.ts'
import clockALittleOff from './time/clock-a-little-off.ts'
import clockAhead from './time/clock-ahead.ts'
import clockBehind from './time/clock-behind.ts'
import clockFarAhead from './time/clock-far-ahead.ts'
import clockFarBehind from './time/clock-far-behind.ts'
import ourClockJumpsBack from './time/our-clock-jumps-back.ts'
import year2038 from './time/year-2038.ts'

/** Everything that is done at our own doors. */
export const attacks: readonly Attack[] = [
  browserOfAnother,
  secondLoginWithLess,
  allAtOnce,
  envelopesBroken,
  esignetAway,
  esignetAwayOnTheWayBack,
  esignetBackAfterTenMinutes,
  keyWithdrawnAMomentAgo,
  keyWithdrawnLongAgo,
  keysNobodyHas,
  allClocksJumpBack,
  backBeforeItExpired,
  clockALittleOff,
  clockAhead,
  clockBehind,
  clockFarAhead,
  clockFarBehind,
  ourClockJumpsBack,
  year2038,
]
