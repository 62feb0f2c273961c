import { afterEach, beforeEach, expect, test } from 'vitest'
import { driveLogin } from '../../../sandbox/esignet/drive.ts'
import { type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { openLogin } from './login-calls.ts'
import { asha, bruno, carla, people } from './people.ts'
import { newRelyingParty } from './relying-party.ts'

let esignet: RunningEsignet
let passed: number
const now = () => new Date(Date.now() + passed)
beforeEach(async () => {
  passed = 0
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', now })
})
afterEach(() => esignet.close())

const claims = JSON.stringify({ userinfo: { email: { essential: true }, name: null } })
const begin = () => openLogin(esignet.url, { claims }, now)
const pin = (challenge: string) => ({ authFactorType: 'PIN', challenge, format: 'number' })

test('the fourth wrong PIN blocks the number for ten minutes, in every login', async () => {
  const { authenticate } = await begin()
  for (const code of ['auth_failed', 'auth_failed', 'auth_failed', 'no_attempts_left', 'individual_id_blocked']) {
    expect(await authenticate(asha.individualId, pin('000000'))).toBe(code)
  }
  const fresh = await begin()
  expect(await fresh.authenticate(asha.individualId, pin(asha.pin))).toBe('individual_id_blocked')
  passed = 601_000
  expect(await (await begin()).authenticate(asha.individualId, pin(asha.pin))).toBe('ok')
})

test('the fourth code blocks as well; a code must be sent before it can be right', async () => {
  const { sendOtp, authenticate } = await begin()
  const otp = { authFactorType: 'OTP', challenge: '111111', format: 'alpha-numeric' }
  expect(await authenticate(asha.individualId, otp)).toBe('auth_failed')
  for (const code of ['ok', 'ok', 'ok', 'no_attempts_left']) expect(await sendOtp(asha.individualId)).toBe(code)
  expect(await (await begin()).sendOtp(asha.individualId)).toBe('individual_id_blocked')
})

test('people who cannot be reached or do not exist', async () => {
  const { sendOtp, authenticate } = await begin()
  expect(await sendOtp(bruno.individualId)).toBe('no_email_mobile_found')
  expect(await sendOtp('999')).toBe('invalid_individual_id')
  expect(await authenticate('999', pin('123456'))).toBe('invalid_individual_id')
})

test('challenges have formats and lengths, and must be of an offered factor', async () => {
  const { authenticate } = await begin()
  const someone = bruno.individualId
  expect(await authenticate(someone, { ...pin('123456'), format: 'alpha-numeric' })).toBe('invalid_challenge_format')
  expect(await authenticate(someone, pin('12345'))).toBe('invalid_challenge_length')
  expect(await authenticate(someone, { ...pin('123456'), authFactorType: 'DNA' })).toBe('invalid_auth_factor_type')
  const password = { authFactorType: 'PWD', challenge: 'a-password', format: 'alpha-numeric' }
  expect(await authenticate(someone, password)).toBe('auth_factor_mismatch')
})

test('steps expire: 300 seconds to authenticate, 120 to consent', async () => {
  const slow = await begin()
  passed = 301_000
  expect(await slow.authenticate(asha.individualId, pin(asha.pin))).toBe('invalid_transaction')
  const dawdling = await begin()
  expect(await dawdling.authenticate(asha.individualId, pin(asha.pin))).toBe('ok')
  passed += 121_000
  expect(await dawdling.authCode(['email'])).toBe('invalid_transaction')
})

test('a login has one place at a time, and its answer must be known', async () => {
  const { authenticate, authCode, withHash } = await begin()
  expect(await authCode(['email'])).toBe('invalid_transaction')
  expect(await withHash('wrong', asha.individualId, pin(asha.pin))).toBe('invalid_request')
  expect(await authenticate(asha.individualId, pin(asha.pin))).toBe('ok')
  expect(await authenticate(asha.individualId, pin(asha.pin))).toBe('invalid_transaction')
})

test('consent must hold every essential claim and nothing that was not asked', async () => {
  const { authenticate, authCode, claimDetails } = await begin()
  await authenticate(asha.individualId, pin(asha.pin))
  expect(await claimDetails()).toBe('ok')
  expect(await claimDetails()).toBe('no_attempts_left')
  expect(await authCode(['name'])).toBe('invalid_accepted_claim')
  expect(await authCode(['email', 'birthdate'])).toBe('invalid_accepted_claim')
  expect(await authCode(['email'], ['Manage-Everything'])).toBe('invalid_permitted_scope')
  expect(await authCode(['email'])).toBe('ok')
})

test('the CSRF header must be the masked token, not the cookie', async () => {
  const { csrfStatus } = await begin()
  expect(await csrfStatus('masked')).toBe(200)
  expect(await csrfStatus('cookie')).toBe(403)
  expect(await csrfStatus('none')).toBe(403)
})

test('a blocked person may leave, back to the service', async () => {
  const party = await newRelyingParty(esignet.url)
  const drive = async (consent: 'allow' | 'leave-at-block') =>
    driveLogin({
      authorizeUrl: await party.pushedUrl(party.authorization()),
      individualId: carla.individualId,
      factor: 'otp',
      consent,
    })
  await expect(drive('allow')).rejects.toThrow('individual_id_blocked')
  const { redirectTo } = await drive('leave-at-block')
  expect(redirectTo).toMatch(/callback\?error_description=[^&]+&state=null&error=individual_id_blocked$/)
})
