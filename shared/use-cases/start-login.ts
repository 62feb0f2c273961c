import { allowedReturnTo } from '../domain/login/return-to.ts'
import { type LoginTransaction, loginLifeSeconds } from '../domain/login/transaction.ts'
import { type Ask, compileAct } from '../domain/policy/authorization-request.ts'
import type { Act, Service } from '../domain/policy/service.ts'
import { refusal } from '../kernel/codes.ts'
import { PassingFault } from '../kernel/fault.ts'
import { ok, type Result } from '../kernel/result.ts'
import { sha256 } from '../kernel/sha256.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdentityProviders } from '../ports/identity-provider.ts'
import type { NewLoginTransactions } from '../ports/login-transactions.ts'
import type { ServiceDirectory } from '../ports/service-directory.ts'
import { type AuthenticateClientNeeds, authenticateClient } from './authenticate-client.ts'
import { providerClient } from './provider-client.ts'
import { type AuditNeeds, audited, fromFault, type RefusedLogin, refusedLogin } from './refused-login.ts'

export interface StartLoginNeeds extends AuthenticateClientNeeds, AuditNeeds {
  readonly services: ServiceDirectory
  readonly providers: IdentityProviders
  readonly newLoginTransactions: NewLoginTransactions
  /** Origin under which the provider sends browsers back to us. */
  readonly publicUrl: string
}

/** What a browser asks for at the login door. */
export interface AskedLogin {
  readonly service: string
  readonly act: string
  readonly returnTo?: string
  readonly uiLocales?: string
  /** The secret this browser already holds for this service, so that logins in two tabs do not end each other. */
  readonly browserSecret?: string
  readonly traceId: string
}

export interface StartedLogin {
  /** Where the browser goes: the provider, with a client id and a request URI and nothing else. */
  readonly location: URL
  readonly browserSecret: string
  readonly stateHash: string
}

/**
 * Begins a login: turns the act into a request, pushes it to the provider under our signature, remembers the transaction, and
 * says where to go. Nothing is written before the provider took the request, so a provider that is down leaves no row behind.
 */
export const startLogin =
  (world: StartLoginNeeds) =>
  (asked: AskedLogin): Promise<Result<StartedLogin, RefusedLogin>> => {
    const service = world.services.find(asked.service)
    return audited(world, { door: 'login', service: service?.id ?? 'unknown', traceId: asked.traceId }, async () => {
      if (service === undefined) return refusedLogin(refusal('service-unknown'))
      const returnTo = allowedReturnTo(asked.returnTo, world.services.portalOf(service), service.returnTo)
      if (returnTo === undefined) return refusedLogin(refusal('return-to-not-allowed'))
      const act = Object.hasOwn(service.acts, asked.act) ? service.acts[asked.act] : undefined
      if (act === undefined) return refusedLogin(refusal('act-unknown'))
      return onceMore(world.clock, () => sendAway(world, service, act, returnTo, asked)).catch((error: unknown) =>
        refusedLogin(fromFault(error), returnTo),
      )
    })
  }

/** Milliseconds within which a failure leaves the person, and the door, patience for another try. */
const quickly = 1_000

/**
 * All of it once more after a failure that came at once and may be over: new state, nonce, verifier and assertion, for eSignet
 * remembers what it saw before it failed. Nothing is written before the provider took a request, and one that it took and
 * nobody uses expires (RFC 9126 §2.2): nothing happens twice.
 */
const onceMore = async <Value>(clock: Clock, deed: () => Promise<Value>): Promise<Value> => {
  const began = clock.now()
  return deed().catch((error: unknown) => {
    const took = clock.now() - began
    if (error instanceof PassingFault && took >= 0 && took <= quickly) return deed()
    throw error
  })
}

const sendAway = async (
  world: StartLoginNeeds,
  service: Service,
  act: Act,
  returnTo: string,
  asked: AskedLogin,
): Promise<Result<StartedLogin, RefusedLogin>> => {
  const provider = world.providers.get(service.provider)
  const state = world.randomness.secret()
  const browserSecret = asked.browserSecret ?? world.randomness.secret()
  const ask = compileAct(act, provider.profile, world.services.vocabulary)
  const transaction: LoginTransaction = {
    stateHash: sha256(state),
    browserHash: sha256(browserSecret),
    service: service.id,
    act: asked.act,
    provider: service.provider,
    returnTo,
    nonce: world.randomness.secret(),
    codeVerifier: world.randomness.secret(),
    redirectUri: redirectUri(world.publicUrl, service),
    acrValues: ask.acrValues,
    ...lifeFrom(world.clock.now()),
  }
  const location = await provider.authorize(
    parametersOf(transaction, state, ask, { ui: asked.uiLocales, claims: service.claimsLocales }),
    providerClient(service),
    authenticateClient(world, service, provider.profile),
  )
  if (!location.ok) return refusedLogin(location.refusal, returnTo)
  await world.newLoginTransactions.begin(transaction)
  return ok({ location: location.value, browserSecret, stateHash: transaction.stateHash })
}

/** Registered at the provider letter for letter; without a query, because eSignet's error redirects append a second `?`. */
export const redirectUri = (publicUrl: string, service: Service): string => `${publicUrl}/${service.id}/callback`

const lifeFrom = (nowMs: number): { createdAt: number; expiresAt: number } => {
  const createdAt = Math.floor(nowMs / 1000)
  return { createdAt, expiresAt: createdAt + loginLifeSeconds }
}

/** RFC 6749 §4.1.1, RFC 7636 §4.3 and OpenID Connect Core §3.1.2.1. No `prompt`, `max_age` or hint: eSignet ignores or refuses them. */
const parametersOf = (
  login: LoginTransaction,
  state: string,
  ask: Ask,
  locales: { readonly ui: string | undefined; readonly claims: readonly string[] | undefined },
): Record<string, string> => ({
  response_type: 'code',
  redirect_uri: login.redirectUri,
  scope: ask.scope,
  state,
  nonce: login.nonce,
  code_challenge: sha256(login.codeVerifier),
  code_challenge_method: 'S256',
  acr_values: ask.acrValues.join(' '),
  claims: JSON.stringify(ask.claims),
  ...(locales.ui === undefined ? {} : { ui_locales: locales.ui }),
  ...(locales.claims === undefined ? {} : { claims_locales: locales.claims.join(' ') }),
})
