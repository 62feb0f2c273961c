import { setTimeout as pause } from 'node:timers/promises'
import { EsignetError } from '../esignet-error.ts'
import { oauthAnswer, oauthRefusal } from '../oauth/oauth-refusal.ts'
import { isFaultName } from '../practice/faults.ts'
import type { World } from '../world.ts'
import { problem } from './answers.ts'
import type { Answer, Call } from './call.ts'
import { passesCsrf } from './csrf.ts'
import { type Door, fits } from './door.ts'
import { envelopeRefusal } from './envelope.ts'

/** Gets the answer of a door before it leaves. */
export type Interceptor = (door: {
  readonly name: string
  readonly answer: Answer
  readonly call: Call
}) => Promise<Answer>

/** Find the door, open it, word its refusals in its style, count and note the call. */
export async function route(
  doors: readonly Door[],
  call: Call,
  world: World,
  intercept: Interceptor = async ({ answer }) => answer,
): Promise<Answer> {
  const here = doors.flatMap((door) => {
    const params = fits(door, call.path)
    return params ? [{ door, params }] : []
  })
  // HEAD is answered like GET; the server leaves the body out.
  const method = call.method === 'HEAD' ? 'GET' : call.method
  const match = here.find(({ door }) => door.method === method)
  if (!match) return nobodyHome(here[0]?.door, call, world)
  const { door, params } = match
  if (door.counted) world.counters.set(door.name, (world.counters.get(door.name) ?? 0) + 1)
  await delay(door, world)
  const answer = await opened(door, { ...call, params }, world)
  world.note(door.name, answer.outcome, door.who)
  return intercept({ name: door.name, answer, call })
}

/** A `slow-<door>` fault. */
async function delay(door: Door, world: World): Promise<void> {
  const fault = `slow-${door.name}`
  if (isFaultName(fault) && world.faults.strikes(fault)) await pause(world.faults.delayOf(fault))
}

async function opened(door: Door, call: Call, world: World): Promise<Answer> {
  if (door.csrf && !passesCsrf(call, world.dialect.csrf === 'masked'))
    return envelopeRefusal(new EsignetError('FORBIDDEN'), world, 403)
  try {
    return await door.open(call, world)
  } catch (error) {
    if (door.errors === 'envelope') return envelopeRefusal(error, world)
    if (door.errors === 'oauth') return oauthRefusal(error, world.dialect)
    return problem(500, call.path)
  }
}

/** No such door (404), or none for this method (405). */
function nobodyHome(other: Door | undefined, call: Call, world: World): Answer {
  const answer = other ? wrongMethod(other, call) : problem(404, call.path)
  world.note(other?.name ?? 'unknown', String(answer.status), other?.who ?? 'browser')
  return answer
}

function wrongMethod(door: Door, call: Call): Answer {
  return door.errors === 'oauth' ? oauthAnswer(405, 'invalid_request', 'invalid_request') : problem(405, call.path)
}
