import authorizationServer from './authorization-server/function.ts'
import callback from './callback/function.ts'
import claims from './claims/function.ts'
import decisions from './decisions/function.ts'
import erasure from './erasure/function.ts'
import evaluation from './evaluation/function.ts'
import health from './health/function.ts'
import jwks from './jwks/function.ts'
import login from './login/function.ts'
import openapi from './openapi/function.ts'
import sealAudit from './seal-audit/function.ts'
import session from './session/function.ts'
import token from './token/function.ts'

/** The doors of the house. Infra makes one Lambda, one role, one route and one alarm of each line. */
export const functions = {
  login,
  callback,
  session,
  token,
  'authorization-server': authorizationServer,
  decisions,
  claims,
  erasure,
  evaluation,
  openapi,
  jwks,
  health,
} as const

/** What the clock calls. Infra makes one Lambda, one role, one rule and one alarm of each line. */
export const jobs = { 'seal-audit': sealAudit } as const

export type JobName = keyof typeof jobs

export type DoorName = keyof typeof functions

export type FunctionName = DoorName | JobName
