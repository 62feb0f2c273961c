import { EsignetError } from '../esignet-error.ts'
import { json } from '../http/answers.ts'
import type { Answer } from '../http/call.ts'

/** Codes that go out under their own name; every other one becomes `invalid_request`. */
const ownName = [
  'invalid_client',
  'invalid_grant',
  'invalid_scope',
  'unsupported_grant_type',
  'use_dpop_nonce',
  'invalid_dpop_proof',
]

/** `{"error", "error_description"}`: 400 for every rule (invalid_client too), 500 for the unexpected. */
export function oauthRefusal(error: unknown): Answer {
  if (!(error instanceof EsignetError)) return oauthAnswer(500, 'unknown_error', String(error))
  return oauthAnswer(400, ownName.includes(error.code) ? error.code : 'invalid_request', error.code, error)
}

export function oauthAnswer(status: number, error: string, code: string, cause?: EsignetError): Answer {
  const description = cause?.refusals[0]?.errorMessage ?? code
  const body = { error, error_description: description }
  return json(status, body, code, { 'cache-control': 'no-store', pragma: 'no-cache' })
}
