import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { ProviderProfile } from '../../../../shared/domain/provider/profile.ts'
import { listen, type Received } from '../../../adapters/http/local-server.ts'
import { answerAuthorize, answerPushed } from './authorization-endpoints.ts'
import { type Answer, type Call, change, type Desk, type Endpoint, endpoints } from './desk.ts'
import type { Deviation } from './deviation.ts'
import { Complaint, onlyOnce, type RegisteredClient } from './judge-client.ts'
import { decoyOf, firstKeyring, type Members, newKeyring } from './keyring.ts'
import { answerToken } from './token-endpoint.ts'
import { answerUserInfo } from './userinfo-endpoint.ts'

/**
 * An OpenID provider over HTTP on this machine, for the length of one test, that departs from honesty in one thing and is exact in
 * all others: it verifies assertions, verifiers and proofs as the strictest server would, and complains about what it finds.
 */
export const hostileProvider = async (profile: ProviderProfile, lie: Deviation, client: RegisteredClient) => {
  const complaints: string[] = []
  const calls: { readonly endpoint: Endpoint | 'nowhere'; readonly call: Call }[] = []
  const server = await listen(async (response, request) => {
    const endpoint = endpoints.find((name) => desk.addresses[name] === `${server.origin}${pathOf(request)}`)
    const call = callOf(request)
    calls.push({ endpoint: endpoint ?? 'nowhere', call })
    const answer = endpoint === undefined ? { status: 404 } : await judged(answers[endpoint](desk, call), complaints)
    send(response, answer)
  })
  const desk = await openDesk(server.origin, profile, lie, client)
  return {
    discovery: new URL(desk.addresses.discovery),
    issuer: desk.issuer,
    addresses: desk.addresses,
    /** What the relying party did wrong in the eyes of an exact server. */
    complaints,
    /** Every request that came in, in order. */
    calls,
    called: (endpoint: Endpoint) => calls.filter((each) => each.endpoint === endpoint).map(({ call }) => call),
    /** New keys from now on; the old ones are gone. */
    rotateKeys: async () => {
      desk.keys = await newKeyring()
    },
  }
}

const openDesk = async (
  origin: string,
  profile: ProviderProfile,
  lie: Deviation,
  client: RegisteredClient,
): Promise<Desk> => {
  const issuer = `${origin}/test/a/verify-once${lie.issuerSuffix ?? ''}`
  const somewhere = () => `${origin}/${randomUUID()}`
  return {
    profile,
    lie,
    issuer,
    addresses: {
      discovery: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      jwks: somewhere(),
      par: somewhere(),
      authorize: somewhere(),
      token: somewhere(),
      userinfo: somewhere(),
    },
    client,
    keys: await firstKeyring(lie.namelessKeys === undefined ? 'with-kid' : 'without-kid'),
    onlyOnce: onlyOnce(),
    pushed: new Map(),
    codes: new Map(),
    tokens: new Map(),
    nonces: { token: randomUUID(), userinfo: randomUUID() },
  }
}

const answerDiscovery = async (desk: Desk): Promise<Answer> => ({ status: 200, body: metadataOf(desk) })

/** Discovery §3, RFC 9126 §5, RFC 9207 §3, RFC 9449 §5.1. */
const metadataOf = (desk: Desk): Members => {
  const { addresses, profile } = desk
  const honest = {
    issuer: desk.issuer,
    authorization_endpoint: addresses.authorize,
    token_endpoint: addresses.token,
    userinfo_endpoint: addresses.userinfo,
    jwks_uri: addresses.jwks,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: profile.idToken.algorithms,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: [profile.clientAssertion.algorithm],
    code_challenge_methods_supported: ['S256'],
    claims_parameter_supported: true,
  }
  const pushing = profile.pushedAuthorizationRequests === 'always'
  return change(desk, 'metadata', {
    ...honest,
    ...(pushing
      ? { pushed_authorization_request_endpoint: addresses.par, require_pushed_authorization_requests: true }
      : {}),
    ...(profile.issuerParameter === 'absent' ? {} : { authorization_response_iss_parameter_supported: true }),
    ...(profile.proofOfPossession === 'never' ? {} : { dpop_signing_alg_values_supported: profile.proofOfPossession }),
  })
}

/** FAPI 2.0 §5.4.3 no. 3: a decoy of the same name, not for signatures, and unrelated keys beside the right one. */
const answerKeys = async ({ keys, lie }: Desk): Promise<Answer> => {
  const strangers = await Promise.all(
    Array.from({ length: lie.namelessKeys?.strangers ?? 0 }, () => newKeyring('without-kid')),
  )
  const only = lie.namelessKeys?.strangers === 0
  const published = only ? keys.published.slice(0, 1) : [await decoyOf(keys), ...keys.published]
  return { status: 200, body: { keys: [...strangers.flatMap(({ published: theirs }) => theirs), ...published] } }
}

const answers: Readonly<Record<Endpoint, (desk: Desk, call: Call) => Promise<Answer>>> = {
  discovery: answerDiscovery,
  jwks: answerKeys,
  par: answerPushed,
  authorize: answerAuthorize,
  token: answerToken,
  userinfo: answerUserInfo,
}

/** A complaint is an answer, and is kept. */
const judged = async (deed: Promise<Answer>, complaints: string[]): Promise<Answer> => {
  try {
    return await deed
  } catch (error) {
    complaints.push(error instanceof Complaint ? error.message : `the provider broke: ${String(error)}`)
    return { status: 400, body: { error: 'invalid_request' } }
  }
}

const pathOf = ({ path }: Received): string => path.split('?', 1)[0] ?? ''

const callOf = ({ method, path, headers, body }: Received): Call => ({
  method,
  headers,
  query: new URL(path, 'http://127.0.0.1').searchParams,
  form: new URLSearchParams(body),
})

const send = (response: ServerResponse, { status, body, headers }: Answer): void => {
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers }).end(text)
}
