import { factorsFor, resolveAcrs } from '../authorization/authentication-context.ts'
import { words } from '../authorization/authorization-request.ts'
import type { Transaction } from '../authorization/transaction.ts'
import type { ClaimsRequest } from '../claims/claims-request.ts'
import { resolveClaims } from '../claims/resolve-claims.ts'
import { firstStep } from '../flow/steps.ts'
import { json } from '../http/answers.ts'
import type { Answer, Call } from '../http/call.ts'
import { requestUriPrefix } from '../oauth/request-uri.ts'
import { newOpaqueId } from '../opaque-id.ts'
import type { Client } from '../registry/client.ts'
import type { World } from '../world.ts'
import { type AuthorizeParameters, authorizeParameters, type Field, fieldOf, repeats } from './parameters.ts'
import { redirect, redirectWith, shownError } from './redirect.ts'
import { claimsOf, problemOf, promptProblem, redirectUriFor } from './request-rules.ts'

/**
 * GET oauth2/authorize: a server's redirect to the sign-in page. What is wrong before the address is known, a broken
 * `claims` and a missing pushed request are shown to the person and never redirected; the rest goes back with `iss`
 * and `state`.
 */
export function authorize(call: Call, world: World): Answer {
  const parameters = new URLSearchParams(call.query)
  if (repeats(parameters)) {
    return json(400, { error: 'invalid_request', error_description: 'A parameter is repeated' }, 'invalid_request')
  }
  const field = fieldOf(parameters)
  const client = world.clients.get(field('client_id') ?? '')
  if (client?.status !== 'ACTIVE') return shownError(world, 'invalid_request', 'Invalid client_id')
  const request = requestOf(field, client, world)
  if (typeof request === 'string') return shownError(world, 'invalid_request', request)
  const asked = claimsOf(request.claims)
  if (!asked) return shownError(world, 'invalid_request', 'Invalid claims parameter')
  const problem = problemOf(request, client, world) ?? promptProblem(request.prompt)
  if (problem) {
    const { error, description: error_description } = problem
    return redirect(redirectWith(world, request.redirectUri, { error, error_description, state: request.state }), error)
  }
  return toSignIn(world, client, newTransaction(world, client, request, asked.claims), asked.wantedSub)
}

/** The request, pushed (one use) or plain; a text says what to show. */
function requestOf(field: Field, client: Client, world: World): AuthorizeParameters | string {
  const requestUri = field('request_uri')
  if (requestUri === undefined) {
    if (client.additionalConfig.require_pushed_authorization_requests) return 'A pushed request is required'
    const redirectUri = redirectUriFor(client, field('redirect_uri'))
    return redirectUri === undefined ? 'Invalid redirect_uri' : authorizeParameters(field, client.clientId, redirectUri)
  }
  const id = requestUri.slice(requestUriPrefix.length)
  const pushed = requestUri.startsWith(requestUriPrefix) ? world.pushedRequests.get(id) : undefined
  world.pushedRequests.delete(id)
  if (pushed?.clientId !== client.clientId) return 'Invalid request_uri'
  return { ...pushed, responseType: 'code', responseMode: undefined }
}

function newTransaction(
  world: World,
  client: Client,
  request: AuthorizeParameters,
  claimsRequest: ClaimsRequest,
): Transaction {
  const scopes = words(request.scope)
  const claims = resolveClaims(client, scopes, claimsRequest, world.dialect.authorization)
  if (claims.dropped.length > 0) world.note('authorize', 'claims-dropped', 'browser')
  if (claimsRequest.verifiedClaims.length > 0) world.note('authorize', 'verified-claims-ignored', 'browser')
  const wanted = world.faults.strikes('acr-fallback') ? ['unheard-of'] : words(request.acrValues)
  const { acrs, fellBack } = resolveAcrs(client.authContextRefs, wanted)
  if (fellBack) world.note('authorize', 'acr-fallback', 'browser')
  return {
    id: newOpaqueId(),
    clientId: client.clientId,
    relyingPartyId: client.relyingPartyId,
    redirectUri: request.redirectUri,
    nonce: request.nonce,
    state: request.state,
    prompt: request.prompt,
    claimsLocales: words(request.claimsLocales),
    codeChallenge: request.codeChallenge,
    scopes,
    dpopJkt: request.dpopJkt,
    claims,
    acrs,
    authFactors: factorsFor(acrs),
    detailsHash: '',
    sentOtps: 0,
    authenticationAttempts: 0,
    claimDetailsCalls: 0,
  }
}

function toSignIn(world: World, client: Client, transaction: Transaction, wantedSub: string | undefined): Answer {
  const authId = newOpaqueId()
  const seconds = world.dialect.lives.preAuth
  world.awaited.set(authId, { transaction, wantedSub }, seconds)
  const flow = {
    authId,
    transaction,
    ...firstStep(transaction),
    individualId: undefined,
    sentOtps: 0,
    challengeToken: undefined,
    authenticated: undefined,
  }
  world.flows.set(transaction.id, flow, seconds)
  const query = new URLSearchParams({ authId, applicationId: client.clientId, executionId: transaction.id })
  return redirect(`${world.publicUrl}/signin?${query}`, 'ok')
}
