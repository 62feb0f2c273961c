import { type Answer, json } from '../../shared/adapters/http/answer.ts'
import { callerOf } from '../../shared/adapters/http/back-channel.ts'
import { refuseRequest, refuseStranger } from '../../shared/adapters/http/back-channel-refusals.ts'
import { remedyBody } from '../../shared/adapters/http/decision-body.ts'
import { readEvent, visibleCharacters } from '../../shared/adapters/http/gateway-event.ts'
import { subjectOf } from '../../shared/adapters/http/subject-of-path.ts'
import type { Log } from '../../shared/observability/log.ts'
import type { recogniseCaller } from '../../shared/use-cases/recognise-caller.ts'
import type { releaseClaims, Withheld } from '../../shared/use-cases/release-claims.ts'
import type { DoorHandler } from '../../shared/wiring/door.ts'
import { claimsBody } from './body.ts'

export interface ClaimsDoor {
  readonly recogniseCaller: ReturnType<typeof recogniseCaller>
  readonly releaseClaims: ReturnType<typeof releaseClaims>
  readonly publicUrl: string
  readonly problemPages: string
  readonly log: Log
}

/** `GET /{service}/subjects/{subject}/claims?act=` → the claims of a permitted act, for the service's own back end. */
export const claimsHandler =
  (door: ClaimsDoor): DoorHandler =>
  async (event) => {
    const asked = readEvent(event)
    const { traceId } = asked
    const caller = await callerOf(event, { publicUrl: door.publicUrl, scope: 'claims' }, door.recogniseCaller)
    if (!caller.ok) return refuseStranger(door, traceId, caller.refusal)
    const { service } = caller.value
    const act = asked.parameter('act', visibleCharacters)
    if (!act.ok) return refuseRequest(door, { traceId, service }, act.refusal)
    const question = { service, subject: subjectOf(event), act: act.value ?? '', traceId }
    const released = await door.releaseClaims(question)
    if (!released.ok) return withhold(door, question, released.refusal)
    const { claims, verifiedClaims } = released.value
    const names = [claims, ...verifiedClaims.map((object) => object.claims)].flatMap(Object.keys)
    door.log.say(traceId, { code: 'claims-released', service, claims: names.length })
    return json(200, claimsBody(question.subject, question.act, released.value))
  }

/** With a refusal of the act comes what is missing, and the one way to mend it. */
const withhold = (
  door: ClaimsDoor,
  { service, act, traceId }: { readonly service: string; readonly act: string; readonly traceId: string },
  { refusal, judged }: Withheld,
): Answer =>
  refuseRequest(
    door,
    { traceId, service },
    refusal,
    judged === undefined
      ? {}
      : {
          outcome: judged.decision.outcome,
          requirements: judged.decision.requirements,
          remedy: remedyBody({ service, act, decision: judged.decision, publicUrl: door.publicUrl }),
        },
  )
