import { EsignetError } from '../esignet-error.ts'
import type { Answer, Call } from '../http/call.ts'
import { openEnvelope, sealEnvelope } from '../http/envelope.ts'
import { isTextList } from '../json.ts'
import { newOpaqueId } from '../opaque-id.ts'
import type { World } from '../world.ts'
import { rememberConsent, storedAcceptance } from './consent.ts'
import { activeClient } from './known-client.ts'
import { transactionOfBody, transactionOfHeaders } from './open-transaction.ts'
import type { AuthenticatedTransaction } from './transaction.ts'

/** POST authorization/auth-code: consent becomes a code. */
export function authCode(call: Call, world: World): Answer {
  transactionOfHeaders(call, world.authenticated)
  const body = openEnvelope(call, world)
  const transaction = transactionOfBody(body, world.authenticated)
  const acceptedClaims = acceptance(world, transaction, body.acceptedClaims, body.permittedAuthorizeScopes)
  const code = newOpaqueId()
  world.authenticated.delete(transaction.id)
  world.codes.set(code, { ...transaction, acceptedClaims }, world.dialect.lives.code)
  const { redirectUri, nonce = null, state = null } = transaction
  return sealEnvelope(JSON.stringify({ code, redirectUri, nonce, state }), world.now())
}

/** @throws EsignetError `invalid_accepted_claim`, `invalid_permitted_scope` */
function acceptance(
  world: World,
  transaction: AuthenticatedTransaction,
  accepted: unknown,
  scopes: unknown,
): readonly string[] {
  // A remembered consent replaces whatever the body says.
  if (transaction.consentAction === 'NOCAPTURE') return storedAcceptance(transaction, transaction.sub, world)
  const list = isTextList(accepted) ? [...new Set(accepted)] : []
  const { essential, voluntary } = transaction.claims
  const requested = list.every((claim) => essential.includes(claim) || voluntary.includes(claim))
  if (!requested || !essential.every((claim) => list.includes(claim))) throw new EsignetError('invalid_accepted_claim')
  // No authorize scopes exist in this deployment, so none can be permitted.
  if (isTextList(scopes) && scopes.length > 0) throw new EsignetError('invalid_permitted_scope')
  rememberConsent(transaction, transaction.sub, list, activeClient(world, transaction.clientId), world)
  return list
}
