import { activeClient } from '../authorization/known-client.ts'
import { EsignetError } from '../esignet-error.ts'
import { type Answer, type Call, formOf } from '../http/call.ts'
import type { World } from '../world.ts'
import { checkBoundKey } from './bound-key.ts'
import { assertionType, verifyClientAssertion } from './client-assertion.ts'
import { demandNonce } from './dpop-nonce.ts'
import { readDpopProof } from './dpop-proof.ts'
import { grantTokens } from './grant-tokens.ts'
import { checkProofKey } from './proof-key.ts'
import { tokenFault } from './token-fault.ts'

/**
 * POST oauth/v2/token. Order of checks: form of the proof, form, code, client_id, redirect_uri, PKCE, DPoP and its nonce,
 * client assertion, exchange with the identity system, tokens. The nonce comes before the assertion, which may
 * therefore be sent again with the second proof.
 *
 * The code is *read* at the beginning and removed at the very end, as the original does: a failed attempt may be
 * repeated while the code lives, and two redemptions at the same time can both succeed. That is a defect of
 * eSignet (RFC 6749 §4.1.2 wants one use) which a relying party has to survive, so it is kept.
 */
export async function token(call: Call, world: World): Promise<Answer> {
  const fault = tokenFault(world)
  if (fault) return fault
  const proof = await readDpopProof(call, world, 'token')
  const field = formOf(call)
  checkFields(field)
  const code = field('code') ?? ''
  const granted = world.codes.get(code)
  if (!granted) throw new EsignetError('invalid_grant')
  const clientId = field('client_id')
  if (clientId && clientId !== granted.clientId) throw new EsignetError('invalid_client_id')
  if (field('redirect_uri') !== granted.redirectUri) throw new EsignetError('invalid_redirect_uri')
  checkProofKey(granted.codeChallenge, field('code_verifier'))
  const client = activeClient(world, granted.clientId)
  checkBoundKey(granted.dpopJkt, proof, client.additionalConfig.dpop_bound_access_tokens === true, 'invalid_request')
  if (proof) demandNonce(world, code, proof)
  await verifyClientAssertion(world, client, field('client_assertion') ?? '', 'token')
  const answer = await grantTokens(world, client, granted, proof?.jkt)
  world.codes.delete(code)
  return answer
}

function checkFields(field: (name: string) => string | undefined): void {
  if (field('grant_type') !== 'authorization_code') throw new EsignetError('unsupported_grant_type')
  if (!field('code')?.trim()) throw new EsignetError('invalid_grant')
  if (!field('redirect_uri')?.trim()) throw new EsignetError('invalid_redirect_uri')
  if (field('client_assertion_type') !== assertionType) throw new EsignetError('invalid_client')
  if (!field('client_assertion')?.trim()) throw new EsignetError('invalid_client')
}
