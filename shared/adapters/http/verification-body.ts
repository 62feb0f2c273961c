import type { Verification } from '../../domain/verified-claims/verified-claims.ts'

/** What is said of a verification wherever it leaves. An allow-list: what is not named here does not. */
export const verificationBody = (verification: Verification) => ({
  id: verification.id,
  origin: verification.origin,
  trustFramework: verification.trustFramework,
  assuranceLevel: verification.assuranceLevel,
  verifiers: verification.verifiers,
  time: verification.time?.at,
  timeZoneAssumed: verification.time?.zoneAssumed,
  evidence: verification.evidence.map(({ type, kind, issuer, expires, checkMethods }) => ({
    type,
    document: kind,
    issuer,
    expires,
    checkMethods,
  })),
  conflicts: verification.conflicts,
})
