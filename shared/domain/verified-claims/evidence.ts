import { isObject, listOf, textOf } from './json.ts'
import { isRealDate } from './moment.ts'
import type { Evidence } from './verified-claims.ts'

/** Where each evidence type keeps what was looked at (OIDC4IDA verified-claims schema, evidence element). */
const detailsOf = {
  document: { member: 'document_details', kind: 'type', issuer: 'issuer', expires: 'date_of_expiry' },
  electronic_record: { member: 'record', kind: 'type', issuer: 'source', expires: 'date_of_expiry' },
  vouch: { member: 'attestation', kind: 'type', issuer: 'voucher', expires: 'date_of_expiry' },
  electronic_signature: { member: undefined, kind: 'signature_type', issuer: 'issuer', expires: undefined },
} as const

/** The evidence of known types, and the organisations that made the checks. Entries of unknown types are ignored. */
export const readEvidence = (value: unknown): { evidence: readonly Evidence[]; organisations: readonly string[] } => {
  const entries = listOf(value).filter(isObject)
  const checks = entries.flatMap((entry) => listOf(entry['check_details']).filter(isObject))
  return {
    evidence: entries.flatMap(readOne),
    organisations: [...new Set(checks.flatMap((check) => textOf(check['organization']) ?? []))],
  }
}

const readOne = (entry: Readonly<Record<string, unknown>>): Evidence[] => {
  const type = entry['type']
  if (typeof type !== 'string' || !Object.hasOwn(detailsOf, type)) return []
  const known = type as Evidence['type']
  const where = detailsOf[known]
  const details = where.member === undefined ? entry : entry[where.member]
  const kind = isObject(details) ? textOf(details[where.kind]) : undefined
  const issuer = isObject(details) ? nameOf(details[where.issuer]) : undefined
  const expires = isObject(details) && where.expires !== undefined ? dateOf(details[where.expires]) : undefined
  return [
    {
      type: known,
      ...(kind === undefined ? {} : { kind }),
      ...(issuer === undefined ? {} : { issuer }),
      ...(expires === undefined ? {} : { expires }),
      checkMethods: listOf(entry['check_details'])
        .filter(isObject)
        .flatMap((check) => textOf(check['check_method']) ?? []),
    },
  ]
}

const nameOf = (value: unknown): string | undefined =>
  textOf(value) ?? (isObject(value) ? textOf(value['name']) : undefined)

const dateOf = (value: unknown): string | undefined => {
  const date = textOf(value)
  return date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) && isRealDate(date) ? date : undefined
}
