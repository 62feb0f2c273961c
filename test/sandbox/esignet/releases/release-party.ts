import { createHash, randomBytes } from 'node:crypto'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { driveLogin } from '../../../../sandbox/esignet/drive.ts'
import type { Deployment, Release } from '../../../../sandbox/esignet/start.ts'
import { asha } from '../people.ts'
import { acr, type Form, object, post } from '../relying-party.ts'

const random = () => randomBytes(24).toString('base64url')
const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

/** How a client of that release is registered, and what its assertions look like. */
const manners = {
  '1.5': { door: 'oauth-client', alg: 'RS256', audience: 'token_endpoint' },
  '1.6': { door: 'client', alg: 'RS256', audience: 'token_endpoint' },
  '1.7': { door: 'client', alg: 'ES256', audience: 'issuer' },
  '1.8': { door: 'client', alg: 'ES256', audience: 'issuer' },
  '2.0': { door: 'client', alg: 'ES256', audience: 'issuer' },
} as const

export type ReleaseParty = Awaited<ReturnType<typeof newReleaseParty>>

/** A relying party that knows the release it talks to, and takes every address from discovery. */
export async function newReleaseParty(
  deployment: Deployment,
  overrides: Record<string, unknown> = {},
  now = () => new Date(),
) {
  const manner = manners[deployment.release]
  const metadata = await object(await fetch(deployment.discovery))
  const endpoint = (name: string) => String(metadata[name])
  const { publicKey, privateKey } = await generateKeyPair(manner.alg, { extractable: true })
  const clientId = `client-${random()}`
  const request = {
    clientId,
    clientName: 'Omera Bank',
    clientNameLangMap: { eng: 'Omera Bank' },
    publicKey: { ...(await exportJWK(publicKey)), kid: 'sig-1', use: 'sig', alg: manner.alg },
    relyingPartyId: 'omera-bank',
    userClaims: ['name', 'birthdate', 'email'],
    authContextRefs: [acr('generated-code'), acr('biometrics')],
    logoUri: 'https://bank.example/logo.png',
    redirectUris: ['https://bank.example/callback'],
    grantTypes: ['authorization_code'],
    clientAuthMethods: ['private_key_jwt'],
    ...overrides,
  }
  const manage = async (method: string, path: string, body: unknown) => {
    const response = await fetch(`${deployment.issuer}/v1/esignet/client-mgmt${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: JSON.stringify({ requestTime: now().toISOString(), request: body }) }),
    })
    return { status: response.status, body: await object(response) }
  }
  const registered = await manage('POST', `/${manner.door}`, request)

  const assertion = (claims: Record<string, unknown> = {}, header: { kid?: string } = { kid: 'sig-1' }) => {
    const second = Math.floor(now().getTime() / 1000)
    const aud = endpoint(manner.audience)
    const body = { iss: clientId, sub: clientId, aud, iat: second, exp: second + 60, jti: random(), ...claims }
    return new SignJWT(body).setProtectedHeader({ alg: manner.alg, ...header }).sign(privateKey)
  }
  const authenticated = async () => ({
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await assertion(),
  })
  const verifier = random()
  const authorization = (extra: Form = {}): Form => ({
    client_id: clientId,
    redirect_uri: 'https://bank.example/callback',
    response_type: 'code',
    scope: 'openid',
    nonce: random(),
    state: random(),
    acr_values: acr('generated-code'),
    code_challenge: digest(verifier),
    code_challenge_method: 'S256',
    ...extra,
  })
  const push = async (form: Form, headers: Record<string, string> = {}) =>
    post(endpoint('pushed_authorization_request_endpoint'), { ...(await authenticated()), ...form }, headers)
  const authorizeUrl = (form: Form) => {
    const pairs = Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
    return `${endpoint('authorization_endpoint')}?${new URLSearchParams(pairs)}`
  }
  const redeem = async (code: string, extra: Form = {}, headers: Record<string, string> = {}) =>
    post(
      endpoint('token_endpoint'),
      {
        grant_type: 'authorization_code',
        code,
        redirect_uri: 'https://bank.example/callback',
        code_verifier: verifier,
        ...(await authenticated()),
        ...extra,
      },
      headers,
    )
  /** Log Asha in with a code by message, and come back. */
  const login = async (form: Form, options: Partial<Parameters<typeof driveLogin>[0]> = {}) => {
    const asked = authorizeUrl(form)
    const answer = { authorizeUrl: asked, individualId: asha.individualId, factor: 'otp', consent: 'allow' } as const
    const { redirectTo } = await driveLogin({ ...answer, now, ...options })
    return new URL(redirectTo)
  }
  return {
    clientId,
    release: deployment.release,
    metadata,
    endpoint,
    request,
    registered,
    manage,
    assertion,
    authorization,
    authorizeUrl,
    push,
    login,
    redeem,
    /** A login by the plain way, up to the code. */
    code: async (form: Form = authorization()) => (await login(form)).searchParams.get('code') ?? '',
    pushedUrl: async (form: Form, headers: Record<string, string> = {}) => {
      const { body } = await push(form, headers)
      return authorizeUrl({ client_id: clientId, request_uri: String(body.request_uri) })
    },
    userinfo: (accessToken: string, headers: Record<string, string> = {}) =>
      fetch(endpoint('userinfo_endpoint'), { headers: { authorization: `Bearer ${accessToken}`, ...headers } }),
  }
}

export const releases: readonly Release[] = ['1.5', '1.6', '1.7', '1.8', '2.0']

/** A key to prove possession with (RFC 9449). */
export async function newDpopKey(alg: 'ES256' | 'PS256' | 'RS256' | 'EdDSA') {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  const jwk = await exportJWK(publicKey)
  return { jwk, prove: (proof: Proof) => proofOf(proof, alg, jwk, privateKey) }
}

interface Proof {
  readonly htm: string
  readonly htu: string
  readonly accessToken?: string
  readonly claims?: Record<string, unknown>
}

function proofOf({ htm, htu, accessToken, claims }: Proof, alg: string, jwk: JWK, key: CryptoKey): Promise<string> {
  const ath = accessToken === undefined ? {} : { ath: digest(accessToken) }
  const body = { htm, htu, iat: Math.floor(Date.now() / 1000), jti: random(), ...ath, ...claims }
  return new SignJWT(body).setProtectedHeader({ typ: 'dpop+jwt', alg, jwk }).sign(key)
}
