import secondLoginWithLess from './again/second-login-with-less.ts'
import type { Attack } from './attack.ts'
import floodOfLogins from './before-the-login/flood-of-logins.ts'
import loginInsideAPage from './before-the-login/login-inside-a-page.ts'
import returnToAnotherService from './before-the-login/return-to-another-service.ts'
import returnToElsewhere from './before-the-login/return-to-elsewhere.ts'
import returnToMalformed from './before-the-login/return-to-malformed.ts'
import serviceMadeUp from './before-the-login/service-made-up.ts'
import againAfterFailure from './coming-back/again-after-failure.ts'
import againAfterSuccess from './coming-back/again-after-success.ts'
import againInAnotherBrowser from './coming-back/again-in-another-browser.ts'
import browserOfAnother from './coming-back/browser-of-another.ts'
import browserWithoutCookies from './coming-back/browser-without-cookies.ts'
import burntLogin from './coming-back/burnt-login.ts'
import doorOfAnotherService from './coming-back/door-of-another-service.ts'
import fiftyTimesAtOnce from './coming-back/fifty-times-at-once.ts'
import loginOutOfTime from './coming-back/login-out-of-time.ts'
import pathBent from './coming-back/path-bent.ts'
import returnAddressAltered from './coming-back/return-address-altered.ts'
import returnAddressAlteredAndRefused from './coming-back/return-address-altered-and-refused.ts'
import rowWithoutItsSecrets from './coming-back/row-without-its-secrets.ts'
import stateMadeUp from './coming-back/state-made-up.ts'
import twoStates from './coming-back/two-states.ts'
import withoutState from './coming-back/without-state.ts'
import actOutsideAscii from './http/act-outside-ascii.ts'
import actThatLooksAlike from './http/act-that-looks-alike.ts'
import addressSaidByAHeader from './http/address-said-by-a-header.ts'
import answerKeptByACache from './http/answer-kept-by-a-cache.ts'
import askedByAPageOfAnotherOrigin from './http/asked-by-a-page-of-another-origin.ts'
import bodyTooLarge from './http/body-too-large.ts'
import bodyWhereNoneBelongs from './http/body-where-none-belongs.ts'
import cookieWithoutItsAttributes from './http/cookie-without-its-attributes.ts'
import headOfElevenKilobytes from './http/head-of-eleven-kilobytes.ts'
import hostOfAnother from './http/host-of-another.ts'
import lineBreakEscapedTwice from './http/line-break-escaped-twice.ts'
import lineBreakInAParameter from './http/line-break-in-a-parameter.ts'
import loginCookieNotOurs from './http/login-cookie-not-ours.ts'
import markupInTheAct from './http/markup-in-the-act.ts'
import markupInTheAnswer from './http/markup-in-the-answer.ts'
import markupInTheHeaders from './http/markup-in-the-headers.ts'
import markupInTheLanguages from './http/markup-in-the-languages.ts'
import markupInThePath from './http/markup-in-the-path.ts'
import markupInTheReturnAddress from './http/markup-in-the-return-address.ts'
import methodOfNoDoor from './http/method-of-no-door.ts'
import pageWithoutItsHeaders from './http/page-without-its-headers.ts'
import parameterNobodyReadsTwice from './http/parameter-nobody-reads-twice.ts'
import parameterOfNineKilobytes from './http/parameter-of-nine-kilobytes.ts'
import parameterTwice from './http/parameter-twice.ts'
import pathOfNowhere from './http/path-of-nowhere.ts'
import preflightOfAStranger from './http/preflight-of-a-stranger.ts'
import requestWithinABody from './http/request-within-a-body.ts'
import sentWithoutEnd from './http/sent-without-end.ts'
import serviceThatLooksAlike from './http/service-that-looks-alike.ts'
import sessionCookieAltered from './http/session-cookie-altered.ts'
import sessionCookieMissing from './http/session-cookie-missing.ts'
import twoRequestsInOne from './http/two-requests-in-one.ts'
import allAtOnce from './line/all-at-once.ts'
import envelopesBroken from './line/envelopes-broken.ts'
import esignetAway from './line/esignet-away.ts'
import esignetAwayOnTheWayBack from './line/esignet-away-on-the-way-back.ts'
import esignetBackAfterTenMinutes from './line/esignet-back-after-ten-minutes.ts'
import keyWithdrawnAMomentAgo from './line/key-withdrawn-a-moment-ago.ts'
import keyWithdrawnLongAgo from './line/key-withdrawn-long-ago.ts'
import keysNobodyHas from './line/keys-nobody-has.ts'
import auditTrailAway from './platform/audit-trail-away.ts'
import begunByAFastClock from './platform/begun-by-a-fast-clock.ts'
import dataKeyGarbled from './platform/data-key-garbled.ts'
import healthAskedMeanwhile from './platform/health-asked-meanwhile.ts'
import hundredAtOnce from './platform/hundred-at-once.ts'
import killedBeforeTheAnswer from './platform/killed-before-the-answer.ts'
import killedBeforeTheExchange from './platform/killed-before-the-exchange.ts'
import killedInTheExchange from './platform/killed-in-the-exchange.ts'
import loginExpiredButStillThere from './platform/login-expired-but-still-there.ts'
import oneKeyAway from './platform/one-key-away.ts'
import publicKeyGarbled from './platform/public-key-garbled.ts'
import rowGone from './platform/row-gone.ts'
import rowGoneInTheExchange from './platform/row-gone-in-the-exchange.ts'
import rowOfAnotherVersion from './platform/row-of-another-version.ts'
import sessionExpiredButStillThere from './platform/session-expired-but-still-there.ts'
import signaturesOfOneLogin from './platform/signatures-of-one-login.ts'
import tableComesBack from './platform/table-comes-back.ts'
import thawedAfterAnHour from './platform/thawed-after-an-hour.ts'
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
  returnToElsewhere,
  returnToMalformed,
  returnToAnotherService,
  serviceMadeUp,
  loginInsideAPage,
  floodOfLogins,
  withoutState,
  stateMadeUp,
  twoStates,
  loginOutOfTime,
  browserWithoutCookies,
  burntLogin,
  doorOfAnotherService,
  againAfterSuccess,
  againInAnotherBrowser,
  againAfterFailure,
  fiftyTimesAtOnce,
  rowWithoutItsSecrets,
  returnAddressAltered,
  returnAddressAlteredAndRefused,
  pathBent,
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
  auditTrailAway,
  begunByAFastClock,
  dataKeyGarbled,
  healthAskedMeanwhile,
  hundredAtOnce,
  killedBeforeTheAnswer,
  killedBeforeTheExchange,
  killedInTheExchange,
  loginExpiredButStillThere,
  oneKeyAway,
  publicKeyGarbled,
  rowGone,
  rowGoneInTheExchange,
  rowOfAnotherVersion,
  sessionExpiredButStillThere,
  signaturesOfOneLogin,
  tableComesBack,
  thawedAfterAnHour,
  actOutsideAscii,
  actThatLooksAlike,
  addressSaidByAHeader,
  answerKeptByACache,
  askedByAPageOfAnotherOrigin,
  bodyTooLarge,
  bodyWhereNoneBelongs,
  cookieWithoutItsAttributes,
  headOfElevenKilobytes,
  hostOfAnother,
  lineBreakEscapedTwice,
  lineBreakInAParameter,
  loginCookieNotOurs,
  markupInTheAct,
  markupInTheAnswer,
  markupInTheHeaders,
  markupInTheLanguages,
  markupInThePath,
  markupInTheReturnAddress,
  methodOfNoDoor,
  pageWithoutItsHeaders,
  parameterNobodyReadsTwice,
  parameterOfNineKilobytes,
  parameterTwice,
  pathOfNowhere,
  preflightOfAStranger,
  requestWithinABody,
  sentWithoutEnd,
  serviceThatLooksAlike,
  sessionCookieAltered,
  sessionCookieMissing,
  twoRequestsInOne,
]
