import { type MemoryStore, memoryStore } from '../../../shared/adapters/memory/memory-store.ts'
import { type Refusal, refusal } from '../../../shared/kernel/codes.ts'
import type { Result } from '../../../shared/kernel/result.ts'
import { sha256 } from '../../../shared/kernel/sha256.ts'
import type { IdentityProvider } from '../../../shared/ports/identity-provider.ts'
import type { LoginRecords } from '../../../shared/ports/login-records.ts'
import { type CameBack, completeLogin } from '../../../shared/use-cases/complete-login.ts'
import type { RefusedLogin } from '../../../shared/use-cases/refused-login.ts'
import { startLogin } from '../../../shared/use-cases/start-login.ts'
import { noon } from '../../support/builders.ts'
import { scriptedProvider } from '../../support/practice-provider.ts'
import { type Crossing, crossing, type Interference, through } from './crossing.ts'
import { type Lie, telling } from './lies.ts'
import { houseOn, type Place, passing, type ServiceId } from './memory-house.ts'

/** How a deed ended, as its caller saw it; `stopped` when it was killed on the way. */
export interface Ended {
  readonly traceId: string
  readonly door: 'login' | 'callback'
  readonly end: 'started' | 'welcome' | 'already-welcome' | 'refused' | 'stopped'
  readonly refusal?: Refusal
  readonly auditLost?: true
  /** Hash of the session the browser was handed. */
  readonly sessionHash?: string
  /** The state a login was pushed with, if the provider was reached. */
  readonly state?: string
  /** The secret of the browser that began it. */
  readonly browserSecret?: string
  readonly interference?: Interference
  /** The call that was interfered with, if the deed got that far. */
  readonly met?: string
  readonly calls: readonly string[]
}

/** A state the provider knows, whether or not the house does. */
export interface PushedLogin {
  readonly state: string
  readonly stateHash: string
  readonly service: ServiceId
  readonly browser: number
  /** Nothing when the browser was never told its secret. */
  readonly browserSecret?: string
}

export interface Rig {
  readonly store: MemoryStore
  readonly time: { now: number }
  /** Where a scheduler may let others go first; replaced to run without one. */
  turn: (label: string) => Promise<void>
  readonly logins: PushedLogin[]
  readonly cookies: Map<string, { readonly browserSecret: string; readonly lastStateHash: string }>
  /** Which call that nobody awaits throws, counted from 0, and how many there were. */
  throwing?: { readonly place: Place; readonly at: number; count: number }
  /** Every deed begun gets a trace id of its own. */
  begun: number
  readonly ended: Ended[]
  /** Deeds begun and not yet ended. */
  readonly underWay: Set<Promise<Ended>>
  /** State hashes in the order of their exchanges. */
  readonly exchanges: string[]
  /** What the store was seen to keep: state hash to session hash. */
  readonly kept: [stateHash: string, sessionHash: string][]
  begin(asked: { service: ServiceId; browser: number }, interference?: Interference): Promise<Ended>
  comeBack(back: Omit<CameBack, 'traceId'>, lie?: Lie, interference?: Interference): Promise<Ended>
}

export const cookieName = (browser: number, service: string): string => `${browser} ${service}`

/** The whole house on memory twins; every deed goes to the world through a crossing of its own. */
export const aRig = (turn: Rig['turn'] = () => Promise.resolve()): Rig => {
  const store = memoryStore()
  const time = { now: noon }
  const provider = scriptedProvider()
  const says = (place: Place): void => {
    const { throwing } = rig
    if (throwing?.place !== place) return
    throwing.count += 1
    if (throwing.count - 1 === throwing.at) throw new Error('asked for by the test')
  }
  const world = houseOn(store, time, says)
  const rig: Rig = {
    store,
    time,
    turn,
    logins: [],
    cookies: new Map(),
    begun: 0,
    ended: [],
    underWay: new Set(),
    exchanges: [],
    kept: [],
    begin: (asked, interference) => during(rig, beginning(asked, interference)),
    comeBack: (back, lie, interference) => during(rig, comingBack(back, lie, interference)),
  }
  const beginning: Rig['begin'] = async ({ service, browser }, interference) => {
    const by = crossing(interference, rig.turn)
    const cookie = rig.cookies.get(cookieName(browser, service))
    const pushes: string[] = []
    const noting = pushesNoted(provider, pushes)
    const deed = startLogin({
      ...passing(world, by),
      providers: { get: () => through(noting, by, 'authorize', 'issuer') },
    })
    const ended = await run(rig, 'login', by, interference, (traceId) =>
      deed({
        service,
        act: 'open-account',
        traceId,
        ...(cookie === undefined ? {} : { browserSecret: cookie.browserSecret }),
      }),
    )
    const state = pushes[0]
    if (state === undefined) return ended
    const stateHash = sha256(state)
    const browserSecret = ended.browserSecret ?? cookie?.browserSecret
    rig.logins.push({ state, stateHash, service, browser, ...(browserSecret === undefined ? {} : { browserSecret }) })
    if (ended.end === 'started' && ended.browserSecret !== undefined)
      rig.cookies.set(cookieName(browser, service), { browserSecret: ended.browserSecret, lastStateHash: stateHash })
    return { ...ended, state }
  }
  const comingBack: Rig['comeBack'] = (back, lie, interference) => {
    const by = crossing(interference, rig.turn)
    const told = exchangesNoted(
      telling(provider, lie, () => Math.floor(time.now / 1000)),
      (verifier) => {
        const pushed = provider.pushed.find((each) => each['code_challenge'] === sha256(verifier))
        rig.exchanges.push(sha256(pushed?.['state'] ?? 'never pushed'))
      },
    )
    const deed = completeLogin({
      ...passing(world, by),
      loginRecords: through(keepingNoted(world.loginRecords, rig), by, 'keep'),
      providers: {
        get: () => {
          says('get')
          return through(told, by, 'issuer', 'prepareKeys', 'exchange', 'userInfo')
        },
      },
    })
    return run(rig, 'callback', by, interference, (traceId) => deed({ ...back, traceId }))
  }
  return rig
}

const during = (rig: Rig, deed: Promise<Ended>): Promise<Ended> => {
  rig.underWay.add(deed)
  return deed.finally(() => rig.underWay.delete(deed))
}

const pushesNoted = (provider: IdentityProvider, pushes: string[]): IdentityProvider => ({
  ...provider,
  authorize: async (parameters, client, authenticate) => {
    const location = await provider.authorize(parameters, client, authenticate)
    pushes.push(parameters['state'] ?? '')
    return location
  },
})

const exchangesNoted = (provider: IdentityProvider, note: (codeVerifier: string) => void): IdentityProvider => ({
  ...provider,
  exchange: (code, client, authenticate) => {
    note(code.codeVerifier)
    return provider.exchange(code, client, authenticate)
  },
})

const keepingNoted = (records: LoginRecords, rig: Rig): LoginRecords => ({
  keep: async (record) => {
    const known = rig.store.sessions.has(record.session.sessionHash)
    const answer = await records.keep(record)
    if (!known && rig.store.sessions.has(record.session.sessionHash))
      rig.kept.push([record.stateHash, record.session.sessionHash])
    return answer
  },
})

type Success =
  | { readonly browserSecret: string }
  | { readonly kind: 'welcome'; readonly sessionSecret: string }
  | { readonly kind: 'already-welcome' }

const run = async (
  rig: Rig,
  door: Ended['door'],
  by: Crossing,
  interference: Interference | undefined,
  deed: (traceId: string) => Promise<Result<Success, RefusedLogin>>,
): Promise<Ended> => {
  rig.begun += 1
  const traceId = `trace-${rig.begun}`
  // A deed promises to answer; one that throws is caught here and is the violation it is.
  const result = await Promise.race([
    deed(traceId).catch((error: unknown) => ({ thrown: error instanceof Error ? error.message : String(error) })),
    by.stopped,
  ])
  const ended: Ended = {
    traceId,
    door,
    calls: by.calls,
    ...(interference === undefined ? {} : { interference }),
    ...(by.met.call === undefined ? {} : { met: by.met.call }),
    ...endOf(result),
  }
  rig.ended.push(ended)
  return ended
}

const endOf = (
  result: Result<Success, RefusedLogin> | { readonly thrown: string } | 'stopped',
): Pick<Ended, 'end' | 'refusal' | 'auditLost' | 'sessionHash' | 'browserSecret'> => {
  if (result === 'stopped') return { end: 'stopped' }
  if ('thrown' in result) return { end: 'refused', refusal: refusal('internal-fault', `thrown: ${result.thrown}`) }
  if (!result.ok) {
    const { refusal, auditLost } = result.refusal
    return { end: 'refused', refusal, ...(auditLost === undefined ? {} : { auditLost }) }
  }
  if ('browserSecret' in result.value) return { end: 'started', browserSecret: result.value.browserSecret }
  return result.value.kind === 'welcome'
    ? { end: 'welcome', sessionHash: sha256(result.value.sessionSecret) }
    : { end: 'already-welcome' }
}
