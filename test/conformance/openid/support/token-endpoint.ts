import { randomBytes } from 'node:crypto'
import { leftHalfOfSha256 } from '../../../../shared/kernel/sha256.ts'
import { type Answer, type AuthorizationRequest, askedClaims, type Call, change, type Desk, subject } from './desk.ts'
import { demand, judgeAssertion, judgeProof, judgeVerifier } from './judge-client.ts'
import { newKeyring } from './keyring.ts'

const secret = (): string => randomBytes(32).toString('base64url')

/** RFC 6749 §4.1.3 with RFC 7523, RFC 7636 and RFC 9449: every check an exact server makes, then the answer. */
export const answerToken = async (desk: Desk, call: Call): Promise<Answer> => {
  const { form } = call
  demand(call.method === 'POST' && form.get('grant_type') === 'authorization_code', 'no authorization_code grant')
  const { audience, algorithm } = desk.profile.clientAssertion
  const assertion = await judgeAssertion(form, desk.client, {
    algorithm,
    audience: audience === 'issuer' ? desk.issuer : desk.addresses.token,
  })
  desk.onlyOnce(assertion.jti, 'the jti of a client assertion')
  const bound = await boundTo(desk, call)
  if (bound === 'another nonce')
    return { status: 400, body: { error: 'use_dpop_nonce' }, headers: { 'dpop-nonce': desk.nonces.token } }
  const request = redeem(desk, form)
  const accessToken = secret()
  desk.tokens.set(accessToken, { request, thumbprint: bound })
  const honest = {
    access_token: accessToken,
    token_type: bound === undefined ? 'Bearer' : 'DPoP',
    expires_in: 300,
    scope: request['scope'],
    // Nobody asked for it; a provider may send one all the same.
    refresh_token: secret(),
    id_token: await idTokenFor(desk, request, accessToken),
  }
  return { status: 200, body: change(desk, 'tokenResponse', honest), headers: nextNonce(desk) }
}

/** The thumbprint of the key that the token is bound to; nothing, where tokens are bearer tokens. */
const boundTo = async (desk: Desk, { headers }: Call): Promise<string | undefined> => {
  const proof = headers['dpop']
  if (desk.profile.proofOfPossession === 'never') {
    demand(proof === undefined, 'a DPoP proof was sent to a provider that knows none')
    return undefined
  }
  const at = { method: 'POST', url: desk.addresses.token }
  const { thumbprint, claims } = await judgeProof(typeof proof === 'string' ? proof : undefined, at)
  desk.onlyOnce(claims.jti, 'the jti of a DPoP proof')
  return desk.lie.dpopNonces === 'none' || claims['nonce'] === desk.nonces.token ? thumbprint : 'another nonce'
}

const nextNonce = (desk: Desk): Readonly<Record<string, string>> => {
  if (desk.profile.proofOfPossession === 'never' || desk.lie.dpopNonces === 'none') return {}
  desk.nonces.token = secret()
  return { 'dpop-nonce': desk.nonces.token }
}

/** A code is good once, for the redirect URI and the verifier it was given for. */
const redeem = (desk: Desk, form: URLSearchParams): AuthorizationRequest => {
  const code = form.get('code') ?? ''
  const request = desk.codes.get(code)
  demand(request !== undefined, 'the code is not known, or was used')
  desk.codes.delete(code)
  demand(form.get('redirect_uri') === request?.['redirect_uri'], 'the redirect URI is another than at the request')
  judgeVerifier(form.get('code_verifier'), request?.['code_challenge'])
  return request ?? {}
}

/** What the suite's own provider says, which leaves `auth_time` out; `acr` it says for its own ecosystems only. */
const idTokenFor = async (desk: Desk, request: AuthorizationRequest, accessToken: string): Promise<string> => {
  const now = Math.floor(Date.now() / 1000)
  const claims = change(desk, 'idToken', {
    iss: desk.issuer,
    sub: subject,
    aud: desk.client.clientId,
    nonce: request['nonce'],
    iat: now,
    exp: now + 300,
    at_hash: leftHalfOfSha256(accessToken),
    ...acrOf(request),
  })
  if (desk.lie.rotatesKeys === 'just-before-signing') desk.keys = await newKeyring()
  const honest = await desk.keys.sign(claims, { alg: desk.profile.idToken.algorithms[0] ?? 'RS256' })
  return desk.lie.signIdToken?.(claims, desk.keys, honest) ?? honest
}

/** Core §5.5.1.1: the first of the values that were asked for. */
const acrOf = (request: AuthorizationRequest): Readonly<Record<string, string>> => {
  const [first] = 'acr' in askedClaims(request, 'id_token') ? (request['acr_values'] ?? '').split(' ') : []
  return first === undefined ? {} : { acr: first }
}
