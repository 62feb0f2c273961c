import type { DecisionMade } from '../domain/audit/event.ts'
import { decide } from '../domain/policy/decide.ts'
import type { Context, Decision } from '../domain/policy/decision.ts'
import type { Service } from '../domain/policy/service.ts'
import type { ProviderProfile } from '../domain/provider/profile.ts'
import { type Refusal, refusal } from '../kernel/codes.ts'
import { ok, type Result, refused } from '../kernel/result.ts'
import type { AuditTrail } from '../ports/audit-trail.ts'
import type { Clock } from '../ports/clock.ts'
import type { Randomness } from '../ports/randomness.ts'
import type { ServiceDirectory } from '../ports/service-directory.ts'
import { type KnownSubject, type KnownSubjectNeeds, knownSubject } from './known-subject.ts'
import { fromFault } from './refused-login.ts'

export interface JudgeSubjectNeeds extends KnownSubjectNeeds {
  readonly services: ServiceDirectory
  /** What the provider of a service can be asked. */
  readonly profileOf: (service: Service) => Pick<ProviderProfile, 'verifiedClaims'>
  readonly clock: Clock
}

export interface MakeDecisionNeeds extends JudgeSubjectNeeds {
  readonly auditTrail: AuditTrail
  readonly randomness: Randomness
}

/** A question of a service's back end. `service` is that of the recognised caller, never what the request says. */
export interface Question {
  readonly service: string
  readonly subject: string
  readonly act: string
  readonly context?: Context
  readonly traceId: string
}

export interface Judged extends KnownSubject {
  readonly service: Service
  readonly decision: Decision
}

/** The rules' judgement about what is kept, before anything is written or opened. */
export const judgeSubject = async (
  world: JudgeSubjectNeeds,
  { service: id, subject, act: name, context = {} }: Omit<Question, 'traceId'>,
): Promise<Result<Judged, Refusal>> => {
  const service = world.services.find(id)
  if (service === undefined) return refused(refusal('service-unknown'))
  const act = Object.hasOwn(service.acts, name) ? service.acts[name] : undefined
  if (act === undefined) return refused(refusal('act-unknown'))
  const now = world.clock.now()
  const known = await knownSubject(world, service.id, subject, Math.floor(now / 1000))
  if (!known.ok) return known
  const circumstances = { context, profile: world.profileOf(service) }
  return ok({
    ...known.value,
    service,
    decision: decide(act, known.value.facts, world.services.vocabulary, now, circumstances),
  })
}

/** What the audit trail says of a decision. */
export const decisionMade = (
  { clock, randomness }: Pick<MakeDecisionNeeds, 'clock' | 'randomness'>,
  { subject, act, traceId }: Question,
  { service, decision }: Judged,
): DecisionMade => ({
  event: 'decision-made',
  at: new Date(clock.now()).toISOString(),
  id: randomness.secret(),
  service: service.id,
  traceId,
  act,
  subject,
  outcome: decision.outcome,
  actHash: decision.actHash,
  factsDigest: decision.factsDigest,
})

/**
 * Decides now, from what is stored: metadata alone, two reads, no call of KMS. A decision that the audit trail did not take is
 * not given. An unknown subject and the subject of another service are refused alike, `subject-unknown`.
 */
export const makeDecision =
  (world: MakeDecisionNeeds) =>
  async (asked: Question): Promise<Result<Judged, Refusal>> => {
    try {
      const judged = await judgeSubject(world, asked)
      if (judged.ok) await world.auditTrail.record(decisionMade(world, asked, judged.value))
      return judged
    } catch (error) {
      return refused(fromFault(error))
    }
  }
