import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Deployment, type RunningEsignet, startEsignet } from '../../../../sandbox/esignet/start.ts'
import { asha, carla, people } from '../people.ts'
import { acr, object } from '../relying-party.ts'
import { newReleaseParty } from './release-party.ts'

let esignet: RunningEsignet
let go: Deployment
let passed = 0
const now = () => new Date(Date.now() + passed)
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', releases: ['2.0'], now })
  go = esignet.deployment('2.0')
})
afterAll(() => esignet.close())

const withoutFollowing = async (url: string) => {
  const answer = await fetch(url, { redirect: 'manual' })
  return { status: answer.status, to: new URL(answer.headers.get('location') ?? 'none:', url) }
}

test('discovery is truthful and short, and a proxy shows it under the old prefix as well', async () => {
  const document = await object(await fetch(go.discovery))
  expect(document).toMatchObject({
    issuer: go.issuer,
    authorization_endpoint: `${go.issuer}/oauth2/authorize`,
    pushed_authorization_request_endpoint: `${go.issuer}/oauth2/par`,
    token_endpoint: `${go.issuer}/oauth2/token`,
    userinfo_endpoint: `${go.issuer}/oauth2/userinfo`,
    jwks_uri: `${go.issuer}/oauth2/jwks`,
    grant_types_supported: ['authorization_code'],
    userinfo_encryption_enc_values_supported: ['A256GCM'],
    acr_values_supported: ['generated-code', 'biometrics', 'knowledge', 'password'].map(acr),
  })
  for (const absent of [
    'claims_in_verified_claims_supported',
    'response_modes_supported',
    'request_parameter_supported',
  ]) {
    expect(document).not.toHaveProperty(absent)
  }
  const proxied = await fetch(`${go.issuer}/v1/esignet/.well-known/openid-configuration`)
  expect(await object(proxied)).toEqual(document)
  const { keys } = await object(await fetch(`${go.issuer}/oauth2/jwks`))
  expect(keys).toMatchObject([{ alg: 'PS256' }, { alg: 'RS256' }])
})

describe('the authorization endpoint', () => {
  test('redirects to the sign-in page', async () => {
    const party = await newReleaseParty(go)
    const { status, to } = await withoutFollowing(party.authorizeUrl(party.authorization()))
    expect([status, `${to.origin}${to.pathname}`]).toEqual([302, `${go.issuer}/signin`])
    expect([...to.searchParams.keys()]).toEqual(['authId', 'applicationId', 'executionId'])
    expect((await fetch(to)).headers.get('content-type')).toContain('text/html')
  })

  test.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_request', { response_mode: 'form_post' }],
    ['invalid_scope', { scope: 'openid unheard_of' }],
    ['invalid_request', { nonce: 'x'.repeat(65) }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge: 'short' }],
    ['invalid_request', { prompt: 'dance' }],
    ['login_required', { prompt: 'none' }],
    ['account_selection_required', { prompt: 'select_account' }],
  ])('sends %s back, with issuer and state: %j', async (error, overrides) => {
    const party = await newReleaseParty(go)
    const form = party.authorization(overrides)
    const { status, to } = await withoutFollowing(party.authorizeUrl(form))
    expect([status, `${to.origin}${to.pathname}`]).toEqual([302, 'https://bank.example/callback'])
    expect(to.searchParams.get('error')).toBe(error)
    expect([to.searchParams.get('iss'), to.searchParams.get('state')]).toEqual([go.issuer, form.state])
    expect((await party.login(form)).searchParams.get('error')).toBe(error)
  })

  test.each([
    [{ client_id: 'nobody' }],
    [{ redirect_uri: 'https://bank.example/callback?x' }],
    [{ claims: '{broken' }],
    [{ request_uri: 'urn:ietf:params:oauth:request_uri:unknown' }],
  ])('shows a page of its own for %j', async (overrides) => {
    const party = await newReleaseParty(go)
    const form = party.authorization(overrides)
    const { to } = await withoutFollowing(party.authorizeUrl(form))
    expect(`${to.origin}${to.pathname}`).toBe(`${go.issuer}/error`)
    expect(await (await fetch(to)).text()).toContain('invalid_request')
    await expect(party.login(form)).rejects.toThrow('invalid_request')
  })

  test('a repeated parameter is JSON; POST is not known; a pattern is no address', async () => {
    const party = await newReleaseParty(go, { redirectUris: ['https://bank.example/*'] })
    const url = party.authorizeUrl(party.authorization())
    const twice = await fetch(`${url}&state=again`, { redirect: 'manual' })
    expect([twice.status, (await object(twice)).error]).toEqual([400, 'invalid_request'])
    expect((await fetch(url, { method: 'POST' })).status).toBe(405)
    expect((await withoutFollowing(url)).to.pathname).toContain('/error')
  })

  test('a pushed request lives an hour and works once; a client that must push is shown a page', async () => {
    const party = await newReleaseParty(go, { additionalConfig: { require_pushed_authorization_requests: true } })
    const pushed = await party.push(party.authorization())
    expect([pushed.status, pushed.body.expires_in]).toEqual([201, 3600])
    const url = await party.pushedUrl(party.authorization())
    expect((await withoutFollowing(url)).to.pathname).toContain('/signin')
    expect((await withoutFollowing(url)).to.pathname).toContain('/error')
    expect((await withoutFollowing(party.authorizeUrl(party.authorization()))).to.pathname).toContain('/error')
  })

  test('at PAR the request is judged at once', async () => {
    const party = await newReleaseParty(go, { additionalConfig: { require_pkce: true } })
    for (const [error, overrides] of [
      ['invalid_scope', { scope: 'openid unheard_of' }],
      ['invalid_request', { claims: '{broken' }],
      ['invalid_request', { request_uri: 'urn:x' }],
      ['invalid_request', { redirect_uri: 'https://evil.example/' }],
      ['invalid_request', { code_challenge: undefined, code_challenge_method: undefined }],
    ] as const) {
      const { status, body } = await party.push(party.authorization(overrides))
      expect([status, body.error]).toEqual([400, error])
    }
  })
})

describe('the flow', () => {
  const password = `practice${asha.pin}`

  test.each([
    ['otp', 'generated-code'],
    ['bio', 'biometrics'],
    ['password', 'password'],
  ] as const)('a person proves who they are by %s, alone or chosen among others', async (factor, name) => {
    const refs = ['generated-code', 'biometrics', 'password'].map(acr)
    for (const authContextRefs of [[acr(name)], refs]) {
      const party = await newReleaseParty(go, { authContextRefs })
      const form = party.authorization({ acr_values: undefined })
      const back = await party.login(form, { factor, password })
      const { body } = await party.redeem(back.searchParams.get('code') ?? '')
      expect(decodeJwt(String(body.id_token)).acr).toBe(acr(name))
    }
  })

  test('what was asked for decides which ways there are; what is not registered is no wish', async () => {
    const party = await newReleaseParty(go)
    const otpOnly = party.authorization({ acr_values: acr('generated-code') })
    await expect(party.login(otpOnly, { factor: 'bio' })).rejects.toThrow()
    const back = await party.login(party.authorization({ acr_values: acr('password') }), { factor: 'bio' })
    expect(back.searchParams.get('code')).toHaveLength(43)
  })

  test('a wrong code brings the same screen again, a blocked person stays there', async () => {
    const party = await newReleaseParty(go)
    await expect(party.login(party.authorization(), { otp: '000000' })).rejects.toThrow('auth_failed')
    const individualId = carla.individualId
    await expect(party.login(party.authorization(), { individualId })).rejects.toThrow('individual_id_blocked')
  })

  test('voluntary claims may be held back, and the consent is remembered for the same wish', async () => {
    const party = await newReleaseParty(go)
    const claims = JSON.stringify({ userinfo: { name: { essential: true }, email: null } })
    const form = { claims }
    const userinfo = async (options: object) => {
      const back = await party.login(party.authorization(form), options)
      const { body } = await party.redeem(back.searchParams.get('code') ?? '')
      return decodeJwt(await (await party.userinfo(String(body.access_token))).text())
    }
    const first = await userinfo({ acceptVoluntary: false })
    expect([first.name, first.email]).toEqual(['Asha Moreau', undefined])
    // Not asked again: cancelling has no screen to happen on.
    expect((await userinfo({ consent: 'cancel' })).email).toBeUndefined()
  })

  test('the relying party may insist on a subject', async () => {
    const party = await newReleaseParty(go)
    const { body } = await party.redeem(await party.code())
    const { sub } = decodeJwt(String(body.id_token))
    const insisting = (value: unknown) =>
      party.authorization({ claims: JSON.stringify({ id_token: { sub: { value } } }) })
    expect((await party.login(insisting(sub))).searchParams.get('code')).toHaveLength(43)
    expect((await party.login(insisting('another'))).searchParams.get('error')).toBe('access_denied')
  })

  test('a challenge token works once, and an invented assertion never', async () => {
    const party = await newReleaseParty(go)
    const { to } = await withoutFollowing(party.authorizeUrl(party.authorization()))
    const executionId = to.searchParams.get('executionId')
    const execute = async (body: object) => {
      const answer = await fetch(`${go.issuer}/flow/execute`, {
        method: 'POST',
        body: JSON.stringify({ executionId, ...body }),
      })
      return { status: answer.status, body: await object(answer) }
    }
    const first = await execute({})
    expect(first.body).toMatchObject({ flowStatus: 'INCOMPLETE', type: 'VIEW', stepId: 'identify' })
    const { challengeToken } = first.body
    const action = { action: 'submit_uin', inputs: { uin: asha.individualId, captcha_token: 'x' } }
    expect((await execute({ challengeToken: 'guessed', ...action })).status).toBe(400)
    expect((await execute({ challengeToken, ...action })).body).toMatchObject({ stepId: 'otp' })
    expect((await execute({ challengeToken, ...action })).status).toBe(400)
    expect((await execute({ executionId: 'unknown' })).status).toBe(400)

    const callback = await fetch(`${go.issuer}/oauth2/auth/callback`, {
      method: 'POST',
      body: JSON.stringify({ authId: to.searchParams.get('authId'), assertion: 'invented' }),
    })
    expect(callback.status).toBe(400)
  })

  test('the way back to OAuth works once', async () => {
    const party = await newReleaseParty(go)
    const calls: (() => Promise<Response>)[] = []
    const keeping: typeof fetch = (input, init) => {
      if (String(input).endsWith('/oauth2/auth/callback')) calls.push(() => fetch(input, init))
      return fetch(input, init)
    }
    await party.login(party.authorization(), { fetch: keeping })
    expect(calls).toHaveLength(1)
    for (const again of calls) expect((await again()).status).toBe(400)
  })
})

describe('the token endpoint', () => {
  test('the first attempt spends a code, even a failed one, and only of its own client', async () => {
    const party = await newReleaseParty(go)
    const other = await newReleaseParty(go)
    const code = await party.code()
    expect((await other.redeem(code)).body.error).toBe('invalid_grant')
    expect((await party.redeem(code, { code_verifier: 'wrong' })).body.error).toBe('invalid_grant')
    expect((await party.redeem(code)).body.error).toBe('invalid_grant')
    const fresh = await party.code()
    const both = await Promise.all([party.redeem(fresh), party.redeem(fresh)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  test('a code lives a minute, tokens two', async () => {
    const party = await newReleaseParty(go, {}, now)
    const late = await party.code()
    passed += 61_000
    expect((await party.redeem(late)).body.error).toBe('invalid_grant')
    const { body } = await party.redeem(await party.code())
    expect((await party.userinfo(String(body.access_token))).status).toBe(200)
    passed += 121_000
    expect((await party.userinfo(String(body.access_token))).status).toBe(401)
    passed = 0
  })

  test('two ways of authentication and repeated parameters are invalid requests', async () => {
    const party = await newReleaseParty(go)
    const code = await party.code()
    const basic = await party.redeem(code, {}, { authorization: 'Basic eDp5' })
    expect([basic.status, basic.body.error]).toEqual([400, 'invalid_request'])
    expect((await party.redeem(code, { client_secret: 'x' })).body.error).toBe('invalid_request')
    const twice = await fetch(party.endpoint('token_endpoint'), { method: 'POST', body: 'code=1&code=2' })
    expect([twice.status, (await object(twice)).error]).toEqual([400, 'invalid_request'])
  })

  test('the answer tells its scope; without openid there is neither ID token nor userinfo', async () => {
    const party = await newReleaseParty(go)
    const form = party.authorization({ scope: 'email' })
    const { body } = await party.redeem(await party.code(form))
    expect([body.scope, body.id_token]).toEqual(['email', undefined])
    const userinfo = await party.userinfo(String(body.access_token))
    expect([userinfo.status, userinfo.headers.get('www-authenticate')]).toEqual([
      403,
      'Bearer error="insufficient_scope"',
    ])
  })
})

test('userinfo may be asked by POST', async () => {
  const party = await newReleaseParty(go)
  const { body } = await party.redeem(await party.code())
  const headers = { authorization: `Bearer ${body.access_token}` }
  const answer = await fetch(party.endpoint('userinfo_endpoint'), { method: 'POST', headers })
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
})

test('an interception reaches the Go line too, its redirect included', async () => {
  const party = await newReleaseParty(go)
  const seen: string[] = []
  esignet.intercept((door, answer) => {
    seen.push(door)
    const address = Buffer.from(answer.body).toString()
    return door === 'success-redirect' ? { ...answer, body: address.replace(/iss=[^&]*/, 'iss=stranger') } : answer
  })
  const back = await party.login(party.authorization())
  await party.redeem(back.searchParams.get('code') ?? '')
  esignet.intercept(null)
  expect(back.searchParams.get('iss')).toBe('stranger')
  expect(seen).toEqual(['success-redirect', 'token'])
  const lie = await go.signAs('provider', { alg: 'PS256', kid: 'x' }, '{}')
  expect(lie.split('.')).toHaveLength(3)
  expect(go.counters().token).toBeGreaterThan(0)
})
