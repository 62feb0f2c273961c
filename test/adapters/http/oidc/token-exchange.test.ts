import { describe, expect, test } from 'vitest'
import { Fault } from '../../../../shared/kernel/fault.ts'
import { authenticate, breaks, client, endOf, metadataOf, says, signed, standIn, strangersKey } from './stand-in.ts'

const request = {
  code: 'the code',
  codeVerifier: 'v'.repeat(43),
  redirectUri: 'https://api.example/visa/callback',
}
const idToken = await signed({ sub: 'subject', nonce: 'n' })
const good = { access_token: 'access', id_token: idToken, token_type: 'Bearer', expires_in: 3600 }

describe('the exchange of a code', () => {
  test('sends code, verifier, redirect URI and our assertion, once', async () => {
    const { provider, asked, origin } = await standIn({ token: says(200, good) })
    const to: unknown[] = []
    await provider.exchange(request, client(), async (where) => {
      to.push(where)
      return 'the.client.assertion'
    })
    expect(asked('token')).toHaveLength(1)
    expect(asked('token')[0]?.headers).not.toHaveProperty('authorization')
    expect(Object.fromEntries(new URLSearchParams(asked('token')[0]?.body))).toEqual({
      grant_type: 'authorization_code',
      code: 'the code',
      redirect_uri: request.redirectUri,
      code_verifier: request.codeVerifier,
      client_id: 'client-1',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'the.client.assertion',
    })
    expect(to).toEqual([{ issuer: origin, endpoint: `${origin}/token` }])
  })

  test('gives the signed claims and the access token, and drops the rest', async () => {
    const { provider } = await standIn({ token: says(200, { ...good, refresh_token: 'refresh', scope: 'openid' }) })
    expect(await provider.exchange(request, client(), authenticate)).toEqual({
      ok: true,
      value: { idToken: { claims: { sub: 'subject', nonce: 'n' }, keyId: 'key-1' }, accessToken: 'access' },
    })
  })

  test.each(['bearer', 'BEARER'])('a token type may be spelt %s', async (type) => {
    const { provider } = await standIn({
      token: says(200, { ...good, token_type: type }, { 'content-type': 'application/json;charset=UTF-8' }),
    })
    expect(await provider.exchange(request, client(), authenticate)).toMatchObject({ ok: true })
  })
})

describe('an answer that is none', () => {
  test.each([
    ['has no ID token', says(200, { ...good, id_token: undefined })],
    ['has no access token', says(200, { ...good, access_token: undefined })],
    ['has an empty access token', says(200, { ...good, access_token: '' })],
    ['has an access token longer than any', says(200, { ...good, access_token: 'a'.repeat(16_385) })],
    ['has an access token that is no text', says(200, { ...good, access_token: { a: 1 } })],
    ['does not say which kind of token', says(200, { ...good, token_type: undefined })],
    ['is a list', says(200, [good])],
    ['is no JSON', says(200, '{')],
    ['is a page', says(200, JSON.stringify(good), { 'content-type': 'text/html' })],
    ['is a 201', says(201, good)],
    ['is a 204', says(204, '')],
    ['is a 403', says(403, { error: 'access_denied' })],
    ['is an error in strange words', says(400, { error: '<b>Lina</b>' })],
    ['is an error without a word', says(400, {})],
    ['is an error as a page', says(400, '<html>', { 'content-type': 'text/html' })],
  ])('it %s', async (_, answer) => {
    const { provider, asked, received } = await standIn({ token: answer })
    expect(await endOf(provider.exchange(request, client(), authenticate))).toMatchObject({
      code: 'provider-answer-invalid',
    })
    expect(asked('token')).toHaveLength(1)
    expect(received).toHaveLength(2)
  })
})

describe('an answer with a name of its own', () => {
  test.each([
    ['is for another kind of token', says(200, { ...good, token_type: 'DPoP' }), { code: 'token-type-downgraded' }],
    ['sends us elsewhere, code and all', says(307, good, { location: '/elsewhere' }), { fault: 'redirect-refused' }],
    ['is longer than we read', says(200, ' '.repeat(64 * 1024 + 1)), { fault: 'answer-too-large' }],
    ['says a thing twice', says(200, '{"access_token":"a","access_token":"b"}'), { fault: 'json-duplicate-member' }],
    ['is nested without end', says(200, `${'['.repeat(20_000)}${']'.repeat(20_000)}`), { fault: 'json-too-deep' }],
  ])('it %s', async (_, answer, end) => {
    const { provider, asked } = await standIn({ token: answer })
    expect(await endOf(provider.exchange(request, client(), authenticate))).toEqual(end)
    expect(asked('token')).toHaveLength(1)
  })
})

describe('a provider that says no', () => {
  test.each([
    ['invalid_grant', 'code-rejected'],
    ['invalid_transaction', 'code-rejected'],
    ['invalid_client', 'client-rejected'],
    ['invalid_assertion', 'client-rejected'],
    ['invalid_request', 'provider-error'],
    ['unknown_error', 'provider-error'],
  ])('%s is %s, whichever of its statuses it chose', async (error, code) => {
    for (const status of [400, 401]) {
      const { provider } = await standIn({ token: says(status, { error, error_description: 'secret' }) })
      expect(await endOf(provider.exchange(request, client(), authenticate))).toEqual({ code, detail: error })
    }
  })
})

describe('when nobody knows whether the code was spent', () => {
  test.each([500, 502, 503])('a %i', async (status) => {
    const { provider, asked } = await standIn({ token: says(status, { error: 'invalid_grant' }) })
    expect(await endOf(provider.exchange(request, client(), authenticate))).toMatchObject({ code: 'exchange-unknown' })
    expect(asked('token')).toHaveLength(1)
  })

  test('the connection breaks', async () => {
    const { provider, asked } = await standIn({ token: breaks })
    expect(await endOf(provider.exchange(request, client(), authenticate))).toEqual({ fault: 'exchange-unknown' })
    expect(asked('token')).toHaveLength(1)
  })
})

describe('when the code certainly was not spent', () => {
  test('nobody listens where tokens are', async () => {
    const closed = await standIn()
    await closed.close()
    const { provider, say, origin } = await standIn()
    say('discovery', says(200, { ...metadataOf(origin), token_endpoint: `${closed.origin}/token` }))
    expect(await endOf(provider.exchange(request, client(), authenticate))).toEqual({ fault: 'provider-unavailable' })
  })

  test('our key cannot sign', async () => {
    const { provider, asked } = await standIn()
    const broken = async () => {
      throw new Fault('key-unavailable', 'ThrottlingException')
    }
    expect(await endOf(provider.exchange(request, client(), broken))).toEqual({ fault: 'key-unavailable' })
    expect(asked('token')).toEqual([])
  })
})

describe('an ID token that does not open', () => {
  test.each([
    ['is signed by a stranger', signed({ sub: 'x' }, {}, strangersKey), 'signature-invalid'],
    ['names a key nobody has', signed({ sub: 'x' }, { kid: 'key-2' }), 'key-unknown'],
    ['is signed with what the profile does not accept', signed({ sub: 'x' }, { alg: 'RS256' }), 'algorithm-mismatch'],
    ['is an access token', signed({ sub: 'x' }, { typ: 'at+jwt' }), 'token-type-mismatch'],
    ['is no token', Promise.resolve('id_token'), 'token-malformed'],
  ])('it %s', async (_, token, code) => {
    const { provider } = await standIn({ token: says(200, { ...good, id_token: await token }) })
    expect(await endOf(provider.exchange(request, client(), authenticate))).toEqual({ code })
  })

  test('the keys cannot be read', async () => {
    const { provider } = await standIn({ jwks: says(500, {}) })
    expect(await endOf(provider.exchange(request, client(), authenticate))).toEqual({
      fault: 'provider-keys-unavailable',
    })
  })
})
