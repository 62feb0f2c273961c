import { words } from '../authorization/authorization-request.ts'
import { type ClaimsRequest, parseClaimsRequest } from '../claims/claims-request.ts'
import { isObject, isText, member } from '../json.ts'
import type { Client } from '../registry/client.ts'
import type { World } from '../world.ts'
import type { AuthorizeParameters } from './parameters.ts'

/** Why an authorization request is refused, once client and address are known. */
export interface RequestProblem {
  readonly error: string
  readonly description: string
}

const problem = (error: string, description: string): RequestProblem => ({ error, description })

/** The address an answer goes to: registered exactly as sent, or the only one when none is sent. */
export function redirectUriFor(client: Client, sent: string | undefined): string | undefined {
  if (sent !== undefined) return client.redirectUris.includes(sent) ? sent : undefined
  return client.redirectUris.length === 1 ? client.redirectUris[0] : undefined
}

/** The rules both at PAR and at the authorization endpoint. */
export function problemOf(request: AuthorizeParameters, client: Client, world: World): RequestProblem | undefined {
  const rules = world.dialect.authorization
  const { responseType, responseMode = 'query', nonce = '', prompt } = request
  if (responseType !== 'code') return problem('unsupported_response_type', 'Only code is supported')
  if (responseMode !== 'query') return problem('invalid_request', 'Only the response mode query is supported')
  const scopes = words(request.scope)
  if (!scopes.every((scope) => rules.scopes.includes(scope))) return problem('invalid_scope', 'Unknown scope')
  if (nonce.length > (rules.longestNonce ?? Number.POSITIVE_INFINITY)) {
    return problem('invalid_request', 'nonce is too long')
  }
  const prompts = ['none', 'login', 'consent', 'select_account']
  if (prompt !== undefined && !prompts.includes(prompt)) return problem('invalid_request', 'Unknown prompt')
  return proofKeyProblem(request, client)
}

/** RFC 7636 §4.3: S256 only, and a challenge of its length. */
function proofKeyProblem(request: AuthorizeParameters, client: Client): RequestProblem | undefined {
  const { codeChallenge, codeChallengeMethod } = request
  if (codeChallenge === undefined && codeChallengeMethod === undefined) {
    const required = client.additionalConfig.require_pkce === true
    return required ? problem('invalid_request', 'code_challenge is required') : undefined
  }
  const fits = codeChallengeMethod === 'S256' && /^[\w-]{43}$/.test(codeChallenge ?? '')
  return fits ? undefined : problem('invalid_request', 'Invalid code_challenge or code_challenge_method')
}

/** Nobody is logged in here before a flow, so two prompts can only fail. */
export function promptProblem(prompt: string | undefined): RequestProblem | undefined {
  if (prompt === 'none') return problem('login_required', 'There is no session')
  if (prompt === 'select_account') return problem('account_selection_required', 'Accounts cannot be selected')
  return undefined
}

/** @returns undefined when they break the grammar; of `id_token` only `sub` is looked at */
export function claimsOf(value: unknown): { claims: ClaimsRequest; wantedSub: string | undefined } | undefined {
  try {
    const userinfo = member(value, 'userinfo')
    const claims = parseClaimsRequest(isObject(value) ? { userinfo } : value)
    const wanted = [member(value, 'id_token'), userinfo].map((part) => member(member(part, 'sub'), 'value'))
    return { claims, wantedSub: wanted.find(isText) }
  } catch {
    return undefined
  }
}
