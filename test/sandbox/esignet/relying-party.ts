import { createHash, randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export type Form = Record<string, string | undefined>

const random = () => randomBytes(24).toString('base64url')

/** The `acr` of a factor. */
export const acr = (name: string) => `mosip:idp:acr:${name}`

/** Register a client with a fresh key, over HTTP, and act for it. Nothing here knows the product. */
export async function newRelyingParty(
  url: string,
  overrides: Record<string, unknown> = {},
  alg = 'ES256',
  now = () => new Date(),
) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  const jwk = await exportJWK(publicKey)
  const clientId = `client-${random()}`
  const request = {
    clientId,
    clientName: 'Omera Bank',
    clientNameLangMap: { eng: 'Omera Bank' },
    publicKey: { ...jwk, kid: 'sig-1', use: 'sig', alg },
    relyingPartyId: 'omera-bank',
    userClaims: ['name', 'given_name', 'birthdate', 'country', 'email', 'phone_number', 'address', 'gender'],
    authContextRefs: [acr('generated-code'), acr('static-code'), acr('biometrics')],
    logoUri: 'https://bank.example/logo.png',
    redirectUris: ['https://bank.example/callback'],
    grantTypes: ['authorization_code'],
    clientAuthMethods: ['private_key_jwt'],
    ...overrides,
  }
  const registered = await manage(url, 'POST', '/client', request, now)
  const redirectUri = 'https://bank.example/callback'
  const service = `${url}/v1/esignet`

  /** A client assertion; `overrides` change or (undefined) remove claims. */
  const assertion = (claims: Record<string, unknown> = {}, header: { kid?: string } = { kid: 'sig-1' }) => {
    const now = Math.floor(Date.now() / 1000)
    const body = {
      iss: clientId,
      sub: clientId,
      aud: `${service}/oauth/v2/token`,
      iat: now,
      exp: now + 60,
      jti: random(),
    }
    return new SignJWT({ ...body, ...claims }).setProtectedHeader({ alg, ...header }).sign(privateKey)
  }
  const verifier = random()
  const codeChallenge = createHash('sha256').update(verifier).digest('base64url')
  const authorization = (extra: Form = {}): Form => ({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    nonce: random(),
    state: random(),
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
    ...extra,
  })
  const authenticated = async () => ({
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await assertion(),
  })
  const push = async (form: Form) => post(`${service}/oauth/par`, { ...(await authenticated()), ...form })
  return {
    clientId,
    redirectUri,
    registered,
    request,
    verifier,
    assertion,
    authorization,
    push,
    authorizeUrl: (form: Form) => `${url}/authorize?${encode(form)}`,
    /** Push, then the address for the browser. */
    async pushedUrl(form: Form) {
      const { body } = await push(form)
      return `${url}/authorize?${encode({ client_id: clientId, request_uri: String(body.request_uri) })}`
    },
    redeem: async (code: string, overrides: Form = {}) =>
      post(`${service}/oauth/v2/token`, {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        ...(await authenticated()),
        ...overrides,
      }),
    userinfo: (accessToken: string) =>
      fetch(`${service}/oidc/userinfo`, { headers: { authorization: `Bearer ${accessToken}` } }),
  }
}

export async function manage(url: string, method: string, path: string, request: unknown, now = () => new Date()) {
  const response = await fetch(`${url}/v1/esignet/client-mgmt${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ requestTime: now().toISOString(), request }),
  })
  return { status: response.status, body: await object(response) }
}

export async function post(url: string, form: Form, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: encode(form),
  })
  return { status: response.status, headers: response.headers, body: await object(response) }
}

function encode(form: Form): string {
  const pairs = Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return new URLSearchParams(pairs).toString()
}

/** A JSON object body. */
export async function object(response: Response): Promise<Record<string, unknown>> {
  const body: unknown = await response.json()
  if (typeof body !== 'object' || body === null) throw new Error('no JSON object')
  return { ...body }
}

/** The codes in the `errors` of an envelope. */
export function errorCodes(body: Record<string, unknown>): string[] {
  const errors: unknown[] = Array.isArray(body.errors) ? body.errors : []
  return errors.map((error) =>
    typeof error === 'object' && error && 'errorCode' in error ? String(error.errorCode) : '',
  )
}
