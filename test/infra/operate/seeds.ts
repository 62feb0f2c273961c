import type { Seed } from './consultation.ts'
import { healthyService } from './consultation.ts'
import type { Json } from './folder.ts'
import { ecKey, privateRsaKey, rsaKey } from './keys.ts'

/** A mistake, and everything the doctor then says; nothing more may be said. */
export type Seeded = readonly [what: string, seed: Seed, troubles: readonly string[]]

const withAct = (act: Json, more: Json = {}): Json => ({
  ...healthyService,
  ...more,
  acts: { only: { authentication: { acrAnyOf: ['mosip:idp:acr:generated-code'], maxAge: 'PT1H' }, ...act } },
})
const accepting = (accept: Json): Json => withAct({ accept: [{ claims: { name: 'essential' }, ...accept }] })
const config = (more: Json) => (registration: Json) => ({
  ...registration,
  additionalConfig: { ...Object(registration['additionalConfig']), ...more },
})
const without = (member: string) => (): Json => ({ [member]: undefined })
const redirect = (uri: string): Seed => ({
  redirectUri: uri,
  registration: (healthy) => ({ ...healthy, redirectUris: [uri] }),
})
const longNames = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [`claim_${'x'.repeat(60)}${index}`, 'essential']),
)
const unlisted = {
  metadata: () => ({ claims_supported: Object.keys(longNames) }),
  registration: (healthy: Json) => ({ ...healthy, userClaims: Object.keys(longNames) }),
}
/** The registered key follows ours, so that only the mistake itself is told. */
const ours = (key: Json): Seed => ({
  ourKeys: ([, other]) => [key, ...(other === undefined ? [] : [other])],
  registration: (healthy) => ({ ...healthy, publicKey: key }),
})

/** A healthy 1.6, but for these members of its metadata. */
const key16 = rsaKey('rs256', 2048, { alg: 'RS256' })
export const on16 = (metadata: Json): Seed => ({
  release: '1.6',
  metadata: () => ({
    pushed_authorization_request_endpoint: undefined,
    authorization_response_iss_parameter_supported: false,
    ...metadata,
  }),
  ourKeys: () => [key16],
  registration: (healthy) => ({ ...healthy, publicKey: key16, additionalConfig: {} }),
})

const asClient = { id: 'omera-bank', relyingPartyId: 'omera-bank' }

/** By check, in the order of the doctor's list. */
export const seeds: Readonly<Record<string, readonly Seeded[]>> = {
  discovery: [
    ['nobody listens there', { args: () => ['--discovery', 'http://127.0.0.1:9/x'] }, ['wrong discovery-unreadable']],
    [
      'plain http to another machine',
      { args: () => ['--discovery', 'http://[::ffff:127.0.0.1]:9/x'] },
      ['wrong discovery-not-https', 'wrong discovery-unreadable'],
    ],
    ['a server error', { discovery: (response) => response.writeHead(500).end('{}') }, ['wrong discovery-unreadable']],
    ['a page', { discovery: (response) => response.end('<html>') }, ['wrong discovery-unreadable']],
    ['a list', { discovery: (response) => response.end('[]') }, ['wrong discovery-unreadable']],
    [
      'a redirect',
      { discovery: (response) => response.writeHead(302, { location: 'https://example.org' }).end() },
      ['wrong discovery-unreadable'],
    ],
    [
      'more than anyone should read',
      { discovery: (response) => response.end(`{"x":"${'x'.repeat(70_000)}"}`) },
      ['wrong discovery-unreadable'],
    ],
    [
      'an answer that does not come',
      { discovery: (response) => response.writeHead(200).write('{') },
      ['wrong discovery-unreadable'],
    ],
  ],
  issuer: [
    ['another host', { metadata: () => ({ issuer: 'https://other.example.org' }) }, ['wrong issuer-differs']],
    ['a slash at the end', { metadata: (origin) => ({ issuer: `${origin}/` }) }, ['wrong issuer-differs']],
    ['none', { metadata: without('issuer') }, ['wrong issuer-differs']],
  ],
  'issuer-aliases': [
    [
      'the service path in the issuer of a release that appends it',
      {
        release: '1.7',
        metadata: (origin) => ({ issuer: `${origin}/v1/esignet` }),
        args: (origin) => ['--issuer', `${origin}/v1/esignet`],
        registration: config({ require_pkce: undefined }),
      },
      ['doubtful issuer-alias-missing'],
    ],
  ],
  release: [
    [
      'endpoints of the Go line',
      { metadata: (origin) => ({ token_endpoint: `${origin}/oauth2/token` }) },
      ['doubtful release-differs'],
    ],
    [
      'RS256 only',
      { metadata: () => ({ id_token_signing_alg_values_supported: ['RS256'] }) },
      ['doubtful release-differs'],
    ],
    [
      'pushed requests before there were any',
      on16({ pushed_authorization_request_endpoint: 'https://esignet.example.org/par' }),
      ['doubtful release-differs', 'doubtful endpoint-elsewhere'],
    ],
  ],
  endpoints: [
    ['no UserInfo', { metadata: without('userinfo_endpoint') }, ['wrong endpoint-missing']],
    [
      'plain http',
      { metadata: () => ({ token_endpoint: 'http://esignet.example.org/v1/esignet/oauth/v2/token' }) },
      ['wrong endpoint-not-https'],
    ],
    ['no URL', { metadata: () => ({ authorization_endpoint: '/authorize' }) }, ['wrong endpoint-not-https']],
    [
      'another host',
      { metadata: () => ({ userinfo_endpoint: 'https://other.example.org/userinfo' }) },
      ['doubtful endpoint-elsewhere'],
    ],
  ],
  'pushed-requests': [
    ['not offered', { metadata: without('pushed_authorization_request_endpoint') }, ['wrong pushed-requests-missing']],
    [
      'demanded of a release that has none',
      on16({ require_pushed_authorization_requests: true }),
      ['wrong pushed-requests-required'],
    ],
  ],
  'proof-key': [
    ['plain only', { metadata: () => ({ code_challenge_methods_supported: ['plain'] }) }, ['wrong proof-key-missing']],
    ['nothing said', { metadata: without('code_challenge_methods_supported') }, ['wrong proof-key-missing']],
  ],
  'client-assertion': [
    [
      'secrets only',
      { metadata: () => ({ token_endpoint_auth_methods_supported: ['client_secret_post'] }) },
      ['wrong assertion-method-missing'],
    ],
    [
      'another algorithm',
      { metadata: () => ({ token_endpoint_auth_signing_alg_values_supported: ['RS256'] }) },
      ['wrong assertion-algorithm-missing'],
    ],
    [
      'a development build',
      {
        release: '2.0',
        service: withAct({ claims: { email: 'voluntary' } }),
        metadata: (origin) => ({
          token_endpoint: `${origin}/oauth2/token`,
          token_endpoint_auth_signing_alg_values_supported: undefined,
        }),
      },
      ['doubtful assertion-audience'],
    ],
  ],
  'issuer-parameter': [
    [
      'not offered',
      { metadata: without('authorization_response_iss_parameter_supported') },
      ['wrong issuer-parameter-not-offered'],
    ],
    [
      'offered before there was any',
      on16({ authorization_response_iss_parameter_supported: true }),
      ['doubtful issuer-parameter-unexpected'],
    ],
  ],
  clock: [
    ['ten seconds behind', { ahead: 10_000 }, ['wrong clock-differs']],
    ['ten seconds ahead', { ahead: -10_000 }, ['wrong clock-differs']],
    ['four seconds behind', { ahead: 4_500 }, ['doubtful clock-differs']],
  ],
  'provider-keys': [
    ['none', { keys: () => [] }, ['wrong provider-keys-unreadable']],
    [
      'more than anyone needs',
      { keys: (keys) => Array.from({ length: 51 }, (_, index) => ({ ...keys[0], kid: `${index}` })) },
      ['wrong provider-keys-too-many'],
    ],
    ['a private one', { keys: (keys) => [...keys, { ...privateRsaKey(), kid: 'x' }] }, ['wrong provider-key-private']],
    [
      'a secret',
      { keys: (keys) => [...keys, { kty: 'oct', k: 'c2VjcmV0', kid: 'hmac' }] },
      ['wrong provider-key-symmetric'],
    ],
    ['a short one', { keys: (keys) => [...keys, rsaKey('short', 1024)] }, ['wrong provider-key-weak']],
    [
      'an even modulus',
      { keys: (keys) => [...keys, { ...keys[0], kid: 'even', n: Buffer.alloc(256, 0xfe).toString('base64url') }] },
      ['wrong provider-key-factored'],
    ],
    [
      'an odd exponent',
      { keys: (keys) => keys.map((key) => ({ ...key, e: 'Aw' })) },
      Array(2).fill('wrong provider-key-exponent'),
    ],
    [
      'one kid for two',
      { keys: (keys) => keys.map((key) => ({ ...key, kid: 'same' })) },
      ['wrong provider-keys-alike'],
    ],
    [
      'an address that does not answer',
      { metadata: (origin) => ({ jwks_uri: origin.replace(/\d+$/, '9') }) },
      ['doubtful endpoint-elsewhere', 'wrong provider-keys-unreadable'],
    ],
  ],
  'signing-keys': [
    ['only EC', { keys: () => [ecKey('one'), ecKey('two')] }, Array(2).fill('wrong signing-key-missing')],
    [
      'keys for RS256 only',
      { keys: (keys) => keys.map((key) => ({ ...key, alg: 'RS256' })) },
      ['wrong signing-key-missing'],
    ],
  ],
  'userinfo-signer': [['one key', { keys: (keys) => keys.slice(0, 1) }, ['doubtful userinfo-signer-missing']]],
  'acr-values': [
    [
      'none is offered',
      { metadata: () => ({ acr_values_supported: ['mosip:idp:acr:password'] }) },
      Array(2).fill('wrong acr-not-offered'),
    ],
    [
      'none is registered, so all are',
      { registration: (healthy) => ({ ...healthy, authContextRefs: ['mosip:idp:acr:static-code'] }) },
      Array(2).fill('wrong acr-not-registered'),
    ],
    [
      'one of two is registered',
      { registration: (healthy) => ({ ...healthy, authContextRefs: ['mosip:idp:acr:biometrics'] }) },
      Array(2).fill('doubtful acr-not-registered'),
    ],
  ],
  claims: [
    [
      'country is not supported',
      { metadata: () => ({ claims_supported: ['name', 'birthdate', 'email'] }) },
      ['wrong claim-not-supported'],
    ],
    [
      'a voluntary one is not registered',
      { registration: (healthy) => ({ ...healthy, userClaims: ['name', 'country', 'birthdate'] }) },
      Array(2).fill('doubtful claim-not-registered'),
    ],
    [
      'country cannot be verified',
      { metadata: () => ({ claims_in_verified_claims_supported: ['name', 'birthdate'] }) },
      ['doubtful claim-not-verifiable'],
    ],
  ],
  'verified-claims': [
    [
      'needed of a release without',
      {
        release: '2.0',
        metadata: (origin) => ({ token_endpoint: `${origin}/oauth2/token` }),
      },
      ['wrong verified-claims-unsupported'],
    ],
  ],
  'trust-frameworks': [
    ['not in the vocabulary', { service: accepting({ trustFrameworks: ['nobody'] }) }, ['wrong framework-unknown']],
    [
      'one of two not in the vocabulary',
      { service: accepting({ trustFrameworks: ['eidas', 'nobody'] }) },
      ['wrong framework-unknown'],
    ],
    [
      'a level of another ladder',
      { service: accepting({ trustFrameworks: ['eidas'], assuranceLevel: { atLeast: 'standard' } }) },
      ['wrong level-not-on-ladder'],
    ],
  ],
  'claims-request': [
    [
      'longer than its column',
      { service: withAct({ claims: longNames }), ...unlisted },
      ['wrong claims-request-too-long'],
    ],
    [
      'a percent sign',
      {
        service: accepting({ trustFrameworks: ['100%'] }),
        vocabulary: { trustFrameworks: { '100%': { name: 'All of it', levels: [] } } },
      },
      ['wrong claims-request-percent'],
    ],
  ],
  'client-options': [
    [
      'encryption of a release that has none',
      {
        ...on16({}),
        service: { ...healthyService, client: { ...asClient, encryptedUserInfo: true } },
      },
      ['wrong encryption-unsupported', 'wrong userinfo-response-type'],
    ],
    [
      'bound tokens of a release that has none',
      {
        ...on16({}),
        service: { ...healthyService, client: { ...asClient, senderConstrained: true } },
      },
      ['doubtful proof-of-possession-unsupported'],
    ],
  ],
  'redirect-uri': [
    ['a wildcard', redirect('https://login.omera.example.org/*/callback'), ['wrong redirect-uri-wildcard']],
    ['a query', redirect('https://login.omera.example.org/callback?from=esignet'), ['wrong redirect-uri-query']],
    ['a fragment', redirect('https://login.omera.example.org/callback#x'), ['wrong redirect-uri-fragment']],
    ['plain http', redirect('http://login.omera.example.org/callback'), ['wrong redirect-uri-not-https']],
    ['a private host', redirect('https://login.omera.internal/callback'), ['wrong redirect-uri-private-host']],
    ['no URL', redirect('callback'), ['wrong redirect-uri-unreadable']],
    [
      'another one is registered',
      { redirectUri: 'https://login.omera.example.org/visa/callback' },
      ['wrong redirect-uri-not-registered'],
    ],
  ],
  'client-key': [
    ['without a kid', ours(rsaKey('', 2048, { kid: undefined })), ['wrong client-key-without-kid']],
    ['too short', ours(rsaKey('k', 1024)), ['wrong client-key-unfit']],
    ['no RSA', ours(ecKey('k')), ['wrong client-key-unfit']],
    ['longer than needed', ours(rsaKey('k', 3072)), ['doubtful client-key-unusual']],
    ['longer than its column', ours(rsaKey('k', 2048, { x5c: ['x'.repeat(900)] })), ['wrong client-key-too-long']],
    ['another algorithm', ours(rsaKey('k', 2048, { alg: 'RS256' })), ['wrong client-key-algorithm']],
    ['another use', ours({ ...rsaKey('k'), use: 'verify' }), ['wrong client-key-use']],
    ['a private one', ours({ ...privateRsaKey(), kid: 'k' }), ['wrong client-key-private']],
    [
      'one for two services',
      { ourKeys: ([first]) => [first ?? {}, { ...first, kid: 'visa-key' }] },
      ['wrong client-key-shared'],
    ],
  ],
  'registered-client': [
    ['another client', { registration: (it) => ({ ...it, clientId: 'omera' }) }, ['wrong client-id-differs']],
    [
      'no relying party',
      { registration: (it) => ({ ...it, relyingPartyId: undefined }) },
      ['wrong relying-party-id-differs'],
    ],
    [
      'a secret',
      { registration: (it) => ({ ...it, clientAuthMethods: ['client_secret_basic'] }) },
      ['wrong client-method-missing'],
    ],
    ['switched off', { registration: (it) => ({ ...it, status: 'INACTIVE' }) }, ['wrong client-inactive']],
  ],
  'registered-key': [
    [
      'a stranger’s',
      { registration: (it) => ({ ...it, publicKey: rsaKey('bank-key') }) },
      ['wrong registered-key-not-ours'],
    ],
    [
      'under another name',
      { registration: (it) => ({ ...it, publicKey: { ...Object(it['publicKey']), kid: 'old-name' } }) },
      ['wrong registered-key-id-differs'],
    ],
  ],
  'registered-flags': [
    ['no PKCE', { registration: config({ require_pkce: false }) }, ['doubtful protection-not-demanded']],
    [
      'no pushed requests',
      { registration: config({ require_pushed_authorization_requests: undefined }) },
      ['doubtful protection-not-demanded'],
    ],
    ['a misspelt flag', { registration: config({ pkce_required: true }) }, ['wrong additional-config-unknown']],
    [
      'bound tokens nobody binds',
      { registration: config({ dpop_bound_access_tokens: true }) },
      ['wrong proof-of-possession-demanded'],
    ],
    [
      'encryption nobody opens',
      { registration: config({ userinfo_response_type: 'JWE' }) },
      ['wrong userinfo-response-type'],
    ],
    [
      'an encrypted ID token, which is of 2.0 alone',
      { registration: config({ id_token_response_type: 'JWE' }) },
      ['wrong additional-config-unknown', 'wrong id-token-response-type'],
    ],
    [
      'encryption without a key',
      {
        service: {
          ...healthyService,
          client: { id: 'omera-bank', relyingPartyId: 'omera-bank', encryptedUserInfo: true },
        },
        registration: config({ userinfo_response_type: 'JWE' }),
      },
      ['doubtful encryption-key-missing'],
    ],
    [
      'encryption with a long key',
      {
        service: {
          ...healthyService,
          client: { id: 'omera-bank', relyingPartyId: 'omera-bank', encryptedUserInfo: true },
        },
        registration: (healthy) => ({
          ...config({ userinfo_response_type: 'JWE' })(healthy),
          encPublicKey: rsaKey('e', 3072),
        }),
      },
      ['wrong encryption-key-unfit'],
    ],
  ],
}
