import { afterAll, beforeAll, expect, test } from 'vitest'
import { driveLogin } from '../../../sandbox/esignet/drive.ts'
import { type EsignetEvent, type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { identify, login } from './login.ts'
import { asha, people } from './people.ts'
import { acr, type Form, newRelyingParty } from './relying-party.ts'

let esignet: RunningEsignet
const events: EsignetEvent[] = []
beforeAll(async () => {
  esignet = await startEsignet({
    port: 0,
    identities: people,
    verificationMetadata: 'as-mock',
    onEvent: (event) => events.push(event),
  })
})
afterAll(() => esignet.close())

const asAsha = { individualId: asha.individualId, factor: 'pin', pin: asha.pin, consent: 'allow' } as const

test.each([
  ['invalid_client_id', { client_id: 'nobody' }],
  ['invalid_redirect_uri', { redirect_uri: 'https://evil.example' }],
  ['invalid_response_type', { response_type: 'id_token' }],
  ['invalid_scope', { scope: 'profile' }],
  ['invalid_scope', { scope: 'openid mosip_identity_vc_ldp' }],
  ['invalid_prompt', { prompt: 'login consent' }],
  ['invalid_display', { display: 'hologram' }],
  ['invalid_claim', { claims: '{"userinfo":{"name":{"essential":"yes"}}}' }],
  ['invalid_id_token_hint', { id_token_hint: 'x' }],
  ['unknown_error', { max_age: 'soon' }],
  ['unknown_error', { claims: '{"id_token":{"acr":{"essential":true}}}' }],
  ['invalid_pkce_challenge', { code_challenge: undefined }],
  ['unsupported_pkce_challenge_method', { code_challenge_method: 'plain' }],
])('%s is shown and never redirected: %j', async (code, overrides: Form) => {
  const party = await newRelyingParty(esignet.url)
  const authorizeUrl = party.authorizeUrl(party.authorization(overrides))
  await expect(driveLogin({ ...asAsha, authorizeUrl })).rejects.toThrow(code)
})

test('ignored parameters change nothing', async () => {
  const party = await newRelyingParty(esignet.url)
  const form = party.authorization({ max_age: '0', prompt: 'none', login_hint: 'x', response_mode: 'form_post' })
  const { redirectTo } = await driveLogin({ ...asAsha, authorizeUrl: party.authorizeUrl(form) })
  expect(redirectTo).toContain('code=')
})

test('a literal percent sign in claims breaks: they are decoded twice', async () => {
  const party = await newRelyingParty(esignet.url)
  const claims = JSON.stringify({ userinfo: { name: { purpose: '100% sure' } } })
  await expect(
    driveLogin({ ...asAsha, authorizeUrl: party.authorizeUrl(party.authorization({ claims })) }),
  ).rejects.toThrow('authorization_failed_msg')
})

test('registered redirect URIs are patterns', async () => {
  const party = await newRelyingParty(esignet.url, { redirectUris: ['https://*.bank.example/**'] })
  const at = (redirect_uri: string) => party.push(party.authorization({ redirect_uri }))
  expect((await at('https://any.bank.example/a/b')).status).toBe(201)
  expect((await at('https://bank.example/a')).body.error_description).toBe('invalid_redirect_uri')
})

test('requested contexts are narrowed to the registered ones; none left means all, silently', async () => {
  const party = await newRelyingParty(esignet.url, { authContextRefs: [acr('static-code'), acr('generated-code')] })
  const with_ = (acr_values: string, options = {}) => identify(party, party.authorization({ acr_values }), options)
  await expect(with_(acr('generated-code'))).rejects.toThrow('auth_factor_mismatch')
  const before = events.length
  const { idToken } = await with_(acr('biometrics'))
  expect(idToken.acr).toBe(acr('static-code'))
  expect(events.slice(before).map((event) => event.outcome)).toContain('acr-fallback')
  const claims = JSON.stringify({ id_token: { acr: { values: [acr('static-code')] } } })
  const both = party.authorization({ acr_values: acr('generated-code'), claims })
  expect((await identify(party, both)).idToken.acr).toBe(acr('static-code'))
})

test('claims the client has not registered vanish without a word', async () => {
  const party = await newRelyingParty(esignet.url, { userClaims: ['email'] })
  const claims = JSON.stringify({
    userinfo: {
      name: { essential: true },
      email: null,
      verified_claims: { verification: { trust_framework: null }, claims: { birthdate: { essential: true } } },
    },
  })
  const { userinfo } = await identify(party, party.authorization({ claims }))
  expect(Object.keys(userinfo).sort()).toEqual(['aud', 'email', 'iss', 'sub'])
})

test('a declined voluntary claim is just missing', async () => {
  const party = await newRelyingParty(esignet.url)
  const claims = JSON.stringify({ userinfo: { name: { essential: true }, email: null } })
  const { userinfo } = await identify(party, party.authorization({ claims }), { acceptVoluntary: false })
  expect(userinfo.name).toBe('Asha Moreau')
  expect(userinfo).not.toHaveProperty('email')
})

test('consent is remembered per client and request; another request, or prompt=consent, asks again', async () => {
  const party = await newRelyingParty(esignet.url)
  const claims = JSON.stringify({ userinfo: { name: { essential: true }, email: null } })
  const asked = async (form: Form, acceptVoluntary = true) => {
    const { steps, userinfo } = await identify(party, party.authorization(form), { acceptVoluntary })
    return { asked: steps.some((step) => step.what.startsWith('allows')), email: userinfo.email }
  }
  expect(await asked({ claims }, false)).toEqual({ asked: true, email: undefined })
  // The earlier choice is used again, whatever the person would choose now.
  expect(await asked({ claims }, true)).toEqual({ asked: false, email: undefined })
  expect((await asked({ claims, prompt: 'consent' })).asked).toBe(true)
  // The list of contexts is part of the request, and one record is all there is.
  expect((await asked({ claims, acr_values: acr('static-code') })).asked).toBe(true)
  expect((await asked({ claims })).asked).toBe(true)
  expect((await asked({ claims })).asked).toBe(false)
  // Asking for nothing needs no consent and forgets the one there was.
  expect((await asked({})).asked).toBe(false)
  expect((await asked({ claims })).asked).toBe(true)
})

test('cancelling goes back with the quirks of the page', async () => {
  const party = await newRelyingParty(esignet.url, { redirectUris: ['https://bank.example/cb?tenant=1'] })
  const claims = JSON.stringify({ userinfo: { name: null } })
  const form = party.authorization({ claims, redirect_uri: 'https://bank.example/cb?tenant=1' })
  const pushed = await login(party, form, { consent: 'cancel' })
  expect(pushed.redirectTo).toMatch(
    /^https:\/\/bank\.example\/cb\?tenant=1\?error_description=[^&]+&state=null&error=access_denied$/,
  )
  const again = party.authorization({ ...form, nonce: undefined })
  const plain = await driveLogin({ ...asAsha, authorizeUrl: party.authorizeUrl(again), consent: 'cancel' })
  expect(plain.redirectTo).toContain(`&state=${form.state}&error=access_denied`)
  expect(plain.redirectTo).not.toContain('iss=')
})
