import { verificationBody } from '../../shared/adapters/http/verification-body.ts'
import type { Released } from '../../shared/use-cases/release-claims.ts'

/** The body of the claims door. An allow-list: what is not named here does not leave. */
export const claimsBody = (subject: string, act: string, { decision, claims, verifiedClaims }: Released) => ({
  subject,
  act,
  validUntil: decision.validUntil,
  lapsesFirst: decision.lapsesFirst,
  claims,
  verifiedClaims: verifiedClaims.map(({ verification, until, claims: values }) => ({
    ...verificationBody(verification),
    validUntil: until,
    claims: values,
  })),
  actHash: decision.actHash,
  factsDigest: decision.factsDigest,
  decidedAt: decision.decidedAt,
})
