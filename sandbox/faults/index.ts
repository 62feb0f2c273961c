import answerLost from './dynamodb/answer-lost.ts'
import conditionNotMet from './dynamodb/condition-not-met.ts'
import conflictOnce from './dynamodb/conflict-once.ts'
import loginKeptByMistake from './dynamodb/login-kept-by-mistake.ts'
import loginNotClaimed from './dynamodb/login-not-claimed.ts'
import loginNotKept from './dynamodb/login-not-kept.ts'
import loginNotWritten from './dynamodb/login-not-written.ts'
import readsStale from './dynamodb/reads-stale.ts'
import throttledOnce from './dynamodb/throttled-once.ts'
import type { NamedFault } from './fault.ts'
import keyBusyOnce from './kms/key-busy-once.ts'
import keySlowOnce from './kms/key-slow-once.ts'
import noKeyForClaims from './kms/no-key-for-claims.ts'
import noKeyOnTheWayBack from './kms/no-key-on-the-way-back.ts'
import noKeyToBeginWith from './kms/no-key-to-begin-with.ts'
import signatureGarbled from './kms/signature-garbled.ts'
import signatureGarbledOnTheWayBack from './kms/signature-garbled-on-the-way-back.ts'
import unwrappedKeyGarbled from './kms/unwrapped-key-garbled.ts'

export type { NamedFault } from './fault.ts'

/** Everything that can fail around the functions while somebody logs in. */
export const faults: readonly NamedFault[] = [
  answerLost,
  conditionNotMet,
  conflictOnce,
  loginKeptByMistake,
  loginNotClaimed,
  loginNotKept,
  loginNotWritten,
  readsStale,
  throttledOnce,
  keyBusyOnce,
  keySlowOnce,
  noKeyForClaims,
  noKeyOnTheWayBack,
  noKeyToBeginWith,
  signatureGarbled,
  signatureGarbledOnTheWayBack,
  unwrappedKeyGarbled,
]
