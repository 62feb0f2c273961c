import { type Refusal, refusal } from '../../kernel/codes.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { ProviderProfile } from '../provider/profile.ts'

/** The authorization response as it reached the redirection endpoint (RFC 6749 §4.1.2), each parameter at most once. */
export interface AuthorizationResponse {
  readonly state?: string
  readonly code?: string
  /** RFC 9207. */
  readonly iss?: string
  readonly error?: string
  /** Members of a response type that was not asked for: an ID token, an access token, a JWT-secured response. */
  readonly unasked?: true
}

/**
 * The code, if this response may be believed. With both `code` and `error` the error counts: the code is never sent.
 * `issuer` is the provider's issuer as configured and discovered.
 */
export const readCode = (
  response: AuthorizationResponse,
  provider: { readonly issuer: string; readonly profile: ProviderProfile },
): Result<string, Refusal> => {
  if (response.unasked) return refused(refusal('parameter-invalid', 'an answer of another response type'))
  if (response.error !== undefined) return refused(readErrorOf(response, response.error, provider))
  if (response.iss === undefined && provider.profile.issuerParameter !== 'absent')
    return refused(refusal('issuer-parameter-missing'))
  // RFC 9207 §2.4: simple string comparison, nothing is normalised.
  if (response.iss !== undefined && response.iss !== provider.issuer)
    return refused(refusal('issuer-parameter-mismatch'))
  if (response.code === undefined) return refused(refusal('code-missing'))
  return ok(response.code)
}

/** An error that names another provider, or names none where this one always does, says nothing about this login's person. */
const readErrorOf = (
  { iss }: AuthorizationResponse,
  error: string,
  { issuer, profile }: { readonly issuer: string; readonly profile: ProviderProfile },
): Refusal => {
  if (iss !== undefined && iss !== issuer) return refusal('issuer-parameter-mismatch')
  if (iss === undefined && profile.issuerParameter === 'always') return refusal('issuer-parameter-missing')
  return readError(error, profile)
}

/** eSignet's error vocabulary is its own; the profile sorts it into what a person can be told. Unknown words are technical. */
export const readError = (error: string, profile: ProviderProfile): Refusal => {
  const known = profile.errors.find((row) => row.errors.includes(error))
  return refusal(known?.code ?? 'provider-error', known ? error : undefined)
}
