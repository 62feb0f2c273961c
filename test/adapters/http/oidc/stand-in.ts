import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { SignJWT } from 'jose'
import { identityProvider } from '../../../../shared/adapters/http/oidc/identity-provider.ts'
import type { SignedClaims } from '../../../../shared/domain/claims/signed-claims.ts'
import type { ProviderProfile } from '../../../../shared/domain/provider/profile.ts'
import type { ProviderClient, Tokens } from '../../../../shared/ports/identity-provider.ts'
import { esignet18 } from '../../../../shared/providers/esignet/release-1.8.ts'
import { listen, type Received } from '../local-server.ts'

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const pair = keyPair()
export const privateKey: KeyObject = pair.privateKey
const publicJwk = { ...pair.publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig' }

/** The key of somebody who is not the provider. */
export const strangersKey: KeyObject = createPrivateKey(keyPair().privateKey.export({ type: 'pkcs8', format: 'pem' }))

export const signed = (claims: Record<string, unknown>, header: Record<string, unknown> = {}, key = privateKey) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'PS256', kid: 'key-1', ...header }).sign(key)

type Answer = (response: ServerResponse, request: Received) => unknown

/** What an endpoint says, as JSON unless the headers say otherwise. */
export const says =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body))

export const breaks: Answer = (response) => response.destroy()

/** Promises more than it says. */
export const breaksWithin: Answer = (response) => {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': '100' })
  response.write('{"request_uri":', () => response.destroy())
}

export const nonsense: Answer = (response) => response.socket?.end('I have nothing to say.\r\n\r\n')

export type Endpoint = 'discovery' | 'jwks' | 'par' | 'token' | 'userinfo'

/** A provider on this machine that answers as it is told, wrongly if that is asked of it, and what our adapter makes of it. */
export const standIn = async (answers: Partial<Record<Endpoint, Answer>> = {}, now: () => number = () => 0) => {
  const said: Partial<Record<Endpoint, Answer>> = { ...answers }
  const usual: Record<Endpoint, Answer> = {
    discovery: (response, request) => says(200, metadataOf(server.origin))(response, request),
    jwks: says(200, { keys: [publicJwk] }),
    par: says(201, { request_uri: 'urn:ietf:params:oauth:request_uri:abc-123', expires_in: 60 }),
    token: says(200, { access_token: 'access', id_token: await signed({ sub: 'x' }), token_type: 'Bearer' }),
    userinfo: says(200, await signed({ sub: 'x' }), { 'content-type': 'application/jwt' }),
  }
  const server = await listen((response, request) => {
    const endpoint = endpointOf(request.path)
    return (said[endpoint] ?? usual[endpoint])(response, request)
  })
  const profile: ProviderProfile = esignet18
  const discovery = new URL(`${server.origin}/.well-known/openid-configuration`)
  return {
    ...server,
    /** Changes what an endpoint says from now on. */
    say: (endpoint: Endpoint, answer: Answer) => {
      said[endpoint] = answer
    },
    asked: (endpoint: Endpoint) => server.received.filter(({ path }) => endpointOf(path) === endpoint),
    provider: identityProvider({ discovery, issuer: server.origin, profile }, now),
  }
}

export const metadataOf = (origin: string) => ({
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  userinfo_endpoint: `${origin}/userinfo`,
  jwks_uri: `${origin}/jwks`,
  pushed_authorization_request_endpoint: `${origin}/par`,
  code_challenge_methods_supported: ['S256'],
})

const endpointOf = (path: string): Endpoint => {
  const [, first = ''] = path.split(/[/?]/)
  return first === 'jwks' || first === 'par' || first === 'token' || first === 'userinfo' ? first : 'discovery'
}

/** Us, towards that provider. */
export const client = (clientId = 'client-1'): ProviderClient => ({ clientId, senderConstrained: false })

/** What an exchange left behind, as far as asking for UserInfo needs it. */
export const tokens = (accessToken: string): Tokens => ({
  accessToken,
  idToken: { claims: {}, keyId: 'k' } as unknown as SignedClaims,
})

export const authenticate = async () => 'the.client.assertion'

/** The code of the refusal an answer is, or of the fault a rejection is. */
export const endOf = async (deed: Promise<unknown>): Promise<unknown> => {
  try {
    const end = await deed
    return typeof end === 'object' && end !== null && 'refusal' in end ? end.refusal : end
  } catch (error) {
    return error instanceof Error && 'code' in error ? { fault: error.code } : { crash: error }
  }
}
