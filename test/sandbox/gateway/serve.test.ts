import { request as send } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { HttpApi } from '../../../sandbox/gateway/api.ts'
import { type Gateway, startGateway } from '../../../sandbox/gateway/serve.ts'
import { logRing } from '../../../sandbox/lambda/log-ring.ts'
import type { RunningFunction } from '../../../sandbox/lambda/pool.ts'
import { running } from '../fixtures/functions.ts'

const closing: { close: () => Promise<void> }[] = []
afterEach(() => Promise.all(closing.splice(0).map((each) => each.close())))

const doorOf = (source: string, timeoutSeconds = 5): RunningFunction => {
  const { door } = running(source, { timeoutSeconds })
  closing.push(door)
  return door
}

const echo =
  'exports.handler = async (event) => ({ statusCode: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(event) })'
const permission = { functionName: 'door', principal: 'apigateway.amazonaws.com' }

const logs = logRing(100)

const serve = async (more: Partial<HttpApi>, now?: () => number): Promise<Gateway & { url: string }> => {
  const api: HttpApi = {
    id: 'api1',
    region: 'eu-central-1',
    accountId: '000000000000',
    routes: [],
    permissions: [permission],
    ...more,
  }
  const gateway = await startGateway({ api, port: 0, logs, ...(now === undefined ? {} : { now }) })
  closing.push(gateway)
  return { ...gateway, url: `http://127.0.0.1:${gateway.port}` }
}

const route = (key: string, target: RunningFunction) => ({ key, target, timeout: 30_000 })

describe('the event (payload format 2.0)', () => {
  it('is what API Gateway sends', async () => {
    const { url, port } = await serve({ routes: [route('POST /{service}/login', doorOf(echo))] })
    const answer = await fetch(`${url}/omera%20bank/login?a=1&a=2&b=x%2Cy&c=`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'X-Twice': 'one', cookie: 'k=v; l=w', 'user-agent': 'test' },
      body: '{"n":1}',
    })
    const event: unknown = await answer.json()
    expect(event).toEqual({
      version: '2.0',
      routeKey: 'POST /{service}/login',
      rawPath: '/omera bank/login',
      rawQueryString: 'a=1&a=2&b=x%2Cy&c=',
      cookies: ['k=v', 'l=w'],
      headers: expect.objectContaining({
        'content-type': 'application/json',
        'x-twice': 'one',
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-proto': 'http',
        'x-forwarded-port': String(port),
        'x-amzn-trace-id': expect.stringMatching(/^Root=1-/),
        host: `127.0.0.1:${port}`,
      }),
      queryStringParameters: { a: '1,2', b: 'x,y', c: '' },
      pathParameters: { service: 'omera bank' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'api1',
        domainName: '127.0.0.1',
        domainPrefix: '127',
        http: {
          method: 'POST',
          path: '/omera bank/login',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        requestId: answer.headers.get('apigw-requestid'),
        routeKey: 'POST /{service}/login',
        stage: '$default',
        time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
        timeEpoch: expect.any(Number),
      },
      body: '{"n":1}',
      isBase64Encoded: false,
    })
    expect(event).not.toHaveProperty('headers.cookie')
  })

  it('leaves out what is not there', async () => {
    const { url } = await serve({ routes: [route('GET /health', doorOf(echo))] })
    const event: unknown = await (await fetch(`${url}/health`)).json()
    for (const name of ['cookies', 'queryStringParameters', 'pathParameters', 'body'])
      expect(event).not.toHaveProperty(name)
    expect(event).toMatchObject({ rawQueryString: '', isBase64Encoded: false })
  })

  it('joins a header that is sent twice, and carries a body that is not text as base64', async () => {
    const { port } = await serve({ routes: [route('POST /x', doorOf(echo))] })
    const text = await new Promise<string>((resolve, reject) => {
      const request = send(
        {
          port,
          path: '/x',
          method: 'POST',
          headers: { 'X-A': ['1', '2'], 'content-type': 'application/x-www-form-urlencoded' },
        },
        (answer) => {
          let all = ''
          answer.on('data', (part) => {
            all += part
          })
          answer.on('end', () => resolve(all))
        },
      )
      request.on('error', reject)
      request.end('a=b')
    })
    expect(JSON.parse(text)).toMatchObject({
      headers: { 'x-a': '1,2' },
      body: Buffer.from('a=b').toString('base64'),
      isBase64Encoded: true,
    })
  })
})

describe('the routes', () => {
  it('prefer the exact path, then a parameter, then a greedy one, then $default', async () => {
    const door = doorOf(echo)
    const keys = [
      '$default',
      'GET /{proxy+}',
      'GET /{service}/login',
      'GET /visa/login',
      'ANY /visa/{rest+}',
      'GET /{service}',
    ]
    const { url } = await serve({ routes: keys.map((key) => route(key, door)) })
    const keyOf = async (path: string, method = 'GET'): Promise<unknown> => {
      const event: unknown = await (await fetch(url + path, { method })).json()
      return event
    }
    expect(await keyOf('/visa/login')).toMatchObject({ routeKey: 'GET /visa/login' })
    expect(await keyOf('/bank/login')).toMatchObject({
      routeKey: 'GET /{service}/login',
      pathParameters: { service: 'bank' },
    })
    expect(await keyOf('/visa/a/b')).toMatchObject({ routeKey: 'ANY /visa/{rest+}', pathParameters: { rest: 'a/b' } })
    expect(await keyOf('/bank')).toMatchObject({ routeKey: 'GET /{service}' })
    expect(await keyOf('/a/b/c')).toMatchObject({ routeKey: 'GET /{proxy+}', pathParameters: { proxy: 'a/b/c' } })
    expect(await keyOf('/bank/login', 'POST')).toMatchObject({ routeKey: '$default' })
  })

  it.each([
    ['GET', '/nowhere'],
    ['POST', '/health'],
    ['GET', '/health/'],
  ])('%s %s is 404: an HTTP API has no 405', async (method, path) => {
    const { url } = await serve({ routes: [route('GET /health', doorOf(echo))] })
    const answer = await fetch(url + path, { method })
    expect([answer.status, await answer.text()]).toEqual([404, '{"message":"Not Found"}'])
  })
})

describe('the answer', () => {
  const answered = async (expression: string) => {
    const { url } = await serve({ routes: [route('GET /', doorOf(`exports.handler = async () => (${expression})`))] })
    return fetch(`${url}/`, { redirect: 'manual' })
  }

  it('carries each cookie in its own Set-Cookie', async () => {
    const answer = await answered('{ statusCode: 303, headers: { Location: "/x" }, cookies: ["a=1; Path=/", "b=2"] }')
    expect(answer.status).toBe(303)
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2'])
    expect(answer.headers.get('location')).toBe('/x')
  })

  it('is inferred when the function returns something else than a response', async () => {
    const answer = await answered('{ hello: "world" }')
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'application/json',
      '{"hello":"world"}',
    ])
    expect(await (await answered('"plain"')).text()).toBe('plain')
  })

  it('decodes base64', async () => {
    expect(await (await answered('{ statusCode: 200, body: "aGk=", isBase64Encoded: true }')).text()).toBe('hi')
  })

  it.each([
    '{ statusCode: 200, body: {} }',
    '{ statusCode: "abc" }',
    '{ statusCode: 200, cookies: "a=1" }',
    '{ statusCode: 200, headers: { a: {} } }',
  ])('%s is 500', async (expression) => {
    const answer = await answered(expression)
    expect([answer.status, await answer.text()]).toEqual([500, '{"message":"Internal Server Error"}'])
  })

  it('is 500 without a word about the cause when the function throws', async () => {
    const { url } = await serve({
      routes: [route('GET /', doorOf('exports.handler = async () => { throw new Error("secret cause") }'))],
    })
    const answer = await fetch(url)
    expect([answer.status, await answer.text()]).toEqual([500, '{"message":"Internal Server Error"}'])
  })
})

describe('what the gateway refuses', () => {
  it('is 500 when no permission lets the API invoke the function', async () => {
    const door = doorOf(echo)
    const status = async (permissions: HttpApi['permissions']) => {
      const { url } = await serve({ permissions, routes: [route('GET /{service}/login', door)] })
      return (await fetch(`${url}/visa/login`)).status
    }
    const source = 'arn:aws:execute-api:eu-central-1:000000000000:api1/*/*/{service}/login'
    expect(await status([])).toBe(500)
    expect(await status([{ ...permission, functionName: 'another' }])).toBe(500)
    expect(await status([{ ...permission, principal: 'events.amazonaws.com' }])).toBe(500)
    expect(await status([{ ...permission, sourceArn: source.replace('login', 'callback') }])).toBe(500)
    expect(await status([{ ...permission, sourceArn: source.replace('api1', 'api2') }])).toBe(500)
    expect(await status([{ ...permission, sourceAccount: '111111111111' }])).toBe(500)
    expect(await status([{ ...permission, sourceArn: source, sourceAccount: '000000000000' }])).toBe(200)
    expect(door.statistics().invocations).toBe(1)
  })

  it('is 413 above 10 MB', async () => {
    const { url } = await serve({ routes: [route('POST /', doorOf('exports.handler = async (e) => e.body.length'))] })
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'x'.repeat(10 * 1024 * 1024 + 1),
    })
    expect([answer.status, await answer.text()]).toEqual([413, '{"message":"Request Entity Too Large"}'])
    const fits = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'x'.repeat(3_000_000),
    })
    expect(await fits.text()).toBe('3000000')
  })

  it('is 431 when request line and headers pass 10 240 bytes', async () => {
    const { url } = await serve({ routes: [route('GET /', doorOf(echo))] })
    expect((await fetch(url, { headers: { 'x-long': 'x'.repeat(9000) } })).status).toBe(200)
    expect((await fetch(url, { headers: { 'x-long': 'x'.repeat(10_240) } })).status).toBe(431)
  })

  it('is 429 when the bucket of the route is empty, until it fills again', async () => {
    let now = 1_000_000
    const throttle = { rateLimit: 2, burstLimit: 3 }
    const door = doorOf(echo)
    const { url } = await serve({ routes: [{ ...route('GET /a', door), throttle }, route('GET /b', door)] }, () => now)
    const statuses = async () =>
      [await fetch(`${url}/a`), await fetch(`${url}/a`), await fetch(`${url}/a`), await fetch(`${url}/a`)].map(
        ({ status }) => status,
      )
    expect(await statuses()).toEqual([200, 200, 200, 429])
    expect((await fetch(`${url}/b`)).status).toBe(200)
    now += 1000
    expect(await statuses()).toEqual([200, 200, 429, 429])
    expect(await (await fetch(`${url}/a`)).text()).toBe('{"message":"Too Many Requests"}')
  })

  it('is 503 when the function takes longer than the integration may', async () => {
    const slow = doorOf('exports.handler = () => new Promise((r) => setTimeout(r, 2000))')
    const { url } = await serve({ routes: [{ key: 'GET /', target: slow, timeout: 60 }] })
    const answer = await fetch(url)
    expect([answer.status, await answer.text()]).toEqual([503, '{"message":"Service Unavailable"}'])
  })
})

describe('CORS', () => {
  const cors = {
    allowCredentials: true,
    allowHeaders: ['content-type'],
    allowMethods: ['GET', 'POST'],
    allowOrigins: ['http://localhost:4303'],
    exposeHeaders: [],
    maxAge: 3600,
  }
  const own =
    'exports.handler = async () => ({ statusCode: 200, headers: { "access-control-allow-origin": "*" }, body: "x" })'

  const preflight = async (origin: string, method: string) => {
    const { url } = await serve({ cors, routes: [route('GET /s', doorOf(own))] })
    const answer = await fetch(`${url}/s`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method },
    })
    const names = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))
    return [answer.status, Object.fromEntries(names.map((name) => [name, answer.headers.get(name)]))]
  }

  it('answers a preflight from the template alone', async () => {
    expect(await preflight('http://localhost:4303', 'GET')).toEqual([
      204,
      {
        'access-control-allow-origin': 'http://localhost:4303',
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'GET,POST',
        'access-control-allow-headers': 'content-type',
        'access-control-max-age': '3600',
      },
    ])
  })

  it('gives a strange origin or method nothing', async () => {
    expect(await preflight('http://evil.example', 'GET')).toEqual([204, {}])
    expect(await preflight('http://localhost:4303', 'PATCH')).toEqual([204, {}])
  })

  it('replaces what the function says about CORS', async () => {
    const { url } = await serve({ cors, routes: [route('GET /s', doorOf(own))] })
    const from = async (origin: string) =>
      (await fetch(`${url}/s`, { headers: { origin } })).headers.get('access-control-allow-origin')
    expect(await from('http://localhost:4303')).toBe('http://localhost:4303')
    expect(await from('http://evil.example')).toBeNull()
  })

  it('leaves OPTIONS to the routes when the template configures none', async () => {
    const { url } = await serve({ routes: [route('GET /s', doorOf(own))] })
    expect(
      (
        await fetch(`${url}/s`, {
          method: 'OPTIONS',
          headers: { origin: 'http://localhost:4303', 'access-control-request-method': 'GET' },
        })
      ).status,
    ).toBe(404)
  })
})

describe('the access log', () => {
  it('has the format of the template, and no query string in it', async () => {
    const format =
      '{"route":"$context.routeKey","status":"$context.status","error":"$context.error.responseType","at":"$context.integrationStatus"}'
    const { url } = await serve({ accessLogFormat: format, routes: [route('GET /{service}/callback', doorOf(echo))] })
    await fetch(`${url}/visa/callback?code=hidden`)
    await fetch(`${url}/nowhere`)
    const lines = logs.last(2)
    expect(lines.map(({ text }) => JSON.parse(text))).toEqual([
      { route: 'GET /{service}/callback', status: '200', error: '-', at: '200' },
      { route: '-', status: '404', error: 'NOT_FOUND', at: '-' },
    ])
    expect(JSON.stringify(lines)).not.toContain('hidden')
  })
})
