import { authorizationServerHandler } from '../../functions/authorization-server/handler.ts'
import { callbackHandler } from '../../functions/callback/handler.ts'
import { claimsHandler } from '../../functions/claims/handler.ts'
import { decisionsHandler } from '../../functions/decisions/handler.ts'
import { erasureHandler } from '../../functions/erasure/handler.ts'
import { evaluationHandler } from '../../functions/evaluation/handler.ts'
import { healthHandler } from '../../functions/health/handler.ts'
import { jwksHandler } from '../../functions/jwks/handler.ts'
import { loginHandler } from '../../functions/login/handler.ts'
import { openapiHandler } from '../../functions/openapi/handler.ts'
import { sessionHandler } from '../../functions/session/handler.ts'
import { tokenHandler } from '../../functions/token/handler.ts'
import { scopes } from '../../shared/domain/back-channel/scope.ts'
import { type RefusalCode, refusal } from '../../shared/kernel/codes.ts'
import { ok, refused } from '../../shared/kernel/result.ts'
import type { Log } from '../../shared/observability/log.ts'
import { refusedLogin } from '../../shared/use-cases/refused-login.ts'
import type { DoorHandler } from '../../shared/wiring/door.ts'
import { aService, aSession, facts } from '../support/builders.ts'
import { problemPages } from './asking.ts'

const returnTo = 'https://bank.example/account'
const decision = {
  outcome: 'permit',
  requirements: [],
  satisfiedBy: [],
  actHash: '',
  factsDigest: '',
  contextDigest: '',
  remedies: [],
  remedy: null,
  decidedAt: '2026-11-24T12:00:00Z',
} as const

/** The back end of the bank is recognised by what nobody else sends. */
const recogniseCaller = async ({ authorization }: { readonly authorization?: string }) =>
  authorization === 'DPoP the-token'
    ? ok({ service: 'omera-bank', scope: [...scopes], jkt: 'j'.repeat(43) })
    : refused(refusal('access-token-missing'))
const judged = { service: aService(), decision, kept: { verified: [] }, facts: facts() }
const publicUrl = 'https://api.example'

/** A door whose deeds are hand-made and say only what is ours; with a code, they refuse. */
export type Doors = (log: Log, code: RefusalCode | undefined) => DoorHandler

export const doors: Readonly<Record<string, Doors>> = {
  login: (log, code) =>
    loginHandler({
      startLogin: async ({ service, act }) => {
        if (service !== 'omera-bank') return refusedLogin(refusal('service-unknown'))
        if (act !== 'open-account') return refusedLogin(refusal('act-unknown'))
        if (code !== undefined) return refusedLogin(refusal(code), returnTo)
        const location = new URL('https://esignet.example/authorize?client_id=c')
        return ok({ location, browserSecret: 'b'.repeat(43), stateHash: 's'.repeat(43) })
      },
      refuseLogin: async ({ service }, reason) =>
        refusedLogin(service === 'omera-bank' ? reason : refusal('service-unknown')),
      problemPages,
      log,
    }),
  callback: (log, code) =>
    callbackHandler({
      completeLogin: async ({ service }) => {
        if (service !== 'omera-bank') return refusedLogin(refusal('service-unknown'))
        if (code !== undefined) return refusedLogin(refusal(code), returnTo)
        return ok({ kind: 'welcome', returnTo, sessionSecret: 'z'.repeat(43), sessionSeconds: 1800, decision })
      },
      refuseLogin: async ({ service }, reason) =>
        refusedLogin(service === 'omera-bank' ? reason : refusal('service-unknown')),
      problemPages,
      log,
    }),
  session: (log, code) =>
    sessionHandler({
      readSession: async ({ service }) => {
        if (service !== 'omera-bank') return refused(refusal('service-unknown'))
        if (code !== undefined) return refused(refusal(code))
        return ok({ service: aService(), session: aSession(), decisions: {}, claims: {}, verifiedClaims: [] })
      },
      publicUrl: 'https://api.example',
      loginAct: () => 'sign-in',
      problemPages,
      log,
    }),
  token: (log, code) =>
    tokenHandler({
      issueToken: async () =>
        code === undefined
          ? ok({ service: 'omera-bank', accessToken: 'a.b.c', expiresIn: 300, scope: ['claims'] })
          : refused(refusal(code)),
      problemPages,
      log,
    }),
  decisions: (log, code) =>
    decisionsHandler({
      recogniseCaller,
      makeDecision: async () => (code === undefined ? ok(judged) : refused(refusal(code))),
      publicUrl,
      problemPages,
      log,
    }),
  evaluation: (log, code) =>
    evaluationHandler({
      recogniseCaller,
      makeDecision: async () => (code === undefined ? ok(judged) : refused(refusal(code))),
      publicUrl,
      problemPages,
      log,
    }),
  claims: (log, code) =>
    claimsHandler({
      recogniseCaller,
      releaseClaims: async () =>
        code === undefined
          ? ok({ ...judged, claims: {}, verifiedClaims: [] })
          : refused({ refusal: refusal(code), ...(code === 'act-not-permitted' ? { judged } : {}) }),
      publicUrl,
      problemPages,
      log,
    }),
  erasure: (log, code) =>
    erasureHandler({
      recogniseCaller,
      eraseSubject: async () =>
        code === undefined ? ok({ keys: 1, sessions: 0, records: 2, receipt: 'r.e.c' }) : refused(refusal(code)),
      publicUrl,
      problemPages,
      log,
    }),
  'authorization-server': (log) => authorizationServerHandler({ publicUrl: 'https://api.example', log }),
  openapi: (log) => openapiHandler({ publicUrl, log }),
  jwks: (log, code) =>
    jwksHandler({
      publishKeys: async () => (code === undefined ? ok({ keys: [] }) : refused(refusal(code))),
      problemPages,
      log,
    }),
  health: (log, code) => healthHandler({ askHealth: async () => ({ healthy: code === undefined, checks: {} }), log }),
}
