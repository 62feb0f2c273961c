import { json } from '../../shared/adapters/http/answer.ts'
import { readEvent } from '../../shared/adapters/http/gateway-event.ts'
import type { Log } from '../../shared/observability/log.ts'
import type { askHealth } from '../../shared/use-cases/ask-health.ts'
import type { DoorHandler } from '../../shared/wiring/door.ts'

export interface HealthDoor {
  readonly askHealth: ReturnType<typeof askHealth>
  readonly log: Log
}

/** `GET /health` → 200 when everything we need can be reached, else 503, and which of it cannot. Names, nothing more. */
export const healthHandler =
  (door: HealthDoor): DoorHandler =>
  async (event) => {
    const health = await door.askHealth()
    door.log.say(readEvent(event).traceId, { code: 'health-told', healthy: health.healthy })
    return json(health.healthy ? 200 : 503, health)
  }
