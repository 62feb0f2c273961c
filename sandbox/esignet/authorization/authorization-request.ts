import type { ClaimsRequest } from '../claims/claims-request.ts'

/** An authorization request after its field rules, whichever way it came. */
export interface AuthorizationRequest {
  readonly clientId: string
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly nonce: string | undefined
  readonly state: string | undefined
  readonly prompt: string | undefined
  readonly acrValues: readonly string[]
  readonly claims: ClaimsRequest
  readonly claimsLocales: readonly string[]
  readonly codeChallenge: string | undefined
  readonly codeChallengeMethod: string | undefined
  readonly idTokenHint: string | undefined
  readonly dpopJkt: string | undefined
}

export const words = (text: string | undefined): string[] => (text ?? '').split(' ').filter((word) => word !== '')

const displays = ['page', 'popup', 'touch', 'wap']
const prompts = ['none', 'login', 'consent', 'select_account']

// Blank counts as absent for the optional parameters.
export const isDisplay = (value: string | undefined) => !value || displays.includes(value)
/** Exactly one value: a list, legal in OpenID Connect Core §3.1.2.1, is refused. */
export const isPrompt = (value: string | undefined) => !value || prompts.includes(value)

/** Known, so that mixing it with OpenID scopes can be refused; credentials themselves are not simulated. */
const credentialScopes: readonly string[] = ['mosip_identity_vc_ldp']

/** At least one known scope; unknown ones are ignored. */
export const hasKnownScope = (scopes: readonly string[], openIdScopes: readonly string[]) =>
  scopes.some((scope) => openIdScopes.includes(scope) || credentialScopes.includes(scope))

/** OpenID scopes need `openid`, credential scopes keep to themselves; claims need `openid` as well. */
export function isScopeCombination(
  scopes: readonly string[],
  hasClaims: boolean,
  openIdScopes: readonly string[],
): boolean {
  const openId = scopes.filter((scope) => openIdScopes.includes(scope))
  const credential = scopes.some((scope) => credentialScopes.includes(scope))
  if (credential) return false
  return scopes.includes('openid') || (openId.length === 0 && !hasClaims)
}
