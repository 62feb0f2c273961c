import { callerAlgorithms } from '../../domain/back-channel/algorithms.ts'
import { type Refusal, type RefusalCode, refusals } from '../../kernel/codes.ts'
import { type Answer, json } from './answer.ts'

/** Error words of RFC 6749 §5.2 and RFC 9449 §5, with the status that goes with them. */
const errors: Partial<Readonly<Record<RefusalCode, readonly [status: number, error: string]>>> = {
  'media-type-unsupported': [415, 'invalid_request'],
  'body-too-large': [413, 'invalid_request'],
  'parameter-invalid': [400, 'invalid_request'],
  'grant-unsupported': [400, 'unsupported_grant_type'],
  'scope-unknown': [400, 'invalid_scope'],
  'client-unauthenticated': [401, 'invalid_client'],
  'proof-invalid': [400, 'invalid_dpop_proof'],
  'proof-replayed': [400, 'invalid_dpop_proof'],
  'key-unavailable': [503, 'temporarily_unavailable'],
  'store-unavailable': [503, 'temporarily_unavailable'],
}

/**
 * A refusal as OAuth tells it: `error` for the client's library, `error_description` and `error_uri` for its developers, and
 * beside them our own code and reference. Nothing of the request is repeated.
 */
export const oauthError = (
  { code }: Refusal,
  { traceId, problemPages }: { readonly traceId: string; readonly problemPages: string },
): Answer => {
  const [status, error] = errors[code] ?? [500, 'server_error']
  const body = { error, error_description: refusals[code].title, error_uri: `${problemPages}${code}`, code, traceId }
  return json(status, body, { pragma: 'no-cache', ...also(status) })
}

/**
 * RFC 9110 §15.5.2 wants a challenge with every 401. No scheme is registered for assertions; `Basic` would invite somebody to
 * send a secret, so it is the scheme of the token that was asked for.
 */
const also = (status: number): Readonly<Record<string, string>> => {
  if (status === 401) return { 'www-authenticate': `DPoP algs="${callerAlgorithms.join(' ')}"` }
  return status === 503 ? { 'retry-after': '5' } : {}
}
