import { json } from '../http/answers.ts'
import { type Answer, type Call, headerOf } from '../http/call.ts'
import type { Door } from '../http/door.ts'
import { isObject, type JsonObject, parseJson } from '../json.ts'
import type { World } from '../world.ts'
import { faultNames, isFaultName } from './faults.ts'

/*
 * Practice only: no eSignet has these doors. They take JSON and send no CORS header, so a page of another
 * origin cannot reach them from a browser.
 */

/** GET /practice/state → settings, counters and active faults */
export function practiceState(_call: Call, world: World): Answer {
  const state = {
    verificationMetadata: world.verificationMetadata,
    counters: Object.fromEntries(world.counters),
    faults: world.faults.active(),
  }
  return json(200, state, 'ok')
}

/** POST /practice/settings `{"verificationMetadata": "as-mock" | "oidc4ida"}` */
export function practiceSettings(call: Call, world: World): Answer {
  const mode = bodyOf(call)?.verificationMetadata
  if (mode !== 'as-mock' && mode !== 'oidc4ida') {
    return refuse('verificationMetadata must be "as-mock" or "oidc4ida"')
  }
  world.verificationMetadata = mode
  return practiceState(call, world)
}

/** POST /practice/faults `{"name": <fault or null>, "times"?: <calls>, "milliseconds"?: <delay of slow-…>}` */
export function practiceFaults(call: Call, world: World): Answer {
  const body = bodyOf(call)
  const { name, times, milliseconds } = body ?? {}
  if (name !== null && !isFaultName(name)) return refuse(`unknown fault; known are ${faultNames.join(', ')}`)
  if (times !== undefined && !isCount(times)) return refuse('times must be a whole number from 1')
  if (milliseconds !== undefined && !isCount(milliseconds)) return refuse('milliseconds must be a whole number from 1')
  world.faults.set(name, isCount(times) ? times : undefined, isCount(milliseconds) ? milliseconds : undefined)
  return practiceState(call, world)
}

/** POST /practice/rotate-keys `{"who": "provider" | "identity-system", "publish"?: "both" | "new-only" | "later"}` */
export async function practiceRotateKeys(call: Call, world: World): Promise<Answer> {
  const { who, publish = 'both' } = bodyOf(call) ?? {}
  if (who !== 'provider' && who !== 'identity-system') return refuse('who must be "provider" or "identity-system"')
  if (publish !== 'both' && publish !== 'new-only' && publish !== 'later') {
    return refuse('publish must be "both", "new-only" or "later"')
  }
  const ring = who === 'provider' ? world.providerKeys : world.identitySystemKeys
  await ring.rotate(publish, world.now())
  return practiceState(call, world)
}

/** POST /practice/publish-keys `{}`: show what a rotation with `later` held back */
export function practicePublishKeys(call: Call, world: World): Answer {
  if (!bodyOf(call)) return refuse('a JSON object is needed')
  world.providerKeys.publish()
  world.identitySystemKeys.publish()
  return practiceState(call, world)
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 1

function bodyOf(call: Call): JsonObject | undefined {
  const isJson = headerOf(call, 'content-type')?.startsWith('application/json') ?? false
  const body = isJson ? parseJson(call.body) : undefined
  return isObject(body) ? body : undefined
}

const refuse = (message: string) => json(400, { error: 'practice_refused', message }, 'refused')

const practice = (method: 'GET' | 'POST', path: string, open: Door['open']): Door => {
  return { method, path: `/practice/${path}`, name: `practice-${path}`, who: 'operator', errors: 'plain', open }
}

export const practiceDoors: readonly Door[] = [
  practice('GET', 'state', practiceState),
  practice('POST', 'settings', practiceSettings),
  practice('POST', 'faults', practiceFaults),
  practice('POST', 'rotate-keys', practiceRotateKeys),
  practice('POST', 'publish-keys', practicePublishKeys),
]
