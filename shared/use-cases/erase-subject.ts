import { type Refusal, refusal } from '../kernel/codes.ts'
import { ok, type Result, refused } from '../kernel/result.ts'
import type { AuditTrail } from '../ports/audit-trail.ts'
import type { Clock } from '../ports/clock.ts'
import type { Erasure, Swept } from '../ports/erasure.ts'
import type { Randomness } from '../ports/randomness.ts'
import type { ServiceDirectory } from '../ports/service-directory.ts'
import type { TokenKey } from '../ports/token-key.ts'
import { fromFault } from './refused-login.ts'

export interface EraseSubjectNeeds {
  readonly services: ServiceDirectory
  readonly erasure: Erasure
  readonly auditTrail: AuditTrail
  readonly tokenKey: TokenKey
  readonly clock: Clock
  readonly randomness: Randomness
  readonly publicUrl: string
}

export interface AskedErasure {
  readonly service: string
  readonly subject: string
  readonly traceId: string
}

/** What was found and taken away by this call; all zero when there was nothing, or nothing any more. */
export interface Erased extends Swept {
  readonly keys: number
  /** A JWS (`erasure-receipt+jwt`) that says so, for the files of the service. */
  readonly receipt: string
}

/**
 * Erases one person at one service. The key goes first: from then on nothing can be read, here or in any backup. A call that
 * stopped in the middle is finished by the next; asking again, or about somebody nobody knows, is answered in the same form.
 */
export const eraseSubject =
  (world: EraseSubjectNeeds) =>
  async (asked: AskedErasure): Promise<Result<Erased, Refusal>> => {
    if (world.services.find(asked.service) === undefined) return refused(refusal('service-unknown'))
    return erase(world, asked).catch((error: unknown) => refused(fromFault(error)))
  }

const erase = async (world: EraseSubjectNeeds, asked: AskedErasure): Promise<Result<Erased, Refusal>> => {
  const { service, subject } = asked
  const forgotten = await world.erasure.forgetKey(service, subject)
  // Told as soon as it is true; a call that only finishes what another began tells it, in case that one did not come to it.
  if (forgotten) await tell(world, asked)
  const swept = await world.erasure.sweep(service, subject)
  if (!forgotten && swept.sessions + swept.records > 0) await tell(world, asked)
  const counts = { keys: forgotten ? 1 : 0, ...swept }
  return ok({ ...counts, receipt: await receiptOf(world, asked, counts) })
}

const tell = ({ auditTrail, clock, randomness }: EraseSubjectNeeds, asked: AskedErasure): Promise<void> =>
  auditTrail.record({
    event: 'subject-erased',
    at: new Date(clock.now()).toISOString(),
    id: randomness.secret(),
    ...asked,
  })

/** Signed like our access tokens and never one of them: the type says what it is (RFC 8725 §3.11). */
const receiptOf = async (
  { tokenKey, clock, randomness, publicUrl }: EraseSubjectNeeds,
  { service, subject }: AskedErasure,
  erased: Omit<Erased, 'receipt'>,
): Promise<string> => {
  const header = { typ: 'erasure-receipt+jwt', alg: tokenKey.algorithm, kid: tokenKey.keyId }
  const claims = {
    iss: publicUrl,
    sub: subject,
    service,
    iat: Math.floor(clock.now() / 1000),
    jti: randomness.secret(),
    erased,
  }
  const signingInput = [header, claims].map((part) => base64url(JSON.stringify(part))).join('.')
  return `${signingInput}.${await tokenKey.sign(signingInput)}`
}

const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url')
