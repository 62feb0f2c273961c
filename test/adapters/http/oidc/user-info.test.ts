import { describe, expect, test } from 'vitest'
import { breaks, client, endOf, says, signed, standIn, strangersKey, tokens } from './stand-in.ts'

const jwt = { 'content-type': 'application/jwt' }
const claims = await signed({ sub: 'subject', name: 'Lina Marzouk' }, { alg: 'RS256' })

describe('UserInfo', () => {
  test('is asked for with the token in the header and nowhere else, and for a JWT', async () => {
    const { provider, asked } = await standIn()
    await provider.userInfo(tokens('the-access-token'), client('client-1'))
    expect(asked('userinfo')).toMatchObject([
      {
        method: 'GET',
        path: '/userinfo',
        body: '',
        headers: { authorization: 'Bearer the-access-token', accept: 'application/jwt' },
      },
    ])
  })

  test.each(['application/jwt', 'application/jwt; charset=utf-8', 'Application/JWT'])('arrives as %s', async (type) => {
    const { provider } = await standIn({ userinfo: says(200, claims, { 'content-type': type }) })
    expect(await provider.userInfo(tokens('a'), client('c'))).toEqual({
      ok: true,
      value: { claims: { sub: 'subject', name: 'Lina Marzouk' }, keyId: 'key-1' },
    })
  })

  test('may carry a picture', async () => {
    const picture = 'A'.repeat(300 * 1024)
    const { provider } = await standIn({ userinfo: says(200, await signed({ sub: 's', picture }), jwt) })
    expect(await provider.userInfo(tokens('a'), client('c'))).toMatchObject({
      ok: true,
      value: { claims: { picture } },
    })
  })
})

describe('an answer that is none', () => {
  test.each([
    ['plain claims', says(200, { sub: 'subject' }), { code: 'userinfo-unsigned' }],
    ['signed claims that say they are not', says(200, claims), { code: 'userinfo-unsigned' }],
    ['a page', says(200, '<html>', { 'content-type': 'text/html' }), { code: 'userinfo-unsigned' }],
    ['a JWT that is none', says(200, 'claims', jwt), { code: 'token-malformed' }],
    ['an encrypted JWT', says(200, 'a.b.c.d.e', jwt), { code: 'token-malformed' }],
    ['nothing', says(204, ''), { code: 'userinfo-refused', detail: 'userinfo answered 204' }],
    ['a redirect', says(302, '', { location: '/elsewhere' }), { fault: 'redirect-refused' }],
    ['a no', says(401, { error: 'invalid_token' }), { code: 'userinfo-refused', detail: 'userinfo answered 401' }],
    ['another no', says(403, {}), { code: 'userinfo-refused', detail: 'userinfo answered 403' }],
    ['a failure', says(500, {}), { fault: 'provider-unavailable' }],
    ['a broken connection', breaks, { fault: 'provider-unavailable' }],
    ['more than any picture', says(200, 'a'.repeat(512 * 1024 + 1), jwt), { fault: 'answer-too-large' }],
  ])('%s', async (_, answer, end) => {
    const { provider, asked } = await standIn({ userinfo: answer })
    expect(await endOf(provider.userInfo(tokens('a'), client('c')))).toEqual(end)
    expect(asked('userinfo')).toHaveLength(1)
  })

  test('claims signed by a stranger', async () => {
    const { provider } = await standIn({ userinfo: says(200, await signed({ sub: 's' }, {}, strangersKey), jwt) })
    expect(await endOf(provider.userInfo(tokens('a'), client('c')))).toEqual({ code: 'signature-invalid' })
  })
})

describe('the keys of the provider', () => {
  test('are fetched once for ID token and UserInfo, and before a code is spent', async () => {
    const { provider, asked } = await standIn()
    await provider.prepareKeys()
    expect(asked('jwks')).toHaveLength(1)
    await provider.exchange({ code: 'c', codeVerifier: 'v', redirectUri: 'r' }, client(), async () => 'assertion')
    await provider.userInfo(tokens('a'), client('c'))
    await provider.prepareKeys()
    expect(asked('jwks')).toHaveLength(1)
  })
})

describe('what was agreed about encryption', () => {
  const encrypted = { ...client('c'), unwrapKey: async () => undefined }

  test('holds: claims that were to be encrypted and are not', async () => {
    const { provider } = await standIn({ userinfo: says(200, claims, jwt) })
    expect(await endOf(provider.userInfo(tokens('a'), encrypted))).toEqual({ code: 'userinfo-not-encrypted' })
  })

  test('holds the other way: an envelope nobody agreed on is no token', async () => {
    const { provider } = await standIn({ userinfo: says(200, 'a.b.c.d.e', jwt) })
    expect(await endOf(provider.userInfo(tokens('a'), client('c')))).toEqual({ code: 'token-malformed' })
  })
})
