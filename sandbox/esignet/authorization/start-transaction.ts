import { resolveClaims } from '../claims/resolve-claims.ts'
import { EsignetError } from '../esignet-error.ts'
import { newOpaqueId, sha256 } from '../opaque-id.ts'
import type { Client } from '../registry/client.ts'
import type { World } from '../world.ts'
import { factorsFor, resolveAcrs } from './authentication-context.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { detailsResponse } from './details-response.ts'
import type { Transaction } from './transaction.ts'

/**
 * Last part of both entrances: claims, ACR, PKCE, then the transaction.
 * @returns the response text, whose exact bytes later calls must hash
 * @throws EsignetError `invalid_pkce_challenge`, `unsupported_pkce_challenge_method`, `use_pkce`
 */
export function startTransaction(world: World, client: Client, request: AuthorizationRequest): string {
  const claims = resolveClaims(client, request.scopes, request.claims, world.dialect.authorization)
  if (claims.dropped.length > 0) world.note('oauth-details', 'claims-dropped', 'browser')
  const wanted = world.faults.strikes('acr-fallback') ? [['unheard-of']] : [request.claims.acrValues, request.acrValues]
  const { acrs, fellBack } = resolveAcrs(client.authContextRefs, ...wanted)
  if (fellBack) world.note('oauth-details', 'acr-fallback', 'browser')
  checkPkce(client, request)
  const details = {
    id: newOpaqueId(),
    clientId: client.clientId,
    relyingPartyId: client.relyingPartyId,
    redirectUri: request.redirectUri,
    nonce: request.nonce,
    state: request.state,
    prompt: request.prompt,
    claimsLocales: request.claimsLocales,
    codeChallenge: request.codeChallenge,
    scopes: request.scopes,
    dpopJkt: request.dpopJkt,
    claims,
    acrs,
    authFactors: factorsFor(acrs),
    sentOtps: 0,
    authenticationAttempts: 0,
    claimDetailsCalls: 0,
  }
  const response = JSON.stringify(detailsResponse(world, client, details))
  const transaction: Transaction = { ...details, detailsHash: sha256(response) }
  world.preAuth.set(transaction.id, transaction, world.dialect.lives.preAuth)
  return response
}

function checkPkce(client: Client, request: AuthorizationRequest): void {
  const { codeChallenge: challenge, codeChallengeMethod: method } = request
  if (!challenge && !method) {
    if (client.additionalConfig.require_pkce) throw new EsignetError('use_pkce')
    return
  }
  if (!challenge || !method) throw new EsignetError('invalid_pkce_challenge')
  if (method !== 'S256') throw new EsignetError('unsupported_pkce_challenge_method')
}
