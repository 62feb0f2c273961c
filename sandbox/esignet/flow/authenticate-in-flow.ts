import { refuseBlocked } from '../authorization/blocked-individual.ts'
import { consentActionFor } from '../authorization/consent.ts'
import type { AuthenticatedTransaction } from '../authorization/transaction.ts'
import { EsignetError } from '../esignet-error.ts'
import { authenticatePerson } from '../identity-system/authenticate.ts'
import { sendOtp } from '../identity-system/send-otp.ts'
import { isFilled, type JsonObject } from '../json.ts'
import { settings } from '../settings.ts'
import type { World } from '../world.ts'
import type { Flow } from './flow.ts'
import type { FlowFactor } from './steps.ts'

/** The number a person typed. @throws EsignetError `invalid_identifier`, `invalid_captcha`, `individual_id_blocked` */
export function individualIn(world: World, inputs: JsonObject): string {
  const { uin, username, captcha_token: captcha } = inputs
  const individualId = uin ?? username
  if (!isFilled(individualId)) throw new EsignetError('invalid_identifier')
  // Without a validator configured anything but nothing passes.
  if (!isFilled(captcha)) throw new EsignetError('invalid_captcha')
  refuseBlocked(world, individualId)
  return individualId
}

/** Send a code, three times at most. @throws EsignetError of the identity system, or `no_attempts_left` */
export function sendCode(world: World, flow: Flow, individualId: string): { flow: Flow; masks: object } {
  if (flow.sentOtps >= settings.sendOtpAttempts) throw new EsignetError('no_attempts_left')
  const masks = sendOtp(world, flow.transaction.id, individualId, ['email', 'phone'])
  return { flow: { ...flow, individualId, sentOtps: flow.sentOtps + 1, step: 'otp' }, masks }
}

/** @throws EsignetError of the identity system */
export function authenticateInFlow(
  world: World,
  flow: Flow,
  factor: FlowFactor,
  individualId: string,
  challenge: string,
): AuthenticatedTransaction {
  const { transaction } = flow
  const login = { transactionId: transaction.id, relyingPartyId: transaction.relyingPartyId, individualId }
  const { kycToken, sub } = authenticatePerson(world, login, [{ authFactorType: factor.type, challenge }])
  return {
    ...transaction,
    individualId,
    sub,
    kycToken,
    authTimeSeconds: Math.floor(world.now().getTime() / 1000),
    factors: [factor.type],
    consentAction: consentActionFor(transaction, sub, world),
  }
}
