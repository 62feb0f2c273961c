import type { RefusalCode } from '../../../shared/kernel/codes.ts'
import { sha256 } from '../../../shared/kernel/sha256.ts'
import type { CameBack } from '../../../shared/use-cases/complete-login.ts'
import { issuer } from '../../support/practice-provider.ts'
import { faultOf, type Interference } from './crossing.ts'
import { type Lie, noticedAt } from './lies.ts'

/** What a person at the provider may take, and what an exchange may: said here again, so that a change is noticed. */
const loginLifeSeconds = 60 * 60
const exchangeLeaseSeconds = 30

/** A login as somebody would remember it who knows the rules and has no database. */
export interface ModelLogin {
  readonly state: string
  readonly service: string
  readonly browserSecret: string | undefined
  readonly createdAt: number
  readonly expiresAt: number
  row: 'PENDING' | 'EXCHANGING' | 'DONE' | 'FAILED'
  /** What the row may name as its reason; several when two things are wrong at once. */
  reasons?: readonly RefusalCode[]
  leaseUntil?: number
  exchanges: number
}

/** By hash of the state. */
export type Model = Map<string, ModelLogin>

export interface Expected {
  readonly end: 'started' | 'welcome' | 'already-welcome' | 'refused' | 'stopped'
  readonly codes?: readonly RefusalCode[]
  readonly auditLost?: true
}

type Refused = { readonly codes: readonly RefusalCode[] }
type End = 'started' | 'welcome' | 'already-welcome' | Refused

const stop = Symbol('the deed was killed here')
class ModelFault extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode) {
    super(code)
    this.code = code
  }
}

/** One call of a port, counted as the real ones are, and what the interference makes of it. */
type Step = <Value>(call: string, effect: () => Value) => Value

const steps = (interference: Interference | undefined): Step => {
  let count = -1
  return (call, effect) => {
    count += 1
    const mode = count === interference?.at ? interference.mode : undefined
    if (mode === 'silent before') throw stop
    if (mode === 'fails before') throw new ModelFault(faultOf(call, 'before'))
    const value = effect()
    if (mode === 'silent after') throw stop
    if (mode === 'fails after') throw new ModelFault(faultOf(call, 'after'))
    return value
  }
}

const nothing = (): void => undefined
const refusedAs = (...codes: RefusalCode[]): Refused => ({ codes })
const faultAsRefusal = (error: unknown): Refused => {
  if (error instanceof ModelFault) return refusedAs(error.code)
  throw error
}

/** However a deed fails, there is one audit event, or the result says that it was lost. */
const audited = (step: Step, deed: () => End): Expected => {
  try {
    const end = endOrFault(deed)
    if (typeof end === 'string') return { end }
    return { end: 'refused', ...end, ...auditOf(step) }
  } catch (error) {
    if (error === stop) return { end: 'stopped' }
    throw error
  }
}

const endOrFault = (deed: () => End): End => {
  try {
    return deed()
  } catch (error) {
    return faultAsRefusal(error)
  }
}

const auditOf = (step: Step): { auditLost?: true } => {
  try {
    step('record', nothing)
    return {}
  } catch (error) {
    faultAsRefusal(error)
    return { auditLost: true }
  }
}

/** Begins a login under `state`; a row appears only once the provider took the request. */
export const modelBegins = (
  model: Model,
  login: { state: string; service: string; browserSecret: string | undefined; now: number },
  interference: Interference | undefined,
): Expected => {
  const step = steps(interference)
  return audited(step, () => {
    step('authorize', () => step('sign', nothing))
    step('begin', () =>
      model.set(sha256(login.state), {
        state: login.state,
        service: login.service,
        browserSecret: login.browserSecret,
        createdAt: login.now,
        expiresAt: login.now + loginLifeSeconds,
        row: 'PENDING',
        exchanges: 0,
      }),
    )
    return 'started'
  })
}

interface Visiting {
  readonly back: Omit<CameBack, 'traceId'>
  readonly lie: Lie | undefined
  readonly now: number
}

/** What must come of a visit, and what it must leave behind in the model. */
export const modelVisited = (model: Model, visiting: Visiting, interference: Interference | undefined): Expected => {
  const step = steps(interference)
  return audited(step, () => visited(model, visiting, step))
}

const visited = (model: Model, visiting: Visiting, step: Step): End => {
  const { state, error } = visiting.back.response
  const known = state !== undefined && state !== 'null'
  if (!known && error === undefined) return refusedAs('state-missing')
  const hash = known ? sha256(state) : visiting.back.lastStateHash
  if (hash === undefined) return refusedAs('login-denied')
  const login = model.get(hash)
  const mine = login?.browserSecret !== undefined && login.browserSecret === visiting.back.browserSecret
  const claimed = step('claim', () => {
    const free = login?.row === 'PENDING' && login.expiresAt > visiting.now
    if (login === undefined || !free || login.service !== visiting.back.service || !mine) return false
    login.row = 'EXCHANGING'
    login.leaseUntil = visiting.now + exchangeLeaseSeconds
    return true
  })
  if (login === undefined) return refusedAs('transaction-unknown')
  return claimed ? exchanging(login, visiting, step) : tooLate(login, mine, visiting, step)
}

const tooLate = (login: ModelLogin, mine: boolean, { back, now }: Visiting, step: Step): End => {
  if (login.service !== back.service) return refusedAs('service-mismatch')
  if (!mine) return closed(login, 'browser-mismatch', step)
  if (login.row === 'EXCHANGING' && login.leaseUntil !== undefined && login.leaseUntil <= now)
    return closed(login, 'exchange-unknown', step)
  if (login.row === 'PENDING') return closed(login, 'transaction-expired', step)
  return login.row === 'DONE' ? 'already-welcome' : refusedAs('transaction-replayed')
}

/** Whatever was refused for good is closed for good. */
const closed = (login: ModelLogin, code: RefusalCode, step: Step): Refused => {
  step('fail', () => fail(login, [code]))
  return refusedAs(code)
}

const fail = (login: ModelLogin, reasons: readonly RefusalCode[]): void => {
  if (login.row !== 'PENDING' && login.row !== 'EXCHANGING') return
  login.row = 'FAILED'
  login.reasons = reasons
}

const exchanging = (login: ModelLogin, visiting: Visiting, step: Step): End => {
  const end = endOrFault(() => exchanged(login, visiting, step))
  if (typeof end === 'string') return end
  try {
    step('fail', () => fail(login, end.codes))
  } catch (error) {
    faultAsRefusal(error)
  }
  return end
}

const exchanged = (login: ModelLogin, { back, lie, now }: Visiting, step: Step): End => {
  step('issuer', nothing)
  const { error, iss, code } = back.response
  if (error !== undefined) return refusedAs('login-denied')
  if (iss === undefined) return refusedAs('issuer-parameter-missing')
  if (iss !== issuer) return refusedAs('issuer-parameter-mismatch')
  if (code === undefined) return refusedAs('code-missing')
  step('prepareKeys', nothing)
  step('exchange', () => {
    login.exchanges += 1
    step('sign', nothing)
  })
  const where = lie === undefined ? undefined : noticedAt(lie)
  const lied = lie === undefined ? [] : [lie.refusedAs]
  if (where === 'exchange') return refusedAs(...lied)
  step('issuer', nothing)
  const wrong = [
    ...(where === 'id-token' ? lied : []),
    ...(code === login.state ? [] : (['nonce-mismatch'] as const)),
    // The person authenticated just now; if that is before they were sent away, a clock was moved in between.
    ...(now < login.createdAt - 60 ? (['auth-time-implausible'] as const) : []),
  ]
  if (wrong.length > 0) return refusedAs(...wrong)
  step('userInfo', nothing)
  if (where !== undefined && where !== 'id-token') return refusedAs(...lied)
  step('keyFor', nothing)
  const keep = () =>
    step('keep', () => {
      login.row = 'DONE'
    })
  try {
    keep()
  } catch (error) {
    // Nobody knows whether it was kept; the same record kept twice is kept once, so asking again costs nothing.
    faultAsRefusal(error)
    keep()
  }
  return 'welcome'
}
