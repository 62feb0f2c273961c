import { EsignetError } from '../esignet-error.ts'
import { json } from '../http/answers.ts'
import type { Answer, Call } from '../http/call.ts'
import { boundKey } from '../oauth/bound-key.ts'
import { readDpopProof } from '../oauth/dpop-proof.ts'
import { oauthAnswer } from '../oauth/oauth-refusal.ts'
import { requestUriPrefix } from '../oauth/request-uri.ts'
import { newOpaqueId } from '../opaque-id.ts'
import type { World } from '../world.ts'
import { callingClient, readForm } from './calling-client.ts'
import { authorizeParameters } from './parameters.ts'
import { claimsOf, problemOf, redirectUriFor } from './request-rules.ts'

/** POST oauth2/par (RFC 9126): judged at once, unlike in the Java line. `max_age` is lost here. */
export async function push(call: Call, world: World): Promise<Answer> {
  if (world.faults.strikes('par-500')) return oauthAnswer(500, 'server_error', 'server_error')
  const field = readForm(call)
  const client = await callingClient(call, field, world, 'par')
  const proof = await readDpopProof(call, world, 'par')
  if (field('request_uri') !== undefined) throw new EsignetError('invalid_request')
  const redirectUri = redirectUriFor(client, field('redirect_uri'))
  if (redirectUri === undefined) throw new EsignetError('invalid_request')
  const request = authorizeParameters(field, client.clientId, redirectUri)
  const problem = problemOf(request, client, world)
  if (problem) return oauthAnswer(400, problem.error, problem.error, problem.description)
  if (!claimsOf(request.claims)) throw new EsignetError('invalid_request')
  const id = newOpaqueId()
  const seconds = world.dialect.lives.pushedRequest
  const dpopJkt = boundKey(field('dpop_jkt'), proof)
  world.pushedRequests.set(id, { ...request, dpopJkt }, seconds)
  return json(201, { request_uri: `${requestUriPrefix}${id}`, expires_in: seconds }, 'ok')
}
