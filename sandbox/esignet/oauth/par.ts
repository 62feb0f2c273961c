import { hasKnownScope, isDisplay, isPrompt, words } from '../authorization/authorization-request.ts'
import { activeClient } from '../authorization/known-client.ts'
import { useNonce } from '../authorization/used-nonce.ts'
import { EsignetError } from '../esignet-error.ts'
import { json } from '../http/answers.ts'
import { type Answer, type Call, formOf } from '../http/call.ts'
import { parseJson } from '../json.ts'
import { newOpaqueId } from '../opaque-id.ts'
import { matchesRegistered } from '../registry/redirect-uri.ts'
import { settings } from '../settings.ts'
import { issuerOf, parEndpointOf, tokenEndpointOf, type World } from '../world.ts'
import { assertionType, verifyClientAssertion } from './client-assertion.ts'
import { refuseDpop } from './dpop.ts'
import { oauthAnswer } from './oauth-refusal.ts'

export const requestUriPrefix = 'urn:ietf:params:oauth:request_uri:'

/**
 * POST oauth/par (RFC 9126). A 201 does not prove a valid request: scope details, claims, ACR and `use_pkce`
 * are judged at par-oauth-details.
 */
export async function pushedAuthorization(call: Call, world: World): Promise<Answer> {
  if (world.faults.strikes('par-500')) return oauthAnswer(500, 'unknown_error', 'unknown_error')
  const field = formOf(call)
  checkFields(field)
  refuseDpop(call, field)
  const client = activeClient(world, field('client_id') ?? '')
  await verifyClientAssertion(world, client, field('client_assertion') ?? '', [
    parEndpointOf(world),
    tokenEndpointOf(world),
    issuerOf(world),
  ])
  const redirectUri = field('redirect_uri') ?? ''
  if (!matchesRegistered(redirectUri, client.redirectUris)) throw new EsignetError('invalid_redirect_uri')
  useNonce(world, field('nonce'))
  const id = newOpaqueId()
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
    },
    settings.pushedRequestSeconds,
  )
  return json(201, { request_uri: `${requestUriPrefix}${id}`, expires_in: settings.pushedRequestSeconds }, 'ok')
}

function checkFields(field: (name: string) => string | undefined): void {
  if (field('request_uri') !== undefined) throw new EsignetError('invalid_request')
  if (!field('client_id')?.trim()) throw new EsignetError('invalid_client_id')
  if (!field('redirect_uri')?.trim()) throw new EsignetError('invalid_redirect_uri')
  if (field('response_type') !== 'code') throw new EsignetError('invalid_response_type')
  if (!hasKnownScope(words(field('scope')))) throw new EsignetError('invalid_scope')
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
