import { activeClient } from '../authorization/known-client.ts'
import { EsignetError } from '../esignet-error.ts'
import { json } from '../http/answers.ts'
import { type Answer, type Call, formOf } from '../http/call.ts'
import { exchange } from '../identity-system/exchange.ts'
import { sha256 } from '../opaque-id.ts'
import { settings } from '../settings.ts'
import { issuerOf, tokenEndpointOf, type World } from '../world.ts'
import { assertionType, verifyClientAssertion } from './client-assertion.ts'
import { refuseDpop } from './dpop.ts'
import { oauthAnswer } from './oauth-refusal.ts'
import { checkProofKey } from './proof-key.ts'
import { issueTokens } from './tokens.ts'

/**
 * POST oauth/v2/token. Order of checks: form, code, client_id, redirect_uri, PKCE, client assertion, exchange with
 * the identity system, tokens.
 *
 * The code is *read* at the beginning and removed at the very end, as the original does: a failed attempt may be
 * repeated while the code lives, and two redemptions at the same time can both succeed. That is a defect of
 * eSignet (RFC 6749 §4.1.2 wants one use) which a relying party has to survive, so it is kept.
 */
export async function token(call: Call, world: World): Promise<Answer> {
  if (world.faults.strikes('token-500')) return oauthAnswer(500, 'unknown_error', 'unknown_error')
  if (world.faults.strikes('token-hangs')) return { status: 504, headers: {}, body: '', outcome: 'hangs', hangs: true }
  const field = formOf(call)
  checkFields(field)
  const code = field('code') ?? ''
  const granted = world.codes.get(code)
  if (!granted) throw new EsignetError('invalid_grant')
  const clientId = field('client_id')
  if (clientId && clientId !== granted.clientId) throw new EsignetError('invalid_client_id')
  if (field('redirect_uri') !== granted.redirectUri) throw new EsignetError('invalid_redirect_uri')
  checkProofKey(granted.codeChallenge, field('code_verifier'))
  refuseDpop(call, field)
  const client = activeClient(world, granted.clientId)
  const audiences = [tokenEndpointOf(world), issuerOf(world)]
  await verifyClientAssertion(world, client, field('client_assertion') ?? '', audiences)
  const userinfo = await exchange(world, granted)
  const { idToken, accessToken } = await issueTokens(world, client, granted)
  world.userinfos.set(sha256(accessToken), userinfo, settings.tokenSeconds)
  world.codes.delete(code)
  return json(
    200,
    { id_token: idToken, token_type: 'Bearer', access_token: accessToken, expires_in: settings.tokenSeconds },
    'ok',
  )
}

function checkFields(field: (name: string) => string | undefined): void {
  if (field('grant_type') !== 'authorization_code') throw new EsignetError('unsupported_grant_type')
  if (!field('code')?.trim()) throw new EsignetError('invalid_grant')
  if (!field('redirect_uri')?.trim()) throw new EsignetError('invalid_redirect_uri')
  if (field('client_assertion_type') !== assertionType) throw new EsignetError('invalid_client')
  if (!field('client_assertion')?.trim()) throw new EsignetError('invalid_client')
}
