import { createHash } from 'node:crypto'
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { driveLogin } from '../../../sandbox/esignet/drive.ts'
import { type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { asha, people } from './people.ts'
import { acr, newRelyingParty } from './relying-party.ts'

let esignet: RunningEsignet
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock' })
})
afterAll(() => esignet.close())

const claims = JSON.stringify({
  userinfo: {
    email: { essential: true },
    verified_claims: { verification: { trust_framework: { value: 'eidas' } }, claims: { name: { essential: true } } },
  },
})

for (const way of ['pushed', 'plain'] as const) {
  test(`a ${way} login ends in tokens and userinfo whose signatures hold`, async () => {
    const party = await newRelyingParty(esignet.url, {}, way === 'pushed' ? 'PS256' : 'RS256')
    const form = party.authorization({ claims, acr_values: acr('generated-code') })
    const authorizeUrl = way === 'pushed' ? await party.pushedUrl(form) : party.authorizeUrl(form)
    const before = Math.floor(Date.now() / 1000)
    const { redirectTo } = await driveLogin({
      authorizeUrl,
      individualId: asha.individualId,
      factor: 'otp',
      consent: 'allow',
    })
    const back = new URL(redirectTo)
    expect([...back.searchParams.keys()]).toEqual(['state', 'code', 'iss'])
    expect(back.searchParams.get('state')).toBe(form.state)
    expect(back.searchParams.get('iss')).toBe(esignet.url)
    const code = back.searchParams.get('code') ?? ''
    expect(code).toMatch(/^[\w-]{43}$/)

    const answer = await party.redeem(code)
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body)).toEqual(['id_token', 'token_type', 'access_token', 'expires_in'])
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
    const accessToken = String(answer.body.access_token)
    const keys = createRemoteJWKSet(new URL(`${esignet.url}/.well-known/jwks.json`))
    const { payload, protectedHeader } = await jwtVerify(String(answer.body.id_token), keys, {
      algorithms: ['PS256'],
      issuer: esignet.url,
      audience: party.clientId,
    })
    expect(Object.keys(protectedHeader).sort()).toEqual(['alg', 'kid'])
    const hash = createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url')
    expect(Object.keys(payload).sort()).toEqual(
      ['iss', 'sub', 'aud', 'iat', 'exp', 'auth_time', 'nonce', 'acr', 'at_hash'].sort(),
    )
    expect(payload).toMatchObject({ nonce: form.nonce, acr: acr('generated-code'), at_hash: hash })
    expect(Number(payload.auth_time)).toBeGreaterThanOrEqual(before)
    expect(Number(payload.exp) - Number(payload.iat)).toBe(3600)
    await jwtVerify(accessToken, keys, { algorithms: ['PS256'], issuer: esignet.url, audience: party.clientId })

    const info = await party.userinfo(accessToken)
    expect(info.status).toBe(200)
    expect(info.headers.get('content-type')).toBe('application/jwt;charset=UTF-8')
    expect(info.headers.get('cache-control')).toBeNull()
    const jws = await info.text()
    expect(decodeProtectedHeader(jws).kid).not.toBe(protectedHeader.kid)
    const user = await jwtVerify(jws, keys, {
      algorithms: ['RS256'],
      issuer: `${esignet.url}/v1/esignet`,
      audience: party.clientId,
      subject: payload.sub ?? '',
    })
    expect(user.payload).toEqual({
      iss: `${esignet.url}/v1/esignet`,
      sub: payload.sub,
      aud: party.clientId,
      email: 'asha@people.example',
      verified_claims: [
        {
          verification: {
            trust_framework: 'eidas',
            time: expect.stringMatching(/^2026-05-01T09:30:15\.250\d{3}$/),
          },
          claims: { name: 'Asha Moreau' },
        },
      ],
    })
  })
}

test('PIN and fingerprint give their own acr', async () => {
  for (const [factor, context] of [
    ['pin', 'static-code'],
    ['bio', 'biometrics'],
  ] as const) {
    const party = await newRelyingParty(esignet.url)
    const form = party.authorization({ acr_values: acr(context) })
    const { redirectTo } = await driveLogin({
      authorizeUrl: await party.pushedUrl(form),
      individualId: asha.individualId,
      factor,
      pin: asha.pin,
      consent: 'allow',
    })
    const { body } = await party.redeem(new URL(redirectTo).searchParams.get('code') ?? '')
    const keys = createRemoteJWKSet(new URL(`${esignet.url}/.well-known/jwks.json`))
    const { payload } = await jwtVerify(String(body.id_token), keys)
    expect(payload.acr).toBe(acr(context))
  }
})
