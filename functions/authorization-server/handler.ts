import { json } from '../../shared/adapters/http/answer.ts'
import { readEvent } from '../../shared/adapters/http/gateway-event.ts'
import type { Log } from '../../shared/observability/log.ts'
import { describeServer } from '../../shared/use-cases/describe-server.ts'
import type { DoorHandler } from '../../shared/wiring/door.ts'

export interface AuthorizationServerDoor {
  readonly publicUrl: string
  readonly log: Log
}

/** `GET /.well-known/oauth-authorization-server` → what we are as an authorization server (RFC 8414), cacheable for five minutes. */
export const authorizationServerHandler =
  (door: AuthorizationServerDoor): DoorHandler =>
  async (event) => {
    door.log.say(readEvent(event).traceId, { code: 'server-described' })
    return json(200, describeServer(door), { 'cache-control': 'public, max-age=300' })
  }
