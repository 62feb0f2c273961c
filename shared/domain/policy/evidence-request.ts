import type { Acceptance } from './service.ts'

/** How much is asked about evidence: all that a person may want to see, what the rules read, or nothing that no rule reads. */
export type EvidenceDetail = 'whole' | 'read' | 'only-if-read'

/** What acceptances that are asked for together read of evidence. */
export interface EvidenceWish {
  readonly accept: Acceptance
  /** Whether the names of those who checked decide something. */
  readonly byVerifier: boolean
}

const types = ['document', 'electronic_record', 'vouch', 'electronic_signature']

/**
 * Each entry is a filter and a template of the answer, entries are alternatives, and `type` is the one mandatory member
 * (OIDC4IDA §5.7.3). An acceptance that wants no evidence in particular must not lose what rests on any, so all types are asked
 * for. eSignet refuses an explicit null and an empty list, hence `undefined` for nothing.
 */
export const evidenceRequest = (
  wishes: readonly EvidenceWish[],
  detail: EvidenceDetail,
): readonly unknown[] | undefined => {
  const isRead = wishes.some(({ accept, byVerifier }) => byVerifier || accept.evidence !== undefined)
  if (detail === 'only-if-read' && !isRead) return undefined
  const wanted = new Set(wishes.flatMap(({ accept }) => accept.evidence?.anyOf.map(({ type }) => type) ?? types))
  return [...wanted].map((type) => entry(type, detail === 'whole' ? everything : readOf(wishes, type)))
}

interface Reading {
  readonly checks: Readonly<Record<string, null>> | undefined
  readonly kind: boolean
  readonly expiry: boolean
  readonly issuer: boolean
}

const everything: Reading = {
  checks: { check_method: null, organization: null, time: null },
  kind: true,
  expiry: true,
  issuer: true,
}

const readOf = (wishes: readonly EvidenceWish[], type: string): Reading => {
  const rules = wishes
    .flatMap(({ accept }) => accept.evidence ?? [])
    .filter(({ anyOf }) => anyOf.some((one) => one.type === type))
  return {
    checks: wishes.some(({ byVerifier }) => byVerifier) ? { organization: null } : undefined,
    kind: rules.some(({ anyOf }) => anyOf.some((one) => one.type === type && one.documents !== undefined)),
    expiry: rules.some(({ notExpired }) => notExpired === true),
    issuer: false,
  }
}

/** Where each type keeps what was looked at; a signature has no checks and no expiry (OIDC4IDA, evidence element). */
const entry = (type: string, { checks, kind, expiry, issuer }: Reading): unknown => {
  if (type === 'electronic_signature')
    return { type: { value: type }, ...(kind ? { signature_type: null } : {}), ...(issuer ? { issuer: null } : {}) }
  const { member, from } = detailsOf(type)
  const details = {
    ...(kind ? { type: null } : {}),
    ...(issuer && from !== undefined ? { [from]: { name: null } } : {}),
    ...(expiry ? { date_of_expiry: null } : {}),
  }
  return {
    type: { value: type },
    ...(checks === undefined ? {} : { check_details: [checks] }),
    ...(Object.keys(details).length === 0 ? {} : { [member]: details }),
  }
}

/** Who vouches is a person, and nobody here needs to know them. */
const detailsOf = (type: string): { readonly member: string; readonly from: string | undefined } => {
  if (type === 'electronic_record') return { member: 'record', from: 'source' }
  if (type === 'vouch') return { member: 'attestation', from: undefined }
  return { member: 'document_details', from: 'issuer' }
}
