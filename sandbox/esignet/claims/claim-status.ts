import type { Identity, Verification } from '../identity.ts'
import { fieldFor } from '../identity-system/claim-mapping.ts'
import { isObject } from '../json.ts'
import type { VerifiedClaimsRequest } from './claims-request.ts'
import { meetsMaxAge } from './constraint.ts'
import type { ResolvedClaims } from './resolve-claims.ts'

/** What the claim-details answer says of one claim; it never changes what userinfo returns. */
export interface ClaimStatus {
  readonly claim: string
  readonly available: boolean
  readonly verified: boolean
}

export function claimStatuses(identity: Identity, claims: ResolvedClaims, now: Date): ClaimStatus[] {
  return [...claims.essential, ...claims.voluntary].map((claim) => {
    const field = fieldFor(claim)
    const requests = claims.verified.filter((item) => item.claims.has(claim))
    const covering = identity.verifications.filter(
      (row) => row.status === 'active' && field !== undefined && row.fields.includes(field),
    )
    // Asked as verified: some verification must match. Not asked: any verification counts.
    const verified =
      requests.length === 0
        ? covering.length > 0
        : requests.some((item) => covering.some((row) => matches(item, row, now)))
    return { claim, available: field !== undefined && identity[field] !== undefined, verified }
  })
}

/** eSignet's own matcher: framework, level, process and time; evidence is not looked at. */
function matches(request: VerifiedClaimsRequest, row: Verification, now: Date): boolean {
  const { trust_framework, assurance_level, verification_process, time } = request.verification
  return (
    meets(trust_framework, row.trustFramework) &&
    meets(assurance_level, row.assuranceLevel) &&
    meets(verification_process, row.verificationProcess) &&
    (time === null || time === undefined || meetsMaxAge(time, row.time, now))
  )
}

/** Null asks for nothing; a constraint without `value` or `values` (`{}`, `{essential:true}`) never matches. */
function meets(constraint: unknown, stored: string | undefined): boolean {
  if (constraint === undefined || constraint === null) return true
  if (!isObject(constraint) || stored === undefined) return false
  const { value, values } = constraint
  return value === stored || (Array.isArray(values) && values.includes(stored))
}
