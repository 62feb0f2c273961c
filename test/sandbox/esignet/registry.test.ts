import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { login } from './login.ts'
import { people } from './people.ts'
import { acr, errorCodes, manage, newRelyingParty } from './relying-party.ts'

let esignet: RunningEsignet
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock' })
})
afterAll(() => esignet.close())

test('a good client is ACTIVE at once, in the envelope', async () => {
  const { registered, clientId } = await newRelyingParty(esignet.url)
  expect(registered.status).toBe(200)
  expect(registered.body).toMatchObject({ response: { clientId, status: 'ACTIVE' }, errors: [] })
})

const blank = { kty: 'RSA', n: 'abc', e: 'AQAB', alg: ' ' }
test.each([
  ['invalid_client_id', { clientId: 'with space' }],
  ['invalid_client_name', { clientName: '' }],
  ['invalid_language_code', { clientNameLangMap: { english: 'Bank' } }],
  ['invalid_client_name_value', { clientNameLangMap: { eng: 'x'.repeat(51) } }],
  ['invalid_public_key', { publicKey: blank }],
  ['invalid_public_key', { publicKey: { kty: 'oct', k: 'c2VjcmV0' } }],
  ['invalid_rp_id', { relyingPartyId: '' }],
  ['invalid_claim', { userClaims: ['shoe_size'] }],
  ['invalid_acr', { authContextRefs: [] }],
  ['invalid_acr', { authContextRefs: [acr('handshake')] }],
  ['invalid_uri', { logoUri: 'logo' }],
  ['invalid_redirect_uri', { redirectUris: ['https://bank.internal/cb'] }],
  ['invalid_redirect_uri', { redirectUris: [] }],
  ['unsupported_grant_type', { grantTypes: ['refresh_token'] }],
  ['invalid_client_auth', { clientAuthMethods: ['client_secret_basic'] }],
  ['invalid_additional_config', { additionalConfig: { consent_expire_in_mins: 9 } }],
  ['invalid_additional_config', { additionalConfig: { unknown_member: true } }],
  ['invalid_additional_config', { additionalConfig: { purpose: { type: 'dance' } } }],
])('%s is refused with HTTP 200: %j', async (code, overrides) => {
  const { registered } = await newRelyingParty(esignet.url, overrides)
  expect(registered.status).toBe(200)
  expect(registered.body.response).toBeNull()
  expect(errorCodes(registered.body)).toEqual([code])
})

test('all broken fields are told together', async () => {
  const { registered } = await newRelyingParty(esignet.url, { clientName: '', logoUri: '', grantTypes: [] })
  expect(errorCodes(registered.body)).toEqual(['invalid_client_name', 'invalid_uri', 'unsupported_grant_type'])
})

test('localhost, addresses and other schemes may be redirected to', async () => {
  const redirectUris = ['http://localhost:3000/cb', 'http://127.0.0.1/cb', 'veridonia.app://back']
  const { registered } = await newRelyingParty(esignet.url, { redirectUris })
  expect(errorCodes(registered.body)).toEqual([])
})

test('a client id and a key each belong to one client; a key too long looks like one already used', async () => {
  const first = await newRelyingParty(esignet.url)
  const again = await manage(esignet.url, 'POST', '/client', first.request)
  expect(errorCodes(again.body)).toEqual(['duplicate_client_id'])
  const sameKey = await manage(esignet.url, 'POST', '/client', { ...first.request, clientId: 'another' })
  expect(errorCodes(sameKey.body)).toEqual(['duplicate_public_key'])
  const { publicKey } = await generateKeyPair('ES256')
  const long = { ...(await exportJWK(publicKey)), x5u: `https://bank.example/${'x'.repeat(1000)}` }
  const tooLong = await newRelyingParty(esignet.url, { publicKey: long })
  expect(errorCodes(tooLong.registered.body)).toEqual(['duplicate_public_key'])
})

test('a full update needs every field, ignores the key, and can switch a client off', async () => {
  const party = await newRelyingParty(esignet.url)
  const path = `/client/${party.clientId}`
  const partial = await manage(esignet.url, 'PUT', path, { clientName: 'New name', status: 'INACTIVE' })
  expect(errorCodes(partial.body)).toContain('invalid_redirect_uri')
  const other = await exportJWK((await generateKeyPair('ES256')).publicKey)
  const full = { ...party.request, publicKey: other, status: 'ACTIVE' }
  expect(errorCodes((await manage(esignet.url, 'PUT', path, full)).body)).toEqual([])
  // The old key still signs.
  expect((await login(party, party.authorization())).code).toHaveLength(43)

  const off = await manage(esignet.url, 'PATCH', path, { status: 'INACTIVE' })
  expect(off.body.response).toEqual({ clientId: party.clientId, status: 'INACTIVE' })
  const { body } = await party.push(party.authorization())
  expect(body).toEqual({ error: 'invalid_request', error_description: 'invalid_client_id' })
  expect(errorCodes((await manage(esignet.url, 'PUT', '/client/nobody', full)).body)).toEqual(['invalid_client_id'])
})

test('the envelope needs a time of now, with milliseconds and Z', async () => {
  for (const requestTime of ['2020-01-01T00:00:00.000Z', new Date().toISOString().replace(/\.\d+Z/, 'Z'), 17]) {
    const response = await fetch(`${esignet.url}/v1/esignet/client-mgmt/client`, {
      method: 'POST',
      body: JSON.stringify({ requestTime, request: {} }),
    })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('requestTime: invalid_request')
  }
})
