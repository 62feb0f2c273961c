import { createHash } from 'node:crypto'
import { calculateJwkThumbprint, createLocalJWKSet, EmbeddedJWK, type JWTPayload, jwtVerify } from 'jose'
import type { PublicJwk } from '../../../../shared/ports/client-key.ts'

/** The client as it is registered. */
export interface RegisteredClient {
  readonly clientId: string
  readonly redirectUri: string
  readonly keys: readonly PublicJwk[]
}

/** What the relying party did wrong; a provider that is cruel must still be exact. */
export class Complaint extends Error {}

export const demand = (holds: boolean, otherwise: string): void => {
  if (!holds) throw new Complaint(otherwise)
}

/** Identifiers that may be used once. */
export const onlyOnce = (): ((id: unknown, what: string) => void) => {
  const seen = new Set<unknown>()
  return (id, what) => {
    demand(typeof id === 'string' && id.length >= 16 && !seen.has(id), `${what} was used before, or is none`)
    seen.add(id)
  }
}

/** RFC 7523 §3, FAPI 2.0 §5.3.3.1 no. 5: signed by the registered key, for this provider alone, short-lived, never seen. */
export const judgeAssertion = async (
  form: URLSearchParams,
  { clientId, keys }: RegisteredClient,
  expected: { readonly audience: string; readonly algorithm: string },
): Promise<JWTPayload> => {
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  demand(form.get('client_assertion_type') === type, 'the client assertion has another type')
  demand(form.get('client_id') === clientId, 'the client names itself otherwise')
  demand(!form.has('client_secret'), 'a client secret was sent')
  const registered = createLocalJWKSet({ keys: keys.map((key) => ({ ...key, alg: expected.algorithm })) })
  const { payload } = await jwtVerify(form.get('client_assertion') ?? '', registered, {
    algorithms: [expected.algorithm],
    issuer: clientId,
    subject: clientId,
    requiredClaims: ['exp', 'iat', 'jti'],
  }).catch((error: Error) => complain(`client assertion: ${error.message}`))
  demand(payload.aud === expected.audience, 'the client assertion is for another audience')
  demand((payload.exp ?? 0) - (payload.iat ?? 0) <= 300, 'the client assertion lives too long')
  return payload
}

export interface ProofPlace {
  readonly method: string
  readonly url: string
  /** The token it must be bound to, at a resource. */
  readonly accessToken?: string
}

/** RFC 9449 §4.3: the checks a server makes, but for the nonce, which is a conversation and no mistake. */
export const judgeProof = async (
  proof: string | undefined,
  at: ProofPlace,
): Promise<{ readonly thumbprint: string; readonly claims: JWTPayload }> => {
  const { payload, protectedHeader } = await jwtVerify(proof ?? '', EmbeddedJWK, {
    typ: 'dpop+jwt',
    algorithms: ['ES256'],
    maxTokenAge: 60,
    requiredClaims: ['jti', 'htm', 'htu'],
  }).catch((error: Error) => complain(`DPoP proof: ${error.message}`))
  demand(payload['htm'] === at.method, 'the DPoP proof is for another method')
  demand(payload['htu'] === at.url, 'the DPoP proof is for another address')
  const ath = at.accessToken === undefined ? undefined : hashOf(at.accessToken)
  demand(payload['ath'] === ath, 'the DPoP proof is for another access token')
  const { jwk } = protectedHeader
  return { thumbprint: jwk === undefined ? '' : await calculateJwkThumbprint(jwk), claims: payload }
}

/** RFC 7636 §4.6. */
export const judgeVerifier = (verifier: string | null, challenge: string | undefined): void => {
  demand(/^[A-Za-z0-9_.~-]{43,128}$/.test(verifier ?? ''), 'the code verifier is malformed')
  demand(hashOf(verifier ?? '') === challenge, 'the code verifier does not match')
}

/** What must be in every authorization request, pushed or not. */
export const judgeRequest = (request: Readonly<Record<string, string>>, client: RegisteredClient): void => {
  demand(request['client_id'] === client.clientId, 'the request names another client')
  demand(request['response_type'] === 'code', 'the response type is not code')
  demand(request['redirect_uri'] === client.redirectUri, 'the redirect URI is not registered')
  demand((request['scope'] ?? '').split(' ').includes('openid'), 'the scope lacks openid')
  demand(request['code_challenge_method'] === 'S256', 'the code challenge method is not S256')
  for (const name of ['state', 'nonce', 'code_challenge'])
    demand((request[name] ?? '').length >= 22, `${name} is missing or too short`)
}

const hashOf = (text: string): string => createHash('sha256').update(text, 'ascii').digest('base64url')

const complain = (words: string): never => {
  throw new Complaint(words)
}
