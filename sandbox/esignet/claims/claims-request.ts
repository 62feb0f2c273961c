import { EsignetError } from '../esignet-error.ts'
import { isObject, isText, isTextList, type JsonObject, member } from '../json.ts'
import { checkVerification } from './verification-grammar.ts'

/** One claim asked for. `purpose` is accepted and never shown. */
export interface ClaimRequest {
  readonly essential: boolean
  readonly purpose?: string
}

/** One entry of `verified_claims` (OIDC4IDA §6.3), as far as the release understands it. */
export interface VerifiedClaimsRequest {
  readonly verification: JsonObject
  readonly claims: ReadonlyMap<string, ClaimRequest>
}

/** The `claims` parameter (OpenID Connect Core §5.5) after its grammar check. */
export interface ClaimsRequest {
  readonly userinfo: ReadonlyMap<string, ClaimRequest>
  readonly verifiedClaims: readonly VerifiedClaimsRequest[]
  readonly acrValues: readonly string[]
}

export const noClaims: ClaimsRequest = { userinfo: new Map(), verifiedClaims: [], acrValues: [] }

/**
 * @param value the parsed JSON of the parameter; null or undefined when it was not sent
 * @throws EsignetError `invalid_claim`, `invalid_verification`, `invalid_verified_claims`; and a plain Error for
 *   `id_token.acr` without `values`, which eSignet does not survive either (`unknown_error`)
 */
export function parseClaimsRequest(value: unknown): ClaimsRequest {
  if (value === undefined || value === null) return noClaims
  if (!isObject(value)) throw new EsignetError('invalid_claim')
  const userinfo = value.userinfo ?? {}
  if (!isObject(userinfo)) throw new EsignetError('invalid_claim')
  const { verified_claims: verified, ...plain } = userinfo
  return {
    userinfo: claimRequests(plain),
    verifiedClaims: verifiedItems(verified).map(verifiedClaimsRequest),
    acrValues: acrValuesOf(value.id_token),
  }
}

function claimRequests(claims: JsonObject): Map<string, ClaimRequest> {
  return new Map(Object.entries(claims).map(([name, request]) => [name, claimRequest(request)]))
}

function claimRequest(value: unknown): ClaimRequest {
  if (value === null) return { essential: false }
  if (!isObject(value)) throw new EsignetError('invalid_claim')
  const { essential = false, purpose, value: exact, values } = value
  if (typeof essential !== 'boolean') throw new EsignetError('invalid_claim')
  if (purpose !== undefined && !isPurpose(purpose)) throw new EsignetError('invalid_claim')
  if (isText(exact) && exact.length < 3) throw new EsignetError('invalid_claim')
  if (values !== undefined && !Array.isArray(values)) throw new EsignetError('invalid_claim')
  return isText(purpose) ? { essential, purpose } : { essential }
}

const isPurpose = (value: unknown) => isText(value) && value.length >= 3 && value.length <= 300

function verifiedItems(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function verifiedClaimsRequest(item: unknown): VerifiedClaimsRequest {
  if (!isObject(item)) throw new EsignetError('invalid_verified_claims')
  const { verification, claims, ...others } = item
  if (Object.keys(others).length > 0) throw new EsignetError('invalid_claim')
  if (!isObject(verification)) throw new EsignetError('invalid_verification')
  if (!isObject(claims) || Object.keys(claims).length === 0) throw new EsignetError('invalid_verified_claims')
  checkVerification(verification)
  return { verification, claims: claimRequests(claims) }
}

/** Of `id_token` only `acr.values` is read; other members are ignored and never reach the ID token. */
function acrValuesOf(idToken: unknown): readonly string[] {
  const acr = member(idToken, 'acr')
  if (acr === undefined || acr === null) return []
  const values = member(acr, 'values')
  if (!isTextList(values)) throw new Error('claims.id_token.acr.values is missing')
  return values
}
