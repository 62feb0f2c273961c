import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { people } from './people.ts'
import { object } from './relying-party.ts'

let esignet: RunningEsignet
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock' })
})
afterAll(() => esignet.close())

const read = (path: string) => fetch(`${esignet.url}${path}`)

test('the documents are the same at the service path and at the root, open to all origins and never to be stored', async () => {
  for (const [service, root] of [
    ['/v1/esignet/oidc/.well-known/openid-configuration', '/.well-known/openid-configuration'],
    ['/v1/esignet/oauth/.well-known/oauth-authorization-server', '/.well-known/oauth-authorization-server'],
    ['/v1/esignet/oauth/.well-known/jwks.json', '/.well-known/jwks.json'],
  ] as const) {
    const answer = await read(service)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(await object(await read(root))).toEqual(await object(answer))
  }
})

test('discovery has the placeholders and omissions of the original', async () => {
  const document = await object(await read('/.well-known/openid-configuration'))
  expect(document).toMatchObject({
    issuer: esignet.url,
    authorization_endpoint: `${esignet.url}/authorize`,
    token_endpoint: `${esignet.url}/v1/esignet/oauth/v2/token`,
    userinfo_endpoint: `${esignet.url}/v1/esignet/oidc/userinfo`,
    jwks_uri: `${esignet.url}/.well-known/jwks.json`,
    pushed_authorization_request_endpoint: `${esignet.url}/v1/esignet/oauth/par`,
    userinfo_encryption_alg_values_supported: ['RSAXXXXX'],
    userinfo_encryption_enc_values_supported: ['A128GCM'],
    request_parameter_supported: false,
    require_pushed_authorization_requests: false,
    authorization_response_iss_parameter_supported: true,
  })
  expect(document).toHaveProperty('id_token_signed_response_alg')
  expect(document.claims_supported).toContain('country')
  for (const absent of ['request_uri_parameter_supported', 'grant_types_supported', 'end_session_endpoint']) {
    expect(document).not.toHaveProperty(absent)
  }
})

test('the grant types stand only in the authorization server metadata', async () => {
  const document = await object(await read('/.well-known/oauth-authorization-server'))
  expect(document.grant_types_supported).toEqual(['authorization_code'])
})

test('the keys of both signers carry a certificate of their own and a foreign exp, but no alg', async () => {
  const { keys } = await object(await read('/.well-known/jwks.json'))
  if (!Array.isArray(keys)) throw new Error('no keys')
  expect(keys).toHaveLength(2)
  for (const key of keys) {
    expect(Object.keys(key).sort()).toEqual(['e', 'exp', 'kid', 'kty', 'n', 'use', 'x5c', 'x5t#S256'])
    const certificate = new X509Certificate(Buffer.from(key.x5c[0], 'base64'))
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificate.publicKey.export({ format: 'jwk' })).toMatchObject({ n: key.n, e: key.e })
    expect(Date.parse(certificate.validTo) / 1000).toBe(key.exp)
    const thumbprint = Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url')
    expect(key['x5t#S256']).toBe(thumbprint)
  }
})

test('a public URL is used everywhere instead of the local one', async () => {
  const elsewhere = await startEsignet({
    port: 0,
    publicUrl: 'https://login.veridonia.example/',
    identities: people,
    verificationMetadata: 'as-mock',
  })
  const document = await object(await fetch(`http://127.0.0.1:${elsewhere.port}/.well-known/openid-configuration`))
  await elsewhere.close()
  expect(document.issuer).toBe('https://login.veridonia.example')
  expect(document.jwks_uri).toBe('https://login.veridonia.example/.well-known/jwks.json')
})
