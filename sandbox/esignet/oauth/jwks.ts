import { anyOrigin, json, problem } from '../http/answers.ts'
import type { Answer, Call } from '../http/call.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import type { World } from '../world.ts'

/** Both signers: eSignet's own keys, and the identity system's where the release publishes them (unless a fault hides them). */
export function jwks(call: Call, world: World): Answer {
  if (world.faults.strikes('jwks-500')) return problem(500, call.path)
  const hidden = world.faults.strikes('kid-missing-from-jwks')
  const published = world.identitySystemPublished || world.dialect.identitySystem.keyPublished
  const theirs = hidden || !published ? [] : world.identitySystemKeys.published
  const other = world.faults.strikes('jwks-kid-differs')
  const own = world.providerKeys.published.map((key) => memberOf(key, world))
  // A state of the Go line named keys by its store and tokens by certificate digest.
  const named = other ? own.map((key) => ({ ...key, kid: `${key.kty}_KEY` })) : own
  const keys = [...named, ...theirs.map((key) => memberOf(key, world))]
  return json(200, { keys }, hidden ? 'kid-missing' : 'ok', anyOrigin)
}

/** The Go line tells `alg` and leaves out the Java line's `exp`. */
function memberOf(key: SigningKey, world: World) {
  if (world.dialect.line === 'java') return key.published
  const { exp, ...published } = key.published
  return { ...published, alg: key.alg }
}
