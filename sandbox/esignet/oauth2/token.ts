import type { GrantedTransaction } from '../authorization/transaction.ts'
import { EsignetError } from '../esignet-error.ts'
import type { Answer, Call } from '../http/call.ts'
import { checkBoundKey } from '../oauth/bound-key.ts'
import { readDpopProof } from '../oauth/dpop-proof.ts'
import { grantTokens } from '../oauth/grant-tokens.ts'
import { checkProofKey } from '../oauth/proof-key.ts'
import { tokenFault } from '../oauth/token-fault.ts'
import type { Client } from '../registry/client.ts'
import type { World } from '../world.ts'
import { callingClient, readForm } from './calling-client.ts'
import type { Field } from './parameters.ts'
import { redirectUriFor } from './request-rules.ts'

/** POST oauth2/token. The client is judged first; the first attempt of its client spends a code, whatever comes of it. */
export async function redeem(call: Call, world: World): Promise<Answer> {
  const fault = tokenFault(world)
  if (fault) return fault
  const field = readForm(call)
  const client = await callingClient(call, field, world, 'token')
  const grantType = field('grant_type')
  if (!grantType) throw new EsignetError('invalid_request')
  if (grantType !== 'authorization_code') throw new EsignetError('unsupported_grant_type')
  const proof = await readDpopProof(call, world, 'token')
  const bound = client.additionalConfig.dpop_bound_access_tokens === true
  checkBoundKey(undefined, proof, bound, 'invalid_dpop_proof')
  const granted = spend(world, client, field)
  checkProofKey(granted.codeChallenge, field('code_verifier'))
  if (granted.dpopJkt !== undefined && granted.dpopJkt !== proof?.jkt) throw new EsignetError('invalid_grant')
  return grantTokens(world, client, granted, proof?.jkt)
}

/** @throws EsignetError `invalid_request` without a code, `invalid_grant` for one that is not this client's */
function spend(world: World, client: Client, field: Field): GrantedTransaction {
  const code = field('code')
  if (!code) throw new EsignetError('invalid_request')
  const granted = world.codes.get(code)
  if (granted?.clientId !== client.clientId) throw new EsignetError('invalid_grant')
  world.codes.delete(code)
  if (redirectUriFor(client, field('redirect_uri')) !== granted.redirectUri) throw new EsignetError('invalid_grant')
  return granted
}
