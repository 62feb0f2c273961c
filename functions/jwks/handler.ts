import { json } from '../../shared/adapters/http/answer.ts'
import { readEvent } from '../../shared/adapters/http/gateway-event.ts'
import { problem } from '../../shared/adapters/http/problem.ts'
import type { Log } from '../../shared/observability/log.ts'
import type { publishKeys } from '../../shared/use-cases/publish-keys.ts'
import type { DoorHandler } from '../../shared/wiring/door.ts'

export interface JwksDoor {
  readonly publishKeys: ReturnType<typeof publishKeys>
  readonly problemPages: string
  readonly log: Log
}

/** `GET /.well-known/jwks.json` → our public keys (RFC 7517), cacheable for five minutes. */
export const jwksHandler =
  (door: JwksDoor): DoorHandler =>
  async (event) => {
    const asked = readEvent(event)
    const keys = await door.publishKeys()
    if (!keys.ok) {
      door.log.say(asked.traceId, { code: 'request-refused', service: 'none', refusal: keys.refusal.code })
      return problem(keys.refusal, { traceId: asked.traceId, problemPages: door.problemPages, wantsPage: false })
    }
    door.log.say(asked.traceId, { code: 'keys-published', keys: keys.value.keys.length })
    return json(200, keys.value, { 'content-type': 'application/jwk-set+json', 'cache-control': 'public, max-age=300' })
  }
