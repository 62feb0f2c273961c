import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { Fault, PassingFault } from '../../../../shared/kernel/fault.ts'
import type { IdentityProvider } from '../../../../shared/ports/identity-provider.ts'
import { startLogin } from '../../../../shared/use-cases/start-login.ts'
import { aHouse, type House } from '../../../support/house.ts'
import { authenticate, breaks, breaksWithin, client, endOf, nonsense, says, standIn } from './stand-in.ts'

const parameters = { response_type: 'code', state: 'st ate', claims: '{"userinfo":{"name":null}}' }
const good = { request_uri: 'urn:ietf:params:oauth:request_uri:abc-123', expires_in: 60 }

describe('a pushed request', () => {
  test('carries the parameters and our assertion in its body, once', async () => {
    const { provider, asked, origin } = await standIn()
    const to: unknown[] = []
    await provider.authorize(parameters, client('client-1'), async (where) => {
      to.push(where)
      return 'the.client.assertion'
    })
    const [request] = asked('par')
    expect(asked('par')).toHaveLength(1)
    expect(request).toMatchObject({ method: 'POST', path: '/par' })
    expect(request?.headers).not.toHaveProperty('authorization')
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      ...parameters,
      client_id: 'client-1',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'the.client.assertion',
    })
    expect(to).toEqual([{ issuer: origin, endpoint: `${origin}/par` }])
  })

  test('sends the browser on with a client and a reference, and nothing else', async () => {
    const { provider, origin } = await standIn()
    const pushed = await provider.authorize(parameters, client('client 1&x=y'), authenticate)
    expect(pushed).toEqual({ ok: true, value: expect.any(URL) })
    const location = new URL(String(pushed.ok && pushed.value))
    expect(location.origin + location.pathname).toBe(`${origin}/authorize`)
    expect(Object.fromEntries(location.searchParams)).toEqual({
      client_id: 'client 1&x=y',
      request_uri: good.request_uri,
    })
  })
})

describe('an answer that must not end up in an address', () => {
  test.each([
    ['an address', { ...good, request_uri: 'https://evil.example/request' }],
    ['another name', { ...good, request_uri: 'urn:example:abc' }],
    ['a parameter smuggled in', { ...good, request_uri: `${good.request_uri}&redirect_uri=x` }],
    ['a line break', { ...good, request_uri: `${good.request_uri}\n` }],
    ['no reference', { ...good, request_uri: 'urn:ietf:params:oauth:request_uri:' }],
    ['a reference without end', { ...good, request_uri: `urn:ietf:params:oauth:request_uri:${'a'.repeat(257)}` }],
    ['no request_uri', { expires_in: 60 }],
    ['no life', { request_uri: good.request_uri }],
    ['a life already over', { ...good, expires_in: 0 }],
    ['a life too short to arrive', { ...good, expires_in: 4 }],
    ['a life longer than any', { ...good, expires_in: 601 }],
    ['half a second', { ...good, expires_in: 60.5 }],
    ['a list', []],
  ])('%s', async (_, body) => {
    const { provider } = await standIn({ par: says(201, body) })
    expect(await endOf(provider.authorize(parameters, client('c'), authenticate))).toEqual({
      code: 'pushed-answer-invalid',
    })
  })
})

describe('a failure that may be over a moment later', () => {
  const failureOf = (deed: Promise<unknown>) =>
    deed.then(
      () => undefined,
      (error: unknown) => error,
    )

  test.each([
    ['500', says(500, {})],
    ['502', says(502, '<h1>Bad gateway</h1>', { 'content-type': 'text/html' })],
    ['503', says(503, {}, { 'retry-after': '5' })],
    ['504', says(504, {})],
    ['a broken connection', breaks],
    ['half an answer', breaksWithin],
  ])('%s is one, and is asked for once', async (_, answer) => {
    const { provider, asked } = await standIn({ par: answer })
    const failure = await failureOf(provider.authorize(parameters, client('c'), authenticate))
    expect(failure).toBeInstanceOf(PassingFault)
    expect(failure).toMatchObject({ code: 'provider-unavailable' })
    expect(asked('par')).toHaveLength(1)
  })

  test('a connection that nobody takes is one', async () => {
    const { provider, close } = await standIn()
    await provider.issuer()
    await close()
    const failure = await failureOf(provider.authorize(parameters, client('c'), authenticate))
    expect(failure).toBeInstanceOf(PassingFault)
    expect(failure).toMatchObject({ code: 'provider-unavailable' })
  })

  test.each([
    ['wants to be left alone', says(429, {}, { 'retry-after': '1' }), 'provider-unavailable'],
    ['answers no HTTP', nonsense, 'provider-unavailable'],
    ['sends us elsewhere', says(307, {}, { location: '/elsewhere' }), 'redirect-refused'],
    ['answers more than we read', says(201, ' '.repeat(64 * 1024 + 1)), 'answer-too-large'],
  ])('one that %s is none', async (_, answer, code) => {
    const { provider, asked } = await standIn({ par: answer })
    const failure = await failureOf(provider.authorize(parameters, client('c'), authenticate))
    expect(failure).toMatchObject({ code })
    expect(failure).not.toBeInstanceOf(PassingFault)
    expect(asked('par')).toHaveLength(1)
  })
})

describe('a login that is begun while pushing fails', () => {
  const beginAt = ({ world }: House, provider: IdentityProvider) =>
    startLogin({ ...world, providers: { get: () => provider } })({
      service: 'omera-bank',
      act: 'open-account',
      traceId: 'trace-1',
    })
  const pushes = (asked: readonly { readonly body: string }[]) => asked.map(({ body }) => new URLSearchParams(body))

  test('is pushed once more, and says nothing twice that the provider may remember', async () => {
    const { provider, asked } = await standIn({ par: says(503, {}) })
    const house = aHouse()
    expect(await beginAt(house, provider)).toMatchObject({ refusal: { refusal: { code: 'provider-unavailable' } } })
    const sent = pushes(asked('par'))
    expect(sent).toHaveLength(2)
    for (const member of ['state', 'nonce', 'code_challenge'])
      expect(new Set(sent.map((push) => push.get(member))).size, member).toBe(2)
    const assertions = sent.map((push) => push.get('client_assertion') ?? '')
    const ids = assertions.map((assertion) => decodeJwt(assertion).jti)
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^[\w-]{43}$/)
    expect(new Set(assertions.map((assertion) => assertion.split('.')[2])).size).toBe(2)
    expect(house.store.logins.size).toBe(0)
  })

  test.each([
    ['wants to be left alone', says(429, {})],
    ['refuses', says(400, { error: 'invalid_request' })],
  ])('is not pushed again when the provider %s', async (_, answer) => {
    const { provider, asked } = await standIn({ par: answer })
    expect(await beginAt(aHouse(), provider)).toMatchObject({ ok: false })
    expect(asked('par')).toHaveLength(1)
  })
})

describe('a provider that says no', () => {
  test.each([
    [
      'refuses the request',
      says(400, { error: 'invalid_request', error_description: 'secret' }),
      'pushed-request-refused',
      'invalid_request',
    ],
    ['does not know the client', says(401, { error: 'invalid_client' }), 'client-rejected', 'invalid_client'],
    [
      'does not know the client, in its own way',
      says(400, { error: 'invalid_client' }),
      'client-rejected',
      'invalid_client',
    ],
    ['says no in strange words', says(400, { error: '<b>Lina</b>' }), 'pushed-request-refused', 'unknown error'],
    ['says 200 instead of 201', says(200, good), 'pushed-answer-invalid', undefined],
    ['answers a page', says(201, '<html>', { 'content-type': 'text/html' }), 'pushed-answer-invalid', undefined],
    ['answers no JSON', says(201, '{'), 'pushed-answer-invalid', undefined],
    ['challenges us', says(401, {}, { 'www-authenticate': 'Basic realm="x"' }), 'pushed-answer-invalid', undefined],
  ])('%s', async (_, answer, code, detail) => {
    const { provider, asked } = await standIn({ par: answer })
    expect(await endOf(provider.authorize(parameters, client('c'), authenticate))).toEqual({ code, detail })
    expect(asked('par')).toHaveLength(1)
    expect(asked('discovery')).toHaveLength(1)
  })

  test.each([
    ['fails', says(503, {}), 'provider-unavailable'],
    ['breaks off', breaks, 'provider-unavailable'],
    ['says a thing twice', says(201, '{"expires_in":60,"expires_in":61}'), 'json-duplicate-member'],
  ])('%s', async (_, answer, fault) => {
    const { provider } = await standIn({ par: answer })
    expect(await endOf(provider.authorize(parameters, client('c'), authenticate))).toEqual({ fault })
  })

  test('our key cannot sign: it is our fault, and nothing is sent', async () => {
    const { provider, asked } = await standIn()
    const broken = async () => {
      throw new Fault('key-unavailable', 'AccessDeniedException')
    }
    expect(await endOf(provider.authorize(parameters, client('c'), broken))).toEqual({ fault: 'key-unavailable' })
    expect(asked('par')).toEqual([])
  })
})
