import { randomUUID } from 'node:crypto'
import type { FactorType } from '../authorization/authentication-context.ts'
import { EsignetError } from '../esignet-error.ts'
import type { Identity } from '../identity.ts'
import { newOpaqueId } from '../opaque-id.ts'
import { settings } from '../settings.ts'
import type { World } from '../world.ts'
import { pairwiseSubject } from './pairwise-subject.ts'

export interface Challenge {
  readonly authFactorType: FactorType
  readonly challenge: string
}

/**
 * Check every challenge; all must pass.
 * @throws EsignetError `invalid_individual_id`, `auth_failed`
 */
export function authenticatePerson(
  world: World,
  login: { transactionId: string; relyingPartyId: string; individualId: string },
  challenges: readonly Challenge[],
): { kycToken: string; sub: string } {
  const identity = world.identities.get(login.individualId)
  if (!identity) throw new EsignetError('invalid_individual_id')
  const otpSent = world.sentOtps.has(`${login.transactionId} ${login.individualId}`)
  if (!challenges.every((challenge) => passes(challenge, identity, otpSent))) throw new EsignetError('auth_failed')
  const kycToken = `${newOpaqueId()}.${randomUUID()}`
  const sub = pairwiseSubject(login.individualId, login.relyingPartyId)
  world.kycTransactions.set(
    kycToken,
    { individualId: login.individualId, sub, authenticatedAt: world.now().getTime(), status: 'ACTIVE' },
    settings.kycMemorySeconds,
  )
  return { kycToken, sub }
}

/** The invented people have no password of their own. */
export const practicePassword = (identity: Pick<Identity, 'pin'>) => `practice${identity.pin}`

function passes(challenge: Challenge, identity: Identity, otpSent: boolean): boolean {
  switch (challenge.authFactorType) {
    case 'OTP':
      return otpSent && challenge.challenge === settings.otp
    case 'PIN':
      return challenge.challenge === identity.pin
    case 'PWD':
      return challenge.challenge === practicePassword(identity)
    case 'BIO':
      // The stock identity system takes any biometric for the right one.
      return true
    default:
      // Knowledge and wallets are not kept for the invented people.
      return false
  }
}
