import { type AuthorizationResponse, readCode, readError } from '../domain/login/authorization-response.ts'
import { firstAllowed, stillAllowed } from '../domain/login/return-to.ts'
import {
  type CorruptTransaction,
  type LoginTransaction,
  type SpentTransaction,
  whyNotClaimable,
} from '../domain/login/transaction.ts'
import { decide } from '../domain/policy/decide.ts'
import type { Service } from '../domain/policy/service.ts'
import { factsOf } from '../domain/session/session.ts'
import { type Refusal, type RefusalCode, refusal } from '../kernel/codes.ts'
import { ok, type Result } from '../kernel/result.ts'
import { sha256 } from '../kernel/sha256.ts'
import type { LoginTransactions } from '../ports/login-transactions.ts'
import { type ExchangeCodeNeeds, exchangeCode } from './exchange-code.ts'
import { type AuditNeeds, audited, fromFault, type RefusedLogin, refusedLogin } from './refused-login.ts'
import { type RememberLoginNeeds, rememberLogin } from './remember-login.ts'
import type { Welcome } from './welcome.ts'

export interface CompleteLoginNeeds extends ExchangeCodeNeeds, RememberLoginNeeds, AuditNeeds {
  readonly loginTransactions: LoginTransactions
}

/** How a browser came back from the provider. */
export interface CameBack {
  readonly service: string
  readonly response: AuthorizationResponse
  /** From this browser's login cookie; both absent when it has none. */
  readonly browserSecret?: string
  /** The newest login this browser began: how an eSignet error that lost its `state` finds its transaction. */
  readonly lastStateHash?: string
  readonly traceId: string
}

/**
 * Completes a login: claims the transaction once, ever; exchanges the code; judges who it is; decides the act; remembers all
 * of it in one write. Whatever goes wrong ends the transaction, in one refusal code and one audit event.
 */
export const completeLogin =
  (world: CompleteLoginNeeds) =>
  (back: CameBack): Promise<Result<Welcome, RefusedLogin>> => {
    const service = world.services.find(back.service)
    return audited(world, { door: 'callback', service: service?.id ?? 'unknown', traceId: back.traceId }, async () => {
      if (service === undefined) return refusedLogin(refusal('service-unknown'))
      const places = placesOf(world, service)
      return comeIn(world, service, places, back).catch((error: unknown) => refusedLogin(fromFault(error), places.home))
    })
  }

/** Where people of a service go from here. Asked for once: afterwards a login is under way that must not stop for it. */
interface Places {
  /** Where a person is told when no login of theirs says where they wanted to go. */
  readonly home: string | undefined
  /** Where a login says they wanted to go: looked at again, for a table or a list may have changed meanwhile. */
  readonly of: (login: { readonly returnTo: string }) => string | undefined
}

const placesOf = ({ services }: CompleteLoginNeeds, service: Service): Places => {
  const portal = services.portalOf(service)
  return {
    home: firstAllowed(portal, service.returnTo),
    of: ({ returnTo }) => stillAllowed(returnTo, portal, service.returnTo),
  }
}

const comeIn = async (
  world: CompleteLoginNeeds,
  service: Service,
  places: Places,
  back: CameBack,
): Promise<Result<Welcome, RefusedLogin>> => {
  const stateHash = whichLogin(back)
  if (stateHash === undefined) return refusedLogin(withoutState(back, service, world), places.home)
  const now = Math.floor(world.clock.now() / 1000)
  const by = { service: service.id, browserHash: sha256(back.browserSecret ?? ''), now, places }
  const claimed = await world.loginTransactions.claim(stateHash, { ...by, claimId: world.randomness.secret() })
  return claimed.ok
    ? finish(world, service, places, claimed.value, back)
    : notClaimed(world, stateHash, claimed.refusal, by)
}

/**
 * eSignet's error redirects say `state=null` after a pushed request; then the login cookie alone tells which login failed.
 * A response with a code must bring its own state.
 */
const whichLogin = ({ response, lastStateHash }: CameBack): string | undefined => {
  if (response.state !== undefined && response.state !== 'null') return sha256(response.state)
  return response.error === undefined ? undefined : lastStateHash
}

const withoutState = (back: CameBack, service: Service, world: CompleteLoginNeeds): Refusal =>
  back.response.error === undefined
    ? refusal('state-missing')
    : readError(back.response.error, world.providers.get(service.provider).profile)

const closes: ReadonlySet<RefusalCode> = new Set(['browser-mismatch', 'exchange-unknown', 'transaction-expired'])

const notClaimed = async (
  world: CompleteLoginNeeds,
  stateHash: string,
  found: SpentTransaction | CorruptTransaction | undefined,
  by: {
    readonly service: string
    readonly browserHash: string
    readonly now: number
    readonly places: Places
  },
): Promise<Result<Welcome, RefusedLogin>> => {
  const { home, of } = by.places
  if (found === undefined) return refusedLogin(refusal('transaction-unknown'), home)
  if ('corrupt' in found) {
    await world.loginTransactions.fail(stateHash, 'transaction-corrupt')
    return refusedLogin(refusal('transaction-corrupt', found.corrupt.join(', ')), home)
  }
  const why = whyNotClaimable(found, by) ?? 'transaction-replayed'
  const sameBrowser = found.service === by.service && found.browserHash === by.browserHash
  const returnTo = sameBrowser ? of(found) : home
  if (why === 'transaction-replayed' && found.state === 'DONE' && sameBrowser && returnTo !== undefined)
    return ok({ kind: 'already-welcome', returnTo })
  // A login that came back in a stranger's browser is burnt: whoever planted it does not get a second try (RFC 9700 §2.1).
  // What ran out of time is closed, so that the row tells how it ended and no clock that jumps back revives it.
  if (closes.has(why)) await world.loginTransactions.fail(stateHash, why)
  return refusedLogin(refusal(why), returnTo)
}

const finish = async (
  world: CompleteLoginNeeds,
  service: Service,
  places: Places,
  login: LoginTransaction,
  back: CameBack,
): Promise<Result<Welcome, RefusedLogin>> => {
  const returnTo = places.of(login)
  const end =
    returnTo === undefined
      ? refusedLogin(refusal('return-to-not-allowed'))
      : await welcome(world, service, { ...login, returnTo }, back).catch((error: unknown) =>
          refusedLogin(fromFault(error)),
        )
  if (end.ok) return end
  const reason = end.refusal.refusal
  // If even this write fails, the lease runs out and the next visit closes the row.
  await world.loginTransactions.fail(login.stateHash, reason.code).catch(() => undefined)
  return refusedLogin(reason, returnTo)
}

const welcome = async (
  world: CompleteLoginNeeds,
  service: Service,
  login: LoginTransaction,
  back: CameBack,
): Promise<Result<Welcome, RefusedLogin>> => {
  const provider = world.providers.get(login.provider)
  const code = readCode(back.response, { issuer: await provider.issuer(), profile: provider.profile })
  if (!code.ok) return refusedLogin(code.refusal)
  const identity = await exchangeCode(world, service, login, code.value)
  if (!identity.ok) return refusedLogin(identity.refusal)
  const who = identity.value
  const act = service.acts[login.act]
  if (act === undefined) return refusedLogin(refusal('act-unknown'))
  const decision = decide(act, factsOf(who), world.services.vocabulary, world.clock.now())
  return rememberLogin(world, { service, login, who, decision, traceId: back.traceId })
}
