import { claimStatuses } from '../claims/claim-status.ts'
import { EsignetError } from '../esignet-error.ts'
import type { Answer, Call } from '../http/call.ts'
import { sealEnvelope } from '../http/envelope.ts'
import { settings } from '../settings.ts'
import type { World } from '../world.ts'
import { transactionOfHeaders } from './open-transaction.ts'

/**
 * GET authorization/claim-details, once per transaction. `profileUpdateRequired` is told truthfully, but this
 * simulation has no video eKYC of its own: the page goes on to consent.
 */
export function claimDetails(call: Call, world: World): Answer {
  const transaction = transactionOfHeaders(call, world.authenticated)
  const calls = transaction.claimDetailsCalls + 1
  world.authenticated.update(transaction.id, { ...transaction, claimDetailsCalls: calls })
  if (calls > settings.claimDetailsAttempts) throw new EsignetError('no_attempts_left')
  const identity = world.identities.get(transaction.individualId)
  if (!identity) throw new EsignetError('invalid_individual_id')
  const claimStatus = claimStatuses(identity, transaction.claims, world.now())
  const essentialVerified = transaction.claims.verified.flatMap((item) =>
    [...item.claims].filter(([, request]) => request.essential).map(([name]) => name),
  )
  const response = {
    transactionId: transaction.id,
    consentAction: transaction.consentAction,
    profileUpdateRequired: claimStatus.some(({ claim, verified }) => !verified && essentialVerified.includes(claim)),
    claimStatus,
  }
  return sealEnvelope(JSON.stringify(response), world.now())
}
