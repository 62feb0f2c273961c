import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { newFolder, readService, vocabulary } from './folder.ts'
import { ecKey, privateRsaKey, rsaKey } from './keys.ts'
import { type } from './terminal.ts'

const key = rsaKey('bank-key', 2048, { x5c: ['certificate'], use: undefined })
const redirectUri = 'https://login.omera.example.org/omera-bank/callback'

interface Wish {
  readonly release?: string
  readonly keys?: readonly unknown[]
  readonly service?: object
  readonly more?: readonly string[]
}

const register = async ({ release = '1.8', keys = [key], service, more = [] }: Wish) => {
  const write = newFolder()
  write('vocabulary.json', vocabulary)
  const files = {
    service: write('omera-bank.json', service ?? readService('omera-bank')),
    jwks: write('jwks.json', { keys }),
  }
  const place = more.includes('--patch') ? [] : ['--redirect-uri', redirectUri]
  const args = ['--release', release, '--service', files.service, '--jwks', files.jwks, ...place, ...more]
  const said = await type(['client-registration', ...args])
  const body: { requestTime: string; request: Record<string, unknown> } | undefined = said.out.startsWith('{')
    ? JSON.parse(said.out)
    : undefined
  return { ...said, body, request: body?.request ?? {} }
}

describe('each release gets its own method, path and shape', () => {
  test.each([
    ['1.5', '/v1/esignet/client-mgmt/oauth-client', 'RS256', undefined],
    ['1.6', '/v1/esignet/client-mgmt/client', 'RS256', ['userinfo_response_type']],
    [
      '1.7',
      '/v1/esignet/client-mgmt/client',
      'PS256',
      ['userinfo_response_type', 'require_pushed_authorization_requests'],
    ],
    [
      '1.8',
      '/v1/esignet/client-mgmt/client',
      'PS256',
      ['userinfo_response_type', 'require_pushed_authorization_requests', 'require_pkce'],
    ],
    [
      '2.0',
      '/client-mgmt/client',
      'PS256',
      ['userinfo_response_type', 'require_pushed_authorization_requests', 'require_pkce'],
    ],
  ])('%s', async (release, path, algorithm, config) => {
    const { err, request } = await register({ release })
    expect(err).toContain(`POST ${path}`)
    expect(request['publicKey']).toEqual({
      kty: 'RSA',
      n: key['n'],
      e: key['e'],
      kid: 'bank-key',
      use: 'sig',
      alg: algorithm,
    })
    const additionalConfig = request['additionalConfig']
    expect(additionalConfig === undefined ? undefined : Object.keys(Object(additionalConfig))).toEqual(config)
  })
})

test('the rest comes from the service file and the command line', async () => {
  const { status, body, request } = await register({ more: ['--logo', 'https://bank.example.org/logo.png'] })
  expect(status).toBe(0)
  expect(body?.requestTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(request).toMatchObject({
    clientId: 'omera-bank',
    clientName: 'Omera Bank',
    clientNameLangMap: { eng: 'Omera Bank', khm: 'ធនាគារ អូមេរ៉ា' },
    relyingPartyId: 'omera-bank',
    userClaims: ['email', 'name', 'country', 'birthdate'],
    authContextRefs: ['mosip:idp:acr:generated-code', 'mosip:idp:acr:biometrics'],
    logoUri: 'https://bank.example.org/logo.png',
    redirectUris: [redirectUri],
    grantTypes: ['authorization_code'],
    clientAuthMethods: ['private_key_jwt'],
  })
})

test('a service with bound tokens registers that eSignet shall demand them, where the release can', async () => {
  const client = { id: 'omera-bank', relyingPartyId: 'omera-bank', senderConstrained: true }
  const service = { ...readService('omera-bank'), client }
  expect((await register({ service })).request['additionalConfig']).toMatchObject({ dpop_bound_access_tokens: true })
  const before = (await register({ service, release: '1.6' })).request['additionalConfig']
  expect(before).toEqual({ userinfo_response_type: 'JWS' })
})

describe('the key for encrypted UserInfo', () => {
  const encryption = { ...rsaKey('opens', 2048), use: 'enc' }

  test.each([
    ['1.8', '/v1/esignet/client-mgmt/client/omera-bank'],
    ['2.0', '/client-mgmt/client/omera-bank'],
  ])('is set by PATCH in %s', async (release, path) => {
    const { status, err, request } = await register({ release, keys: [key, encryption], more: ['--patch'] })
    expect(status).toBe(0)
    expect(err).toContain(`PATCH ${path}`)
    expect(request).toEqual({
      encPublicKey: { ...encryption, use: 'enc', alg: 'RSA-OAEP-256' },
      additionalConfig: {
        userinfo_response_type: 'JWE',
        require_pushed_authorization_requests: true,
        require_pkce: true,
      },
    })
  })

  test('has no call before 1.8', async () => {
    const { status, err } = await register({ release: '1.7', keys: [encryption], more: ['--patch'] })
    expect(status).toBe(2)
    expect(err).toContain('1.8, 2.0 have')
  })

  test('must have 2048 bits', async () => {
    const { status, err } = await register({ keys: [{ ...rsaKey('long', 3072), use: 'enc' }], more: ['--patch'] })
    expect(status).toBe(1)
    expect(err).toContain('encryption-key-unfit')
  })
})

test('as a curl command it is what a shell understands, with the time of the moment it runs', async () => {
  const service = { ...readService('omera-bank'), name: { en: "Omera's $(Bank)" } }
  const { out } = await register({ service, more: ['--curl'] })
  const shown = execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }\n${out}`], {
    encoding: 'utf8',
    env: { ...process.env, ESIGNET: 'https://esignet.example.org', TOKEN: 'token-of-the-operator' },
  })
  expect(shown).toContain('POST\nhttps://esignet.example.org/v1/esignet/client-mgmt/client\n')
  expect(shown).toContain('authorization: Bearer token-of-the-operator\n')
  const sent: { requestTime: string; request: object } = JSON.parse(shown.slice(shown.indexOf('{')))
  expect(sent.request).toMatchObject({ clientName: "Omera's $(Bank)" })
  expect(Math.abs(Date.parse(sent.requestTime) - Date.now())).toBeLessThan(60_000)
})

describe('what eSignet would refuse is told, with status 1', () => {
  const client = { id: 'b'.repeat(60), relyingPartyId: 'omera-bank' }
  test.each<[string, Wish]>([
    ['claim-not-registrable', { release: '2.0' }],
    ['client-identifier', { release: '2.0', service: { ...readService('omera-bank'), client } }],
    ['client-key-unfit', { keys: [ecKey('ec')] }],
    ['client-key-without-kid', { keys: [{ ...key, kid: undefined }] }],
    ['redirect-uri-private-host', { more: ['--redirect-uri', 'https://login.omera.test/omera-bank/callback'] }],
  ])('%s', async (code, wish) => {
    const { status, err } = await register(wish)
    expect(err).toContain(`✗ wrong     ${code}`)
    expect(status).toBe(1)
  })
})

describe('one sentence where it cannot go on', () => {
  test.each<[string, Wish, number, RegExp]>([
    ['several keys', { keys: [key, rsaKey('other')] }, 1, /--kid, one of bank-key, other/],
    ['no such key', { more: ['--kid', 'third'] }, 1, /0 keys named third/],
    ['a private key', { keys: [{ ...privateRsaKey(), kid: 'leaked' }] }, 1, /holds a private key \(leaked\)/],
    ['a language', { service: { ...readService('omera-bank'), name: { xx: 'Bank' } } }, 1, /three letters/],
    ['a long name', { service: { ...readService('omera-bank'), name: { en: 'x'.repeat(51) } } }, 1, /stores 50/],
    ['a misspelt member', { service: { ...readService('omera-bank'), purpse: 'x' } }, 1, /cannot be used/],
    ['a release', { release: '1.9' }, 2, /there are 1\.5, 1\.6, 1\.7, 1\.8, 2\.0/],
    ['an option', { more: ['--send'] }, 2, /Unknown option '--send'/],
    ['a logo', { more: ['--logo', 'logo.png'] }, 2, /--logo must be a URL/],
    ['a redirect URI', { more: ['--redirect-uri', '/callback'] }, 2, /--redirect-uri must be/],
  ])('%s', async (_, wish, status, sentence) => {
    const said = await register(wish)
    expect(said.err).toMatch(sentence)
    expect(said.out).toBe('')
    expect(said.status).toBe(status)
  })
})

test('the named key is taken', async () => {
  const { request } = await register({ keys: [key, rsaKey('other')], more: ['--kid', 'other'] })
  expect(request['publicKey']).toMatchObject({ kid: 'other' })
})
