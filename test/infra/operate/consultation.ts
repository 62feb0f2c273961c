import type { ServerResponse } from 'node:http'
import { listen } from '../../adapters/http/local-server.ts'
import { type Json, newFolder, readService, vocabulary } from './folder.ts'
import { type Jwk, rsaKey } from './keys.ts'
import { type } from './terminal.ts'

/** What is not as it should be; everything else is healthy. A member that is undefined is taken away. */
export interface Seed {
  readonly release?: string
  readonly metadata?: (origin: string) => Json
  readonly keys?: (healthy: readonly Jwk[]) => readonly Jwk[]
  /** Answers in place of the discovery document. */
  readonly discovery?: (response: ServerResponse) => void
  readonly service?: Json
  readonly vocabulary?: Json
  readonly ourKeys?: (healthy: readonly Jwk[]) => readonly Jwk[]
  readonly registration?: (healthy: Json) => Json
  readonly redirectUri?: string
  readonly ahead?: number
  readonly args?: (origin: string) => readonly string[]
}

export interface Told {
  readonly code: string
  readonly severity: string
  readonly where?: string
}

const providerKeys = [rsaKey('esignet'), rsaKey('identity-system')]
const clientKeys = [rsaKey('bank-key', 2048, { alg: 'PS256' }), rsaKey('visa-key', 2048, { alg: 'PS256' })]
const redirectUri = 'https://login.omera.example.org/omera-bank/callback'

const metadataOf = (origin: string): Json => ({
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/v1/esignet/oauth/v2/token`,
  userinfo_endpoint: `${origin}/v1/esignet/oidc/userinfo`,
  jwks_uri: `${origin}/.well-known/jwks.json`,
  pushed_authorization_request_endpoint: `${origin}/v1/esignet/oauth/par`,
  acr_values_supported: ['generated-code', 'biometrics', 'password'].map((name) => `mosip:idp:acr:${name}`),
  id_token_signing_alg_values_supported: ['RS256', 'PS256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
  token_endpoint_auth_signing_alg_values_supported: ['RS256', 'PS256', 'ES256'],
  claims_supported: ['name', 'birthdate', 'email', 'country'],
  claims_in_verified_claims_supported: ['name', 'birthdate', 'country'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
})

export const healthyService = readService('omera-bank')

const registrationOf = (key: Jwk | undefined): Json => ({
  clientId: 'omera-bank',
  relyingPartyId: 'omera-bank',
  publicKey: key,
  userClaims: ['name', 'birthdate', 'email', 'country'],
  authContextRefs: ['mosip:idp:acr:generated-code', 'mosip:idp:acr:biometrics'],
  redirectUris: [redirectUri],
  grantTypes: ['authorization_code'],
  clientAuthMethods: ['private_key_jwt'],
  additionalConfig: {
    userinfo_response_type: 'JWS',
    require_pushed_authorization_requests: true,
    require_pkce: true,
  },
})

/** Lets the doctor look at a healthy provider, service and registration into which one mistake was put. */
export const consult = async (seed: Seed = {}) => {
  const { origin } = await listen((response, { path }) => {
    const json = (value: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
    if (path === '/.well-known/jwks.json') return json({ keys: seed.keys?.(providerKeys) ?? providerKeys })
    if (seed.discovery !== undefined) return seed.discovery(response)
    return json({ ...metadataOf(origin), ...seed.metadata?.(origin) })
  })
  const write = newFolder()
  write('vocabulary.json', seed.vocabulary ?? vocabulary)
  const healthy = registrationOf(clientKeys[0])
  const argv = [
    ...['doctor', '--json', '--release', seed.release ?? '1.8'],
    ...['--discovery', `${origin}/.well-known/openid-configuration`],
    ...['--service', write('omera-bank.json', seed.service ?? healthyService)],
    ...['--jwks', write('jwks.json', { keys: seed.ourKeys?.(clientKeys) ?? clientKeys })],
    ...['--registration', write('registered.json', { request: seed.registration?.(healthy) ?? healthy })],
    ...['--redirect-uri', seed.redirectUri ?? redirectUri],
    ...(seed.args?.(origin) ?? []),
  ]
  const { status, out, err } = await type(argv, seed.ahead)
  return { status, err, ...diagnosisIn(out) }
}

const diagnosisIn = (text: string) => {
  const document: { findings: Told[]; notLookedAt: { check: string; needs: string }[] } = JSON.parse(text)
  const { findings, notLookedAt } = document
  return {
    text,
    findings,
    notLookedAt,
    /** `wrong issuer-differs`, without what is fine. */
    troubles: findings.filter(({ severity }) => severity !== 'fine').map(({ code, severity }) => `${severity} ${code}`),
    fine: findings.filter(({ severity }) => severity === 'fine').map(({ code }) => code),
  }
}
