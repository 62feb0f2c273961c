import type { VerifiedIdentity } from '../domain/claims/judge-identity.ts'
import type { PlainClaims } from '../domain/claims/plain-claims.ts'
import type { LoginTransaction } from '../domain/login/transaction.ts'
import type { Decision } from '../domain/policy/decision.ts'
import { plus } from '../domain/policy/duration.ts'
import type { Service } from '../domain/policy/service.ts'
import { openSession, type Session } from '../domain/session/session.ts'
import { rfc3339 } from '../domain/verified-claims/moment.ts'
import type { SealedValues } from '../domain/verified-claims/sealed-claims.ts'
import { type RefusalCode, refusal } from '../kernel/codes.ts'
import { Fault } from '../kernel/fault.ts'
import { ok, type Result } from '../kernel/result.ts'
import { sha256 } from '../kernel/sha256.ts'
import type { Clock } from '../ports/clock.ts'
import type { LoginRecord, LoginRecords } from '../ports/login-records.ts'
import type { Randomness } from '../ports/randomness.ts'
import type { Sealer } from '../ports/sealer.ts'
import type { ServiceDirectory } from '../ports/service-directory.ts'
import type { SubjectKey, SubjectKeys } from '../ports/subject-keys.ts'
import { type RefusedLogin, refusedLogin } from './refused-login.ts'
import type { Welcome } from './welcome.ts'

export interface RememberLoginNeeds {
  readonly services: ServiceDirectory
  readonly subjectKeys: SubjectKeys
  readonly sealer: Sealer
  readonly loginRecords: LoginRecords
  readonly clock: Clock
  readonly randomness: Randomness
}

interface Remembered {
  readonly service: Service
  readonly login: LoginTransaction
  readonly who: VerifiedIdentity
  readonly decision: Decision
  readonly traceId: string
}

/** The object id under which plain claims are sealed; no digest of a verified-claims object looks like it. */
export const plainObjectId = 'plain'

/** Opens the session and writes everything this login leaves behind, at once, with every value under the subject's own key. */
export const rememberLogin = async (
  world: RememberLoginNeeds,
  what: Remembered,
): Promise<Result<Welcome, RefusedLogin>> => {
  const sessionSecret = world.randomness.secret()
  const now = Math.floor(world.clock.now() / 1000)
  const session = openSession(what.who, {
    service: what.service,
    act: what.login.act,
    sessionHash: sha256(sessionSecret),
    now,
  })
  const kept = await keepOnce(world, what, session)
  if (kept !== 'kept') return refusedLogin(refusal(refusals[kept]))
  const { returnTo } = what.login
  return ok({
    kind: 'welcome',
    returnTo,
    sessionSecret,
    sessionSeconds: session.expiresAt - now,
    decision: what.decision,
  })
}

const refusals = {
  'subject-key-raced': 'store-unavailable',
  'not-exchanging': 'transaction-replayed',
  'too-large': 'answer-too-large',
} as const satisfies Record<string, RefusalCode>

/** Two first logins of one person may race for the subject's key; the loser takes the winner's key and seals again, once. */
const keepOnce = async (world: RememberLoginNeeds, what: Remembered, session: Session) => {
  const first = await keepSurely(
    world.loginRecords,
    recordOf(world, what, session, await world.subjectKeys.keyFor(session.subject)),
  )
  if (first !== 'subject-key-raced') return first
  return keepSurely(world.loginRecords, recordOf(world, what, session, await world.subjectKeys.keyFor(session.subject)))
}

/**
 * Asks once more when the store did not answer: the write may have happened, and repeating the same one changes nothing. So a
 * person is not told "nothing was kept" about a login that was.
 */
const keepSurely = async (loginRecords: LoginRecords, record: LoginRecord) =>
  isTooLarge(record)
    ? 'too-large'
    : loginRecords.keep(record).catch((error: unknown) => {
        if (error instanceof Fault && error.code !== 'store-unavailable') throw error
        return loginRecords.keep(record)
      })

/** One statement is one row, and DynamoDB takes rows of 400 KiB, names of columns included; the rest is left for the keys. */
const largestRow = 384 * 1024

/**
 * An answer within its limit grows: every value by a nonce, a tag and Base64, every name by being listed. As JSON a row is
 * never smaller than DynamoDB counts it, and as few rows as there can be stay far below the 4 MiB of one transaction.
 */
const isTooLarge = ({ session, verifiedClaims, plainClaims }: LoginRecord): boolean =>
  [session, plainClaims, ...verifiedClaims].some((row) => Buffer.byteLength(JSON.stringify(row)) > largestRow)

const recordOf = (
  world: RememberLoginNeeds,
  { service, login, who, decision, traceId }: Remembered,
  session: Session,
  { key, keyId, newlyWrapped }: SubjectKey,
): LoginRecord => {
  const now = world.clock.now()
  const seal = (objectId: string, claims: PlainClaims) => sealAll(world.sealer, key, session.subject, objectId, claims)
  return {
    stateHash: login.stateHash,
    session,
    verifiedClaims: who.verifiedClaims.map(({ claims, ...verification }) => ({
      service: service.id,
      subject: session.subject,
      verification,
      values: seal(verification.id, claims),
      keyId,
      receivedAt: rfc3339(now),
    })),
    plainClaims: seal(plainObjectId, who.claims),
    audit: {
      event: 'login-completed',
      at: new Date(now).toISOString(),
      id: world.randomness.secret(),
      service: service.id,
      traceId,
      act: login.act,
      subject: session.subject,
      outcome: decision.outcome,
      actHash: decision.actHash,
      factsDigest: decision.factsDigest,
    },
    ...(newlyWrapped === undefined ? {} : { newSubjectKey: newlyWrapped }),
    keyId,
    keepUntil: Math.floor(plus(now, service.retention) / 1000),
  }
}

const sealAll = (
  sealer: Sealer,
  key: Uint8Array,
  subject: string,
  objectId: string,
  claims: PlainClaims,
): SealedValues =>
  Object.fromEntries(
    Object.entries(claims).map(([claim, value]) => [
      claim,
      sealer.seal(key, { subject, objectId, claim }, JSON.stringify(value)),
    ]),
  )
