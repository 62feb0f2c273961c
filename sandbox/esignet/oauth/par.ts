import { hasKnownScope, isDisplay, isPrompt, words } from '../authorization/authorization-request.ts'
import { activeClient } from '../authorization/known-client.ts'
import { useNonce } from '../authorization/used-nonce.ts'
import { EsignetError } from '../esignet-error.ts'
import { json } from '../http/answers.ts'
import { type Answer, type Call, formOf } from '../http/call.ts'
import { parseJson } from '../json.ts'
import { newOpaqueId } from '../opaque-id.ts'
import { matchesRegistered } from '../registry/redirect-uri.ts'
import type { World } from '../world.ts'
import { boundKey } from './bound-key.ts'
import { assertionType, verifyClientAssertion } from './client-assertion.ts'
import { readDpopProof } from './dpop-proof.ts'
import { oauthAnswer } from './oauth-refusal.ts'
import { requestUriPrefix } from './request-uri.ts'

/**
 * POST oauth/par (RFC 9126). A 201 does not prove a valid request: scope details, claims, ACR and `use_pkce`
 * are judged at par-oauth-details.
 */
export async function pushedAuthorization(call: Call, world: World): Promise<Answer> {
  if (world.faults.strikes('par-500')) return oauthAnswer(500, 'unknown_error', 'unknown_error')
  const proof = await readDpopProof(call, world, 'par')
  const field = formOf(call)
  checkFields(field, world.dialect.authorization.scopes)
  const client = activeClient(world, field('client_id') ?? '')
  await verifyClientAssertion(world, client, field('client_assertion') ?? '', 'par')
  const redirectUri = field('redirect_uri') ?? ''
  if (!matchesRegistered(redirectUri, client.redirectUris, true)) throw new EsignetError('invalid_redirect_uri')
  const dpopJkt = boundKey(field('dpop_jkt'), proof)
  useNonce(world, field('nonce'))
  const id = newOpaqueId()
  const seconds = world.dialect.lives.pushedRequest
  world.pushedRequests.set(
    id,
    {
      clientId: client.clientId,
      redirectUri,
      scope: field('scope') ?? '',
      nonce: field('nonce'),
      state: field('state'),
      prompt: field('prompt'),
      acrValues: field('acr_values'),
      claims: claimsOf(field('claims')),
      claimsLocales: field('claims_locales'),
      codeChallenge: field('code_challenge'),
      codeChallengeMethod: field('code_challenge_method'),
      idTokenHint: field('id_token_hint'),
      dpopJkt,
    },
    seconds,
  )
  return json(201, { request_uri: `${requestUriPrefix}${id}`, expires_in: seconds }, 'ok')
}

function checkFields(field: (name: string) => string | undefined, scopes: readonly string[]): void {
  if (field('request_uri') !== undefined) throw new EsignetError('invalid_request')
  if (!field('client_id')?.trim()) throw new EsignetError('invalid_client_id')
  if (!field('redirect_uri')?.trim()) throw new EsignetError('invalid_redirect_uri')
  if (field('response_type') !== 'code') throw new EsignetError('invalid_response_type')
  if (!hasKnownScope(words(field('scope')), scopes)) throw new EsignetError('invalid_scope')
  if (!isDisplay(field('display'))) throw new EsignetError('invalid_display')
  if (!isPrompt(field('prompt'))) throw new EsignetError('invalid_prompt')
  if (!/^-?\d*$/.test(field('max_age') ?? '')) throw new EsignetError('invalid_request')
  if (field('client_assertion_type') !== assertionType) throw new EsignetError('invalid_client')
  if (!field('client_assertion')?.trim()) throw new EsignetError('invalid_client')
}

/** Claims must at least be JSON here; their grammar is judged later. */
function claimsOf(text: string | undefined): unknown {
  if (!text) return undefined
  const claims = parseJson(text)
  if (claims === undefined) throw new EsignetError('invalid_request')
  return claims
}
