import { type ClaimsRequest, noClaims, parseClaimsRequest } from '../claims/claims-request.ts'
import { EsignetError, fieldRefusal, type Refusal } from '../esignet-error.ts'
import type { Answer, Call } from '../http/call.ts'
import { openEnvelope, sealEnvelope } from '../http/envelope.ts'
import { isFilled, isText, type JsonObject } from '../json.ts'
import { matchesRegistered } from '../registry/redirect-uri.ts'
import type { World } from '../world.ts'
import {
  type AuthorizationRequest,
  hasKnownScope,
  isDisplay,
  isPrompt,
  isScopeCombination,
  words,
} from './authorization-request.ts'
import { activeClient } from './known-client.ts'
import { startTransaction } from './start-transaction.ts'
import { useNonce } from './used-nonce.ts'

/**
 * POST authorization/v3/oauth-details: the plain flow. Order of checks: all field rules together, id_token_hint,
 * client, PAR required, redirect, nonce, then claims, ACR and PKCE.
 */
export function oauthDetails(call: Call, world: World): Answer {
  const body = openEnvelope(call, world)
  const request = checkedRequest(body, world.dialect.authorization.scopes)
  if (request.idTokenHint !== undefined) throw new EsignetError('invalid_id_token_hint')
  const client = activeClient(world, request.clientId)
  if (client.additionalConfig.require_pushed_authorization_requests) throw new EsignetError('invalid_request')
  if (!matchesRegistered(request.redirectUri, client.redirectUris, true)) throw new EsignetError('invalid_redirect_uri')
  useNonce(world, request.nonce)
  return sealEnvelope(startTransaction(world, client, request), world.now())
}

function checkedRequest(body: JsonObject, openIdScopes: readonly string[]): AuthorizationRequest {
  const text = (name: string): string | undefined => {
    const value = body[name]
    return isText(value) ? value : undefined
  }
  if (body.maxAge !== undefined && body.maxAge !== null && !/^-?\d+$/.test(String(body.maxAge))) {
    throw new Error('maxAge is not a number')
  }
  const scopes = words(text('scope'))
  const hasClaims = body.claims !== undefined && body.claims !== null
  const claims = readClaims(body.claims)
  const refusals: Refusal[] = [
    ...(isFilled(body.clientId) ? [] : [fieldRefusal('clientId', 'invalid_client_id')]),
    ...(isFilled(body.redirectUri) ? [] : [fieldRefusal('redirectUri', 'invalid_redirect_uri')]),
    ...(body.responseType === 'code' ? [] : [fieldRefusal('responseType', 'invalid_response_type')]),
    ...(hasKnownScope(scopes, openIdScopes) && isScopeCombination(scopes, hasClaims, openIdScopes)
      ? []
      : [fieldRefusal('scope', 'invalid_scope')]),
    ...(isDisplay(text('display')) ? [] : [fieldRefusal('display', 'invalid_display')]),
    ...(isPrompt(text('prompt')) ? [] : [fieldRefusal('prompt', 'invalid_prompt')]),
    ...(typeof claims === 'string' ? [fieldRefusal('claims', claims)] : []),
  ]
  if (refusals.length > 0 || typeof claims === 'string') throw new EsignetError(refusals)
  return {
    clientId: text('clientId') ?? '',
    redirectUri: text('redirectUri') ?? '',
    scopes,
    nonce: text('nonce'),
    state: text('state'),
    prompt: text('prompt'),
    acrValues: words(text('acrValues')),
    claims,
    claimsLocales: words(text('claimsLocales')),
    codeChallenge: text('codeChallenge'),
    codeChallengeMethod: text('codeChallengeMethod'),
    idTokenHint: text('idTokenHint'),
    dpopJkt: text('dpopJkt'),
  }
}

/** The grammar of claims is a field rule like the others: its code joins theirs. */
function readClaims(value: unknown): ClaimsRequest | string {
  if (value === undefined || value === null) return noClaims
  try {
    return parseClaimsRequest(value)
  } catch (error) {
    if (error instanceof EsignetError) return error.code
    throw error
  }
}
