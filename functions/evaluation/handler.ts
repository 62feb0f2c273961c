import { type Answer, json } from '../../shared/adapters/http/answer.ts'
import { evaluationShape, requestIdOf } from '../../shared/adapters/http/authzen.ts'
import { callerOf } from '../../shared/adapters/http/back-channel.ts'
import { refuseRequest, refuseStranger } from '../../shared/adapters/http/back-channel-refusals.ts'
import { decisionBody } from '../../shared/adapters/http/decision-body.ts'
import { readEvent } from '../../shared/adapters/http/gateway-event.ts'
import { readJson } from '../../shared/adapters/http/json-body.ts'
import { type Refusal, refusal, refusals } from '../../shared/kernel/codes.ts'
import type { Log } from '../../shared/observability/log.ts'
import type { makeDecision } from '../../shared/use-cases/make-decision.ts'
import type { recogniseCaller } from '../../shared/use-cases/recognise-caller.ts'
import type { DoorHandler } from '../../shared/wiring/door.ts'

export interface EvaluationDoor {
  readonly recogniseCaller: ReturnType<typeof recogniseCaller>
  readonly makeDecision: ReturnType<typeof makeDecision>
  readonly publicUrl: string
  readonly problemPages: string
  readonly log: Log
}

/** `POST /access/v1/evaluation` → the decision in the form of OpenID AuthZEN 1.0. The service is that of the caller's token. */
export const evaluationHandler =
  (door: EvaluationDoor): DoorHandler =>
  async (event) => {
    const { traceId } = readEvent(event)
    const caller = await callerOf(event, { publicUrl: door.publicUrl, scope: 'decisions' }, door.recogniseCaller)
    if (!caller.ok) return refuseStranger(door, traceId, caller.refusal)
    const { service } = caller.value
    const body = readJson(event, evaluationShape)
    if (!body.ok) return refuseRequest(door, { traceId, service }, body.refusal.refusal, { path: body.refusal.path })
    const { subject, action, resource, context } = body.value
    if (resource.id !== service) return refuseRequest(door, { traceId, service }, refusal('caller-not-allowed'))
    const asked = { service, subject: subject.id, act: action.name, ...(context === undefined ? {} : { context }) }
    const made = await door.makeDecision({ ...asked, traceId })
    const headers = requestIdOf(event.headers)
    if (!made.ok) return notDecided(door, { traceId, service }, made.refusal, headers)
    const { decision } = made.value
    door.log.say(traceId, { code: 'decision-made', service, outcome: decision.outcome })
    const ours = decisionBody({ ...asked, decision, publicUrl: door.publicUrl })
    return json(
      200,
      { decision: decision.outcome === 'permit', context: { reason: decision.outcome, ...ours } },
      headers,
    )
  }

/** AuthZEN §6.2: about somebody nobody knows the answer is no, with a reason, and no error. */
const notDecided = (
  door: EvaluationDoor,
  at: { readonly traceId: string; readonly service: string },
  reason: Refusal,
  headers: Readonly<Record<string, string>>,
): Answer => {
  const answer = refuseRequest(door, at, reason)
  if (reason.code !== 'subject-unknown' && reason.code !== 'subject-erased') return answer
  return json(200, { decision: false, context: { reason: reason.code, title: refusals[reason.code].title } }, headers)
}
