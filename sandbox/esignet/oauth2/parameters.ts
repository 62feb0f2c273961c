import type { Call } from '../http/call.ts'
import { parseJson } from '../json.ts'
import type { PushedRequest } from '../oauth/pushed-request.ts'

/** The parameters of an authorization request as sent, wherever it was sent to. */
export interface AuthorizeParameters extends PushedRequest {
  readonly responseType: string | undefined
  readonly responseMode: string | undefined
}

export type Field = (name: string) => string | undefined

/** The form of a POST; a query is not read. */
export const formParameters = (call: Call) => new URLSearchParams(call.body)

/** Whether a parameter other than `resource` (RFC 8707) is there twice (RFC 6749 §3.1). */
export function repeats(parameters: URLSearchParams): boolean {
  const names = [...parameters.keys()].filter((name) => name !== 'resource')
  return new Set(names).size !== names.length
}

export const fieldOf =
  (parameters: URLSearchParams): Field =>
  (name) =>
    parameters.get(name) ?? undefined

/** @param redirectUri the one sent, or the only registered one */
export function authorizeParameters(field: Field, clientId: string, redirectUri: string): AuthorizeParameters {
  const claims = field('claims')
  return {
    clientId,
    redirectUri,
    responseType: field('response_type'),
    responseMode: field('response_mode'),
    scope: field('scope') ?? '',
    nonce: field('nonce'),
    state: field('state'),
    prompt: field('prompt'),
    acrValues: field('acr_values'),
    // What is no JSON is kept as a text, which no rule of claims accepts.
    claims: claims === undefined ? undefined : (parseJson(claims) ?? claims),
    claimsLocales: field('claims_locales'),
    codeChallenge: field('code_challenge'),
    codeChallengeMethod: field('code_challenge_method'),
    idTokenHint: undefined,
    dpopJkt: field('dpop_jkt'),
  }
}
