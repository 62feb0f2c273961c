import { createHash } from 'node:crypto'
import type { VerifiedClaimsRequest } from '../claims/claims-request.ts'
import { meetsValues } from '../claims/constraint.ts'
import type { Identity, Verification } from '../identity.ts'
import { member } from '../json.ts'
import { fieldFor } from './claim-mapping.ts'
import { claimMembers } from './claim-value.ts'
import type { VerifiedEntry } from './verified-entry.ts'

/**
 * What the stock identity system (0.13) releases: it filters by trust framework only, and says of a
 * verification nothing but framework and time. Rows are kept per person, framework and field; the first
 * matching row stamps the whole entry, even when other fields were verified under another framework.
 */
export function releaseAsMock(
  identity: Identity,
  requests: readonly VerifiedClaimsRequest[],
  accepted: readonly string[],
  languages: readonly string[],
): VerifiedEntry[] {
  return requests.flatMap((request) => {
    const names = [...request.claims.keys()].filter((name) => accepted.includes(name))
    const rows = names.flatMap((claim) => {
      const row = firstRow(identity, claim, request)
      return row ? [{ claim, row }] : []
    })
    const stamp = rows[0]?.row
    if (!stamp) return []
    const claims = Object.assign({}, ...rows.map(({ claim }) => claimMembers(identity, claim, languages)))
    if (Object.keys(claims).length === 0) return []
    return [{ verification: { trust_framework: stamp.trustFramework, time: savedAt(identity, stamp) }, claims }]
  })
}

function firstRow(identity: Identity, claim: string, request: VerifiedClaimsRequest): Verification | undefined {
  const field = fieldFor(claim)
  const framework = member(request.verification, 'trust_framework')
  return identity.verifications.find(
    (row) =>
      row.status === 'active' &&
      field !== undefined &&
      row.fields.includes(field) &&
      meetsValues(framework, row.trustFramework),
  )
}

/** The moment the row was saved: UTC without a zone, with the database's microseconds. */
function savedAt(identity: Identity, row: Verification): string {
  const iso = new Date(row.time).toISOString()
  const digest = createHash('sha256').update(`${identity.individualId} ${row.time}`).digest()
  const micros = String((digest.readUInt16BE(0) % 998) + 1).padStart(3, '0')
  return `${iso.slice(0, -1)}${micros}`
}
