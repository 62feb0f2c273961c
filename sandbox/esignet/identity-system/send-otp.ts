import { EsignetError } from '../esignet-error.ts'
import { settings } from '../settings.ts'
import type { World } from '../world.ts'

/**
 * Send the (constant) code. Both masks are told whatever the channels asked for, as the stock one does.
 * @throws EsignetError `invalid_individual_id`, `no_email_mobile_found`
 */
export function sendOtp(world: World, transactionId: string, individualId: string, channels: readonly string[]) {
  const identity = world.identities.get(individualId)
  if (!identity) throw new EsignetError('invalid_individual_id')
  const email = channels.includes('email') ? identity.email : undefined
  const phone = channels.includes('phone') ? identity.phone : undefined
  if (!email && !phone) throw new EsignetError('no_email_mobile_found')
  world.sentOtps.set(`${transactionId} ${individualId}`, true, settings.otpSeconds)
  return { maskedEmail: email ? maskEmail(email) : null, maskedMobile: phone ? maskPhone(phone) : null }
}

const maskEmail = (email: string) => email.replace(/^[^@]+/, (name) => `XX${name.slice(2)}`)
const maskPhone = (phone: string) => phone.replace(/.(?=.{4})/g, 'X')
