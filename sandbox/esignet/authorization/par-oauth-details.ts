import { parseClaimsRequest } from '../claims/claims-request.ts'
import { EsignetError } from '../esignet-error.ts'
import type { Answer, Call } from '../http/call.ts'
import { openEnvelope, sealEnvelope } from '../http/envelope.ts'
import { isText } from '../json.ts'
import { requestUriPrefix } from '../oauth/request-uri.ts'
import type { World } from '../world.ts'
import { isScopeCombination, words } from './authorization-request.ts'
import { activeClient } from './known-client.ts'
import { startTransaction } from './start-transaction.ts'

/**
 * POST authorization/par-oauth-details: the pushed flow. The request is spent by the first call, even by one
 * with another client_id; scope details, claims, ACR and `use_pkce` are judged only now.
 */
export function parOauthDetails(call: Call, world: World): Answer {
  const body = openEnvelope(call, world)
  const id = isText(body.requestUri) ? body.requestUri.slice(requestUriPrefix.length) : ''
  const pushed = world.pushedRequests.get(id)
  world.pushedRequests.delete(id)
  if (!pushed || pushed.clientId !== body.clientId) throw new EsignetError('invalid_request')
  const client = activeClient(world, pushed.clientId)
  if (pushed.idTokenHint) throw new EsignetError('invalid_id_token_hint')
  const scopes = words(pushed.scope)
  const hasClaims = pushed.claims !== undefined && pushed.claims !== null
  if (!isScopeCombination(scopes, hasClaims, world.dialect.authorization.scopes))
    throw new EsignetError('invalid_scope')
  const response = startTransaction(world, client, {
    ...pushed,
    scopes,
    acrValues: words(pushed.acrValues),
    claims: parseClaimsRequest(pushed.claims),
    claimsLocales: words(pushed.claimsLocales),
    // A challenge without a method is taken as no PKCE at all.
    codeChallenge: pushed.codeChallengeMethod ? pushed.codeChallenge : undefined,
  })
  return sealEnvelope(response, world.now())
}
