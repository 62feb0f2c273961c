import { EsignetError, fieldRefusal } from '../esignet-error.ts'
import type { Answer, Call } from '../http/call.ts'
import { openEnvelope, sealEnvelope } from '../http/envelope.ts'
import { sendOtp } from '../identity-system/send-otp.ts'
import { isFilled, isTextList } from '../json.ts'
import { settings } from '../settings.ts'
import type { World } from '../world.ts'
import { blockIndividual, refuseBlocked } from './blocked-individual.ts'
import { transactionOfBody, transactionOfHeaders } from './open-transaction.ts'

/** POST authorization/send-otp */
export function sendOtpDoor(call: Call, world: World): Answer {
  transactionOfHeaders(call, world.preAuth)
  const body = openEnvelope(call, world)
  const { individualId, otpChannels: channels } = body
  if (!isFilled(individualId)) throw new EsignetError([fieldRefusal('individualId', 'invalid_identifier')])
  if (!isTextList(channels) || channels.length === 0 || !channels.every(isChannel)) {
    throw new EsignetError([fieldRefusal('otpChannels', 'invalid_otp_channel')])
  }
  const transaction = transactionOfBody(body, world.preAuth)
  refuseBlocked(world, individualId)
  const sentOtps = transaction.sentOtps + 1
  world.preAuth.update(transaction.id, { ...transaction, sentOtps })
  if (sentOtps > settings.sendOtpAttempts) blockIndividual(world, individualId)
  const masks = sendOtp(world, transaction.id, individualId, channels)
  return sealEnvelope(JSON.stringify({ transactionId: transaction.id, ...masks }), world.now())
}

// Lower case only.
const isChannel = (channel: string) => channel === 'email' || channel === 'phone'
