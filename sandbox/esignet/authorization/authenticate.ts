import { EsignetError, fieldRefusal } from '../esignet-error.ts'
import type { Answer, Call } from '../http/call.ts'
import { openEnvelope, sealEnvelope } from '../http/envelope.ts'
import { authenticatePerson, type Challenge } from '../identity-system/authenticate.ts'
import { isFilled } from '../json.ts'
import { settings } from '../settings.ts'
import type { World } from '../world.ts'
import { blockIndividual, refuseBlocked } from './blocked-individual.ts'
import { readChallenges } from './challenge.ts'
import { consentActionFor } from './consent.ts'
import { transactionOfBody, transactionOfHeaders } from './open-transaction.ts'
import type { AuthenticatedTransaction, Transaction } from './transaction.ts'

/** POST authorization/v3/authenticate: the transaction moves from "pre-auth" to "authenticated". */
export function authenticate(call: Call, world: World): Answer {
  transactionOfHeaders(call, world.preAuth)
  const body = openEnvelope(call, world)
  const { individualId } = body
  if (!isFilled(individualId)) throw new EsignetError([fieldRefusal('individualId', 'invalid_identifier')])
  const challenges = readChallenges(body.challengeList)
  const transaction = transactionOfBody(body, world.preAuth)
  refuseBlocked(world, individualId)
  const attempts = transaction.authenticationAttempts + 1
  world.preAuth.update(transaction.id, { ...transaction, authenticationAttempts: attempts })
  if (attempts > settings.authenticateAttempts) blockIndividual(world, individualId)
  if (!areOffered(challenges, transaction)) throw new EsignetError('auth_factor_mismatch')
  const { kycToken, sub } = authenticatePerson(
    world,
    { transactionId: transaction.id, relyingPartyId: transaction.relyingPartyId, individualId },
    challenges,
  )
  const authenticated: AuthenticatedTransaction = {
    ...transaction,
    individualId,
    sub,
    kycToken,
    authTimeSeconds: Math.floor(world.now().getTime() / 1000),
    factors: challenges.map((challenge) => challenge.authFactorType),
    consentAction: consentActionFor(transaction, sub, world),
  }
  world.preAuth.delete(transaction.id)
  world.authenticated.set(transaction.id, authenticated, world.dialect.lives.authenticated)
  const { consentAction } = authenticated
  world.note('authenticate', consentAction === 'CAPTURE' ? 'consent-needed' : 'consent-remembered', 'browser')
  return sealEnvelope(JSON.stringify({ transactionId: transaction.id, consentAction }), world.now())
}

/** Whether the factors given are, together, exactly one of the alternatives offered. */
function areOffered(challenges: readonly Challenge[], transaction: Transaction): boolean {
  const given = challenges.map((challenge) => challenge.authFactorType).sort()
  return transaction.authFactors.some((alternative) => {
    const wanted = alternative.map((factor) => factor.type).sort()
    return wanted.length === given.length && wanted.every((type, index) => type === given[index])
  })
}
