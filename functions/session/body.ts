import { verificationBody } from '../../shared/adapters/http/verification-body.ts'
import type { SessionView } from '../../shared/use-cases/read-session.ts'

type Decision = SessionView['decisions'][string]

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
    ...verificationBody(verification),
    validUntil: satisfied.map(({ until }) => until).find((until) => until !== undefined),
    claims,
    satisfies: satisfied.map(({ act }) => act),
  }
}

/** Epoch seconds as RFC 3339. */
const instant = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
