import type { SessionView } from '../../shared/use-cases/read-session.ts'

type Decision = SessionView['decisions'][string]
type Evidence = SessionView['verifiedClaims'][number]['verification']['evidence'][number]

/** The body of the session door. An allow-list: what is not named here does not leave. Times are RFC 3339. */
export const sessionBody = ({ service, session, decisions, claims, verifiedClaims }: SessionView) => ({
  service: service.id,
  subject: session.subject,
  authentication: { acr: session.acr, authTime: instant(session.authTime) },
  since: instant(session.createdAt),
  until: instant(session.expiresAt),
  act: session.act,
  acts: Object.fromEntries(Object.entries(decisions).map(([act, decision]) => [act, actBody(decision)])),
  claims,
  verifiedClaims: verifiedClaims.map((object) => objectBody(object, decisions)),
})

const actBody = ({ outcome, validUntil, lapsesFirst, requirements }: Decision) => ({
  outcome,
  validUntil,
  lapsesFirst,
  requirements,
})

const objectBody = (
  { verification, claims }: SessionView['verifiedClaims'][number],
  decisions: SessionView['decisions'],
) => {
  const satisfied = Object.entries(decisions).flatMap(([act, { satisfiedBy }]) =>
    satisfiedBy.filter(({ id }) => id === verification.id).map(({ until }) => ({ act, until })),
  )
  return {
    id: verification.id,
    origin: verification.origin,
    trustFramework: verification.trustFramework,
    assuranceLevel: verification.assuranceLevel,
    verifiers: verification.verifiers,
    time: verification.time?.at,
    timeZoneAssumed: verification.time?.zoneAssumed,
    validUntil: satisfied.map(({ until }) => until).find((until) => until !== undefined),
    evidence: verification.evidence.map(evidenceBody),
    conflicts: verification.conflicts,
    claims,
    satisfies: satisfied.map(({ act }) => act),
  }
}

const evidenceBody = ({ type, kind, issuer, expires, checkMethods }: Evidence) => ({
  type,
  document: kind,
  issuer,
  expires,
  checkMethods,
})

/** Epoch seconds as RFC 3339. */
const instant = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
