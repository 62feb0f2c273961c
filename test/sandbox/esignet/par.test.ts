import { afterAll, beforeAll, expect, test } from 'vitest'
import { driveLogin } from '../../../sandbox/esignet/drive.ts'
import { type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { login } from './login.ts'
import { asha, people } from './people.ts'
import { newRelyingParty } from './relying-party.ts'

let esignet: RunningEsignet
let passed = 0
const now = () => new Date(Date.now() + passed)
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', now })
})
afterAll(() => esignet.close())

const asAsha = { individualId: asha.individualId, factor: 'pin', pin: asha.pin, consent: 'allow', now } as const

test('a pushed request is answered 201, for sixty seconds', async () => {
  const party = await newRelyingParty(esignet.url)
  const { status, body } = await party.push(party.authorization())
  expect(status).toBe(201)
  expect(body).toEqual({
    request_uri: expect.stringMatching(/^urn:ietf:params:oauth:request_uri:[\w-]{43}$/),
    expires_in: 60,
  })
  const authorizeUrl = await party.pushedUrl(party.authorization())
  passed = 61_000
  await expect(driveLogin({ ...asAsha, authorizeUrl })).rejects.toThrow(/invalid_request/)
  passed = 0
})

test('it is spent by the first use, and by a use with another client_id', async () => {
  const party = await newRelyingParty(esignet.url)
  const once = await party.pushedUrl(party.authorization())
  await driveLogin({ ...asAsha, authorizeUrl: once })
  await expect(driveLogin({ ...asAsha, authorizeUrl: once })).rejects.toThrow(/invalid_request/)

  const stolen = await party.pushedUrl(party.authorization())
  const wrong = stolen.replace(party.clientId, 'somebody')
  await expect(driveLogin({ ...asAsha, authorizeUrl: wrong })).rejects.toThrow(/invalid_request/)
  await expect(driveLogin({ ...asAsha, authorizeUrl: stolen })).rejects.toThrow(/invalid_request/)
})

test.each([
  ['invalid_request', 'invalid_request', { request_uri: 'urn:x' }],
  ['invalid_request', 'invalid_client_id', { client_id: 'nobody' }],
  ['invalid_request', 'invalid_redirect_uri', { redirect_uri: 'https://evil.example/' }],
  ['invalid_request', 'invalid_response_type', { response_type: 'token' }],
  ['invalid_scope', 'invalid_scope', { scope: 'unheard_of' }],
  ['invalid_request', 'invalid_prompt', { prompt: 'login consent' }],
  ['invalid_request', 'invalid_display', { display: 'hologram' }],
  ['invalid_request', 'invalid_request', { max_age: 'soon' }],
  ['invalid_request', 'invalid_request', { claims: '{broken' }],
  ['invalid_client', 'invalid_client', { client_assertion: 'x' }],
  ['invalid_client', 'invalid_client', { client_assertion_type: 'secret' }],
])('%s / %s: %j', async (error, description, overrides) => {
  const party = await newRelyingParty(esignet.url)
  const { status, headers, body } = await party.push(party.authorization(overrides))
  expect(status).toBe(400)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(body).toEqual({ error, error_description: description })
})

test('a nonce is unique for the whole server, here and in the plain flow', async () => {
  const one = await newRelyingParty(esignet.url)
  const other = await newRelyingParty(esignet.url)
  const { nonce } = one.authorization()
  expect((await one.push(one.authorization({ nonce }))).status).toBe(201)
  const { body } = await other.push(other.authorization({ nonce }))
  expect(body).toEqual({ error: 'invalid_request', error_description: 'invalid_request' })
  const authorizeUrl = other.authorizeUrl(other.authorization({ nonce }))
  await expect(driveLogin({ ...asAsha, authorizeUrl })).rejects.toThrow(/invalid_request/)
})

test('a 201 proves little: scope, claims and use_pkce are judged when the browser comes', async () => {
  const party = await newRelyingParty(esignet.url, { additionalConfig: { require_pkce: true } })
  const without = { code_challenge: undefined, code_challenge_method: undefined }
  for (const [code, overrides] of [
    ['invalid_scope', { scope: 'profile' }],
    ['invalid_claim', { claims: '{"userinfo":{"name":17}}' }],
    ['invalid_id_token_hint', { id_token_hint: 'x' }],
    ['use_pkce', without],
    ['unsupported_pkce_challenge_method', { code_challenge_method: 'plain' }],
  ] as const) {
    const authorizeUrl = await party.pushedUrl(party.authorization(overrides))
    await expect(driveLogin({ ...asAsha, authorizeUrl })).rejects.toThrow(code)
  }
})

test('a challenge without a method is silently no PKCE', async () => {
  const party = await newRelyingParty(esignet.url)
  const { code } = await login(party, party.authorization({ code_challenge_method: undefined }))
  expect((await party.redeem(code, { code_verifier: undefined })).status).toBe(200)
})

test('the PAR endpoint, the token endpoint and the issuer are all good audiences here', async () => {
  const party = await newRelyingParty(esignet.url)
  for (const path of ['/v1/esignet/oauth/par', '/v1/esignet/oauth/v2/token', '']) {
    const client_assertion = await party.assertion({ aud: [`${esignet.url}${path}`] })
    expect((await party.push(party.authorization({ client_assertion }))).status).toBe(201)
  }
})

test('a client that must push cannot come plainly', async () => {
  const party = await newRelyingParty(esignet.url, {
    additionalConfig: { require_pushed_authorization_requests: true },
  })
  const authorizeUrl = party.authorizeUrl(party.authorization())
  await expect(driveLogin({ ...asAsha, authorizeUrl })).rejects.toThrow(/invalid_request/)
})

test('GET is refused with 405', async () => {
  const answer = await fetch(`${esignet.url}/v1/esignet/oauth/par`)
  expect(answer.status).toBe(405)
  expect(await answer.json()).toEqual({ error: 'invalid_request', error_description: 'invalid_request' })
})
