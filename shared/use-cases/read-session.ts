import type { PlainClaims } from '../domain/claims/plain-claims.ts'
import { decide } from '../domain/policy/decide.ts'
import type { Decision } from '../domain/policy/decision.ts'
import type { Service } from '../domain/policy/service.ts'
import type { Session } from '../domain/session/session.ts'
import type { SealedPlainClaims } from '../domain/verified-claims/sealed-claims.ts'
import type { Verification } from '../domain/verified-claims/verified-claims.ts'
import { type Refusal, refusal } from '../kernel/codes.ts'
import { ok, type Result, refused } from '../kernel/result.ts'
import { sha256 } from '../kernel/sha256.ts'
import type { Clock } from '../ports/clock.ts'
import type { Sealer } from '../ports/sealer.ts'
import type { ServiceDirectory } from '../ports/service-directory.ts'
import type { Sessions } from '../ports/sessions.ts'
import type { SubjectKeyring } from '../ports/subject-keys.ts'
import type { KeptClaims, VerifiedClaimsStore } from '../ports/verified-claims.ts'
import { openClaims, type Sealed } from './open-claims.ts'
import { fromFault } from './refused-login.ts'
import { plainObjectId } from './remember-login.ts'

export interface ReadSessionNeeds {
  readonly services: ServiceDirectory
  readonly sessions: Sessions
  readonly verifiedClaims: VerifiedClaimsStore
  readonly subjectKeyring: SubjectKeyring
  readonly sealer: Sealer
  readonly clock: Clock
}

/** Who is here, how strongly known, what was released to this service with this login, and what it suffices for. */
export interface SessionView {
  readonly service: Service
  readonly session: Session
  readonly decisions: Readonly<Record<string, Decision>>
  readonly claims: PlainClaims
  readonly verifiedClaims: readonly { readonly verification: Verification; readonly claims: PlainClaims }[]
}

export interface AskedSession {
  readonly service: string
  readonly sessionSecret?: string
  /** Origin of the page whose script asks; a program, or a page visit, has none. */
  readonly origin?: string
}

/** Reads the session behind a cookie and judges every act of the service anew, from what came with this login. */
export const readSession =
  (world: ReadSessionNeeds) =>
  async (asked: AskedSession): Promise<Result<SessionView, Refusal>> => {
    const service = world.services.find(asked.service)
    if (service === undefined) return refused(refusal('service-unknown'))
    // The portals of a stage share one API and may share a site: a script of one must not read a session at another.
    if (asked.origin !== undefined && asked.origin !== world.services.portalOf(service))
      return refused(refusal('origin-not-allowed'))
    if (asked.sessionSecret === undefined) return refused(refusal('session-missing'))
    return view(world, service, asked.sessionSecret).catch((error: unknown) => refused(fromFault(error)))
  }

const view = async (
  world: ReadSessionNeeds,
  service: Service,
  secret: string,
): Promise<Result<SessionView, Refusal>> => {
  const now = world.clock.now()
  const session = await world.sessions.find(sha256(secret), Math.floor(now / 1000))
  // A cookie of another service is no session here, and its owner need not learn more.
  if (session === undefined || session.service !== service.id) return refused(refusal('session-expired'))
  const kept = await world.verifiedClaims.of(service.id, session.subject, Math.floor(now / 1000))
  const ofThisLogin = kept.verified.filter(({ verification }) => session.facts.includes(verification.id))
  const facts = {
    authentication: { acr: session.acr, authTime: session.authTime },
    claimNames: session.claimNames,
    verifications: ofThisLogin.map(({ verification }) => verification),
  }
  const opened = await openAll(world, session, { ...kept, verified: ofThisLogin })
  return ok({
    service,
    session,
    decisions: Object.fromEntries(
      Object.entries(service.acts).map(([name, act]) => [name, decide(act, facts, world.services.vocabulary, now)]),
    ),
    ...opened,
  })
}

/** With the subject's key gone the metadata still stands, the values do not: that is what erasure means. */
const openAll = async (
  { subjectKeyring, sealer }: ReadSessionNeeds,
  { subject, claimNames }: Session,
  { verified, plain }: KeptClaims,
): Promise<Pick<SessionView, 'claims' | 'verifiedClaims'>> => {
  const key = await subjectKeyring.open(subject)
  return {
    claims: plain === undefined ? {} : openClaims(sealer, key, plainOfThisLogin(subject, claimNames, plain)),
    verifiedClaims: verified.map(({ verification, values, keyId }) => ({
      verification,
      claims: openClaims(sealer, key, { subject, objectId: verification.id, keyId, values }),
    })),
  }
}

const plainOfThisLogin = (
  subject: string,
  claimNames: readonly string[],
  { values, keyId }: SealedPlainClaims,
): Sealed => ({
  subject,
  objectId: plainObjectId,
  keyId,
  values: Object.fromEntries(
    Object.entries(values).filter(([name]) => claimNames.includes(name.split('#', 1)[0] ?? name)),
  ),
})
