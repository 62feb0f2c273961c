import { json } from '../../shared/adapters/http/answer.ts'
import { callerOf } from '../../shared/adapters/http/back-channel.ts'
import { refuseRequest, refuseStranger } from '../../shared/adapters/http/back-channel-refusals.ts'
import { decisionBody } from '../../shared/adapters/http/decision-body.ts'
import { readEvent } from '../../shared/adapters/http/gateway-event.ts'
import { readJson } from '../../shared/adapters/http/json-body.ts'
import { questionShape } from '../../shared/adapters/http/question.ts'
import type { Log } from '../../shared/observability/log.ts'
import type { makeDecision } from '../../shared/use-cases/make-decision.ts'
import type { recogniseCaller } from '../../shared/use-cases/recognise-caller.ts'
import type { DoorHandler } from '../../shared/wiring/door.ts'

export interface DecisionsDoor {
  readonly recogniseCaller: ReturnType<typeof recogniseCaller>
  readonly makeDecision: ReturnType<typeof makeDecision>
  readonly publicUrl: string
  readonly problemPages: string
  readonly log: Log
}

/** `POST /{service}/decisions` → whether an act may happen now, for the service's own back end. */
export const decisionsHandler =
  (door: DecisionsDoor): DoorHandler =>
  async (event) => {
    const { traceId } = readEvent(event)
    const caller = await callerOf(event, { publicUrl: door.publicUrl, scope: 'decisions' }, door.recogniseCaller)
    if (!caller.ok) return refuseStranger(door, traceId, caller.refusal)
    const { service } = caller.value
    const body = readJson(event, questionShape)
    if (!body.ok) return refuseRequest(door, { traceId, service }, body.refusal.refusal, { path: body.refusal.path })
    const { subject, act } = body.value
    const made = await door.makeDecision({ ...body.value, service, traceId })
    if (!made.ok) return refuseRequest(door, { traceId, service }, made.refusal)
    const { decision } = made.value
    door.log.say(traceId, { code: 'decision-made', service, outcome: decision.outcome })
    return json(200, decisionBody({ service, subject, act, decision, publicUrl: door.publicUrl }))
  }
