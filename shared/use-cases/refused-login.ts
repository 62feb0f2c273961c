import { type Refusal, refusal } from '../kernel/codes.ts'
import { Fault } from '../kernel/fault.ts'
import { type Result, refused } from '../kernel/result.ts'
import type { AuditTrail } from '../ports/audit-trail.ts'
import type { Clock } from '../ports/clock.ts'
import type { Randomness } from '../ports/randomness.ts'

/** How a login ended when it did not succeed. */
export interface RefusedLogin {
  readonly refusal: Refusal
  /** The id of the service, or `unknown`: never a stranger's text. Set by `audited`, for whoever logs it. */
  readonly service?: string
  /** A place of the service, already checked against its list, where the person may be told. */
  readonly returnTo?: string
  /** The audit trail could not be written; the log has to speak for it. */
  readonly auditLost?: true
}

export const refusedLogin = (
  reason: Refusal,
  returnTo?: string,
): { readonly ok: false; readonly refusal: RefusedLogin } =>
  refused(returnTo === undefined ? { refusal: reason } : { refusal: reason, returnTo })

export interface AuditNeeds {
  readonly auditTrail: AuditTrail
  readonly clock: Clock
  readonly randomness: Randomness
}

/**
 * Runs a deed so that however it fails there is one refusal code and one audit event. Faults become refusals here and nowhere
 * else. A failing audit trail does not hide the refusal.
 */
export const audited = async <Value>(
  world: AuditNeeds,
  at: { readonly door: 'login' | 'callback'; readonly service: string; readonly traceId: string },
  deed: () => Promise<Result<Value, RefusedLogin>>,
): Promise<Result<Value, RefusedLogin>> => {
  const result = await deed().catch((error: unknown) => refusedLogin(fromFault(error)))
  if (result.ok) return result
  const ended = { ...result.refusal, service: at.service }
  try {
    await world.auditTrail.record({
      event: 'login-refused',
      at: new Date(world.clock.now()).toISOString(),
      id: world.randomness.secret(),
      service: at.service,
      traceId: at.traceId,
      door: at.door,
      reason: ended.refusal.code,
    })
    return refused(ended)
  } catch {
    return refused({ ...ended, auditLost: true })
  }
}

/** The refusal a thrown thing stands for. Only a `Fault` has words that may be repeated. */
export const fromFault = (error: unknown): Refusal =>
  error instanceof Fault ? refusal(error.code, error.message) : refusal('internal-fault', nameOf(error))

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
