import { json } from '../../shared/adapters/http/answer.ts'
import { readEvent } from '../../shared/adapters/http/gateway-event.ts'
import { openApi } from '../../shared/adapters/http/openapi.ts'
import type { Log } from '../../shared/observability/log.ts'
import type { DoorHandler } from '../../shared/wiring/door.ts'

export interface OpenapiDoor {
  readonly publicUrl: string
  readonly log: Log
}

/** `GET /openapi.json` → the doors for back ends as OpenAPI 3.1, cacheable for five minutes. */
export const openapiHandler = (door: OpenapiDoor): DoorHandler => {
  const description = openApi(door.publicUrl)
  return async (event) => {
    door.log.say(readEvent(event).traceId, { code: 'interface-described' })
    return json(200, description, { 'cache-control': 'public, max-age=300' })
  }
}
