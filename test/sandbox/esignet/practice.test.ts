import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EsignetEvent, type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { identify, login } from './login.ts'
import { asha, people } from './people.ts'
import { newRelyingParty, object } from './relying-party.ts'

let esignet: RunningEsignet
let events: EsignetEvent[]
beforeEach(async () => {
  events = []
  esignet = await startEsignet({
    port: 0,
    identities: people,
    verificationMetadata: 'as-mock',
    onEvent: (event) => events.push(event),
  })
})
afterEach(() => esignet.close())

const practice = (path: string, body: unknown) =>
  fetch(`${esignet.url}/practice/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

test('the relying party is counted by door', async () => {
  const party = await newRelyingParty(esignet.url)
  await identify(party, party.authorization())
  await fetch(`${esignet.url}/.well-known/openid-configuration`)
  await fetch(`${esignet.url}/.well-known/jwks.json`)
  expect(esignet.counters()).toEqual({ discovery: 1, jwks: 1, par: 1, token: 1, userinfo: 1 })
  expect(await object(await fetch(`${esignet.url}/practice/state`))).toEqual({
    verificationMetadata: 'as-mock',
    counters: esignet.counters(),
    faults: [],
  })
})

test('settings change, and only to what exists', async () => {
  expect((await object(await practice('settings', { verificationMetadata: 'oidc4ida' }))).verificationMetadata).toBe(
    'oidc4ida',
  )
  expect((await practice('settings', { verificationMetadata: 'wishful' })).status).toBe(400)
  expect((await practice('faults', { name: 'coffee' })).status).toBe(400)
  // @ts-expect-error a name nobody knows
  expect(() => esignet.fault('coffee')).toThrow(/Unknown fault/)
})

test('a form from another page cannot reach the practice doors', async () => {
  const answer = await fetch(`${esignet.url}/practice/faults`, { method: 'POST', body: '{"name":"token-500"}' })
  expect(answer.status).toBe(400)
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
})

test('documents and PAR can fail, for as many times as asked', async () => {
  const party = await newRelyingParty(esignet.url)
  esignet.fault('discovery-500')
  esignet.fault('jwks-500', 1)
  await practice('faults', { name: 'par-500', times: 1 })
  const statusOf = async (path: string) => (await fetch(`${esignet.url}${path}`)).status
  expect(await statusOf('/.well-known/openid-configuration')).toBe(500)
  expect(await statusOf('/.well-known/openid-configuration')).toBe(500)
  expect(await statusOf('/.well-known/jwks.json')).toBe(500)
  expect(await statusOf('/.well-known/jwks.json')).toBe(200)
  expect((await party.push(party.authorization())).status).toBe(500)
  expect((await party.push(party.authorization())).status).toBe(201)
  esignet.fault(null)
  expect(await statusOf('/.well-known/openid-configuration')).toBe(200)
})

test('a token failure leaves the code alive', async () => {
  const party = await newRelyingParty(esignet.url)
  const { code } = await login(party, party.authorization())
  esignet.fault('token-500', 1)
  const failed = await party.redeem(code)
  expect([failed.status, failed.body.error]).toEqual([500, 'unknown_error'])
  expect((await party.redeem(code)).status).toBe(200)
})

test('a hanging token endpoint says nothing', async () => {
  esignet.fault('token-hangs', 1)
  const signal = AbortSignal.timeout(500)
  const hanging = fetch(`${esignet.url}/v1/esignet/oauth/v2/token`, { method: 'POST', signal })
  await expect(hanging).rejects.toThrow(/timeout/)
})

test('userinfo can refuse, and the key of its signer can be missing', async () => {
  const party = await newRelyingParty(esignet.url)
  const { body } = await party.redeem((await login(party, party.authorization())).code)
  esignet.fault('userinfo-401', 1)
  const refused = await party.userinfo(String(body.access_token))
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'error="unknown_error"'])
  const jws = await (await party.userinfo(String(body.access_token))).text()
  esignet.fault('kid-missing-from-jwks')
  const keys = createRemoteJWKSet(new URL(`${esignet.url}/.well-known/jwks.json`))
  await jwtVerify(String(body.id_token), keys)
  await expect(jwtVerify(jws, keys)).rejects.toThrow(/no applicable key/)
})

test('the event log tells what happened and no secret', async () => {
  const party = await newRelyingParty(esignet.url)
  const { code } = await login(party, party.authorization({ scope: 'openid email' }), { factor: 'otp' })
  const { body } = await party.redeem(code)
  await party.redeem(code)
  expect(events.filter((event) => event.door === 'token').map(({ outcome, who }) => [outcome, who])).toEqual([
    ['ok', 'relying-party'],
    ['invalid_grant', 'relying-party'],
  ])
  expect(events).toContainEqual(expect.objectContaining({ door: 'send-otp', outcome: 'ok', who: 'browser' }))
  const log = JSON.stringify(events)
  for (const secret of [code, String(body.access_token), asha.individualId, asha.pin, 'asha@', '111111']) {
    expect(log).not.toContain(secret)
  }
})
