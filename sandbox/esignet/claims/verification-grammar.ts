import { EsignetError } from '../esignet-error.ts'
import { isObject, isText, isTextList, type JsonObject } from '../json.ts'

const evidenceTypes = ['document', 'electronic_record', 'vouch', 'electronic_signature']

/**
 * The members of `verification` the schema looks at; others pass unseen.
 * @throws EsignetError `invalid_claim`
 */
export function checkVerification(verification: JsonObject): void {
  const { trust_framework: framework, time, evidence } = verification
  if (framework === undefined) throw new EsignetError('invalid_claim')
  for (const name of ['trust_framework', 'assurance_level', 'verification_process']) {
    if (!isConstraint(verification[name])) throw new EsignetError('invalid_claim')
  }
  if (!isTime(time) || !isEvidence(evidence)) throw new EsignetError('invalid_claim')
}

function isConstraint(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (!isObject(value)) return false
  const { value: exact, values, essential } = value
  if (exact !== undefined && !(isText(exact) && exact.length >= 3)) return false
  if (values !== undefined && !isTextList(values)) return false
  return essential === undefined || typeof essential === 'boolean'
}

function isTime(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (!isObject(value)) return false
  const { max_age: maxAge } = value
  return maxAge === undefined || (typeof maxAge === 'number' && maxAge >= 0)
}

/** Absent or a list with something in it; an explicit null is refused. */
function isEvidence(value: unknown): boolean {
  if (value === undefined) return true
  return Array.isArray(value) && value.length > 0 && value.every(isEvidenceItem)
}

function isEvidenceItem(value: unknown): boolean {
  if (!isObject(value)) return false
  const { type, document_details: details } = value
  const exact = isObject(type) ? type.value : type
  if (!isText(exact) || !evidenceTypes.includes(exact)) return false
  if (!isObject(details) || details.issuer === undefined) return true
  return isObject(details.issuer)
}
