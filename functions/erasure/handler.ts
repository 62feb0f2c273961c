import { json } from '../../shared/adapters/http/answer.ts'
import { callerOf } from '../../shared/adapters/http/back-channel.ts'
import { refuseRequest, refuseStranger } from '../../shared/adapters/http/back-channel-refusals.ts'
import { readEvent } from '../../shared/adapters/http/gateway-event.ts'
import { subjectOf } from '../../shared/adapters/http/subject-of-path.ts'
import type { Log } from '../../shared/observability/log.ts'
import type { eraseSubject } from '../../shared/use-cases/erase-subject.ts'
import type { recogniseCaller } from '../../shared/use-cases/recognise-caller.ts'
import type { DoorHandler } from '../../shared/wiring/door.ts'

export interface ErasureDoor {
  readonly recogniseCaller: ReturnType<typeof recogniseCaller>
  readonly eraseSubject: ReturnType<typeof eraseSubject>
  readonly publicUrl: string
  readonly problemPages: string
  readonly log: Log
}

/** `DELETE /{service}/subjects/{subject}` → erased here, and a signed receipt of what was taken away. */
export const erasureHandler =
  (door: ErasureDoor): DoorHandler =>
  async (event) => {
    const { traceId } = readEvent(event)
    const caller = await callerOf(event, { publicUrl: door.publicUrl, scope: 'erasure' }, door.recogniseCaller)
    if (!caller.ok) return refuseStranger(door, traceId, caller.refusal)
    const { service } = caller.value
    const subject = subjectOf(event)
    const erased = await door.eraseSubject({ service, subject, traceId })
    if (!erased.ok) return refuseRequest(door, { traceId, service }, erased.refusal)
    const { receipt, keys, sessions, records } = erased.value
    door.log.say(traceId, { code: 'subject-erased', service, keys, sessions, records })
    return json(200, { subject, erased: { keys, sessions, records }, receipt })
  }
