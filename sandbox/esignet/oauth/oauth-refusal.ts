import type { Dialect } from '../dialects/dialect.ts'
import { EsignetError } from '../esignet-error.ts'
import { json } from '../http/answers.ts'
import type { Answer } from '../http/call.ts'
import { UseDpopNonce } from './dpop-nonce.ts'

/** Codes that go out under their own name since 1.7; every other one becomes `invalid_request`. */
const ownName = [
  'invalid_client',
  'invalid_grant',
  'invalid_scope',
  'unsupported_grant_type',
  'use_dpop_nonce',
  'invalid_dpop_proof',
]

/** Until 1.6 two codes had another name. */
const rawNames: Readonly<Record<string, string>> = {
  invalid_grant: 'invalid_transaction',
  invalid_client: 'invalid_assertion',
}

/** In the Go line: everything about who is calling is 401, what is wrong with a code `invalid_grant`. */
const rfcNames: Readonly<Record<string, readonly [status: number, error: string]>> = {
  invalid_client: [401, 'invalid_client'],
  invalid_client_id: [401, 'invalid_client'],
  invalid_grant: [400, 'invalid_grant'],
  invalid_scope: [400, 'invalid_scope'],
  invalid_target: [400, 'invalid_target'],
  unsupported_grant_type: [400, 'unsupported_grant_type'],
  invalid_dpop_proof: [400, 'invalid_dpop_proof'],
  invalid_request: [400, 'invalid_request'],
}

/** `{"error", "error_description"}` in the manner of the release; 500 for the unexpected. */
export function oauthRefusal(error: unknown, dialect: Dialect): Answer {
  const style = dialect.oauthErrors
  if (!(error instanceof EsignetError)) {
    return oauthAnswer(500, style === 'rfc' ? 'server_error' : 'unknown_error', String(error))
  }
  const { code } = error
  const [status, name] = named(code, style)
  return oauthAnswer(status, name, code, descriptionOf(error, style), challengeOf(error, dialect))
}

function named(code: string, style: Dialect['oauthErrors']): readonly [status: number, error: string] {
  if (style === 'collapsed') return [400, ownName.includes(code) ? code : 'invalid_request']
  if (style === 'rfc') return rfcNames[code] ?? [500, 'server_error']
  // What the identity system says is no rule of eSignet, and came out as a failure of it.
  return [isOfIdentitySystem(code) ? 500 : 400, rawNames[code] ?? code]
}

const isOfIdentitySystem = (code: string) => /^(mock-ida-|IDA-|data_exchange_failed)/.test(code)

function descriptionOf(error: EsignetError, style: Dialect['oauthErrors']): string {
  if (style === 'rfc' && error.code.startsWith('invalid_client')) return 'Invalid client credentials'
  const text = error.refusals[0]?.errorMessage ?? error.code
  return style === 'raw' ? (rawNames[text] ?? text) : text
}

function challengeOf(error: EsignetError, dialect: Dialect): Record<string, string> {
  if (error instanceof UseDpopNonce) return { 'dpop-nonce': error.nonce }
  return error.code === 'invalid_dpop_proof' ? { 'www-authenticate': dpopChallenge('invalid_dpop_proof', dialect) } : {}
}

/** RFC 9449 §7.1; the Java line names algorithms that its discovery does not. */
export function dpopChallenge(error: string, dialect: Dialect): string {
  const algs = dialect.dpop?.challengeAlgorithms
  const told = `DPoP error="${error}"`
  return algs && error === 'invalid_dpop_proof' ? `${told}, error_description="${error}", algs="${algs}"` : told
}

export function oauthAnswer(
  status: number,
  error: string,
  outcome: string,
  description = outcome,
  headers: Record<string, string> = {},
): Answer {
  const body = { error, error_description: description }
  return json(status, body, outcome, { 'cache-control': 'no-store', pragma: 'no-cache', ...headers })
}
