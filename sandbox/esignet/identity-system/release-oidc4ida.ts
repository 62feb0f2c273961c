import type { VerifiedClaimsRequest } from '../claims/claims-request.ts'
import { meetsMaxAge, meetsValues } from '../claims/constraint.ts'
import type { Identity, Verification } from '../identity.ts'
import { isObject, type JsonObject } from '../json.ts'
import { fieldFor } from './claim-mapping.ts'
import { claimMembers } from './claim-value.ts'
import { minimise } from './minimise.ts'
import type { VerifiedEntry } from './verified-entry.ts'

/**
 * An identity system that speaks OpenID Connect for Identity Assurance 1.0: one entry per matching
 * verification, with the requested verification members and no others. An extension of the simulation.
 */
export function releaseOidc4ida(
  identity: Identity,
  requests: readonly VerifiedClaimsRequest[],
  accepted: readonly string[],
  languages: readonly string[],
  now: Date,
): VerifiedEntry[] {
  return requests.flatMap((request) =>
    identity.verifications
      .filter((verification) => verification.status === 'active')
      .flatMap((verification) => entryOf(identity, verification, request, accepted, languages, now)),
  )
}

function entryOf(
  identity: Identity,
  verification: Verification,
  request: VerifiedClaimsRequest,
  accepted: readonly string[],
  languages: readonly string[],
  now: Date,
): VerifiedEntry[] {
  const released = requestedMembers(request.verification, verification, now)
  if (!released) return []
  const covered = [...request.claims.keys()].filter((claim) => {
    const field = fieldFor(claim)
    return accepted.includes(claim) && field !== undefined && verification.fields.includes(field)
  })
  const claims = Object.assign({}, ...covered.map((claim) => claimMembers(identity, claim, languages)))
  return Object.keys(claims).length > 0 ? [{ verification: released, claims }] : []
}

/** The verification as asked for, or undefined when a constraint is not met. */
function requestedMembers(request: JsonObject, stored: Verification, now: Date): JsonObject | undefined {
  if (!meetsValues(request.trust_framework, stored.trustFramework)) return undefined
  if (!meetsValues(request.assurance_level, stored.assuranceLevel)) return undefined
  if (!meetsValues(request.verification_process, stored.verificationProcess)) return undefined
  if (!meetsMaxAge(request.time, stored.time, now)) return undefined
  // The trust framework is the one member OIDC4IDA always demands.
  const kept: Record<string, unknown> = { trust_framework: stored.trustFramework }
  if ('assurance_level' in request && stored.assuranceLevel) kept.assurance_level = stored.assuranceLevel
  if ('verification_process' in request && stored.verificationProcess) {
    kept.verification_process = stored.verificationProcess
  }
  if ('time' in request) kept.time = toMinutes(stored.time)
  if ('verifier' in request) {
    kept.verifier = isObject(request.verifier) ? minimise(request.verifier, stored.verifier) : stored.verifier
  }
  if ('evidence' in request) {
    const evidence = minimise(request.evidence, stored.evidence)
    if (evidence === undefined) return undefined
    kept.evidence = evidence
  }
  return kept
}

/** `YYYY-MM-DDThh:mmZ`, the form OIDC4IDA shows in its examples. */
const toMinutes = (time: string) => `${new Date(time).toISOString().slice(0, 16)}Z`
