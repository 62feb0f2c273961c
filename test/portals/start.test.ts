import { get, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningPortal, startPortal } from '../../portals/kit/start.ts'

const settings = { service: 'omera-bank', verifyOnce: 'http://localhost:4301', home: 'http://localhost:4300/' }

interface Got {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** Sends the path exactly as written; fetch() would tidy `..` away before it reached the server. */
function ask(port: number, path: string, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
    outgoing.on('error', reject).end()
  })
}

describe('startPortal', () => {
  let bank: RunningPortal
  let visa: RunningPortal
  beforeAll(async () => {
    bank = await startPortal({ name: 'omera-bank', port: 0, settings })
    visa = await startPortal({ name: 'visa', port: 0, settings: { ...settings, service: 'visa' } })
  })
  afterAll(async () => {
    await bank.close()
    await visa.close()
  })

  test('says where it is, on a host whose other ports are the same site', () => {
    expect(bank.port).toBeGreaterThan(0)
    expect(bank.url).toBe(`http://localhost:${bank.port}`)
  })

  test.each(['/', '/account', '/privacy', '/account?outcome=denied'])(
    'serves the bank page %s, never from a cache',
    async (path) => {
      const { status, headers, body } = await ask(bank.port, path)
      expect(status).toBe(200)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(headers['cache-control']).toBe('no-store')
      expect(body).toContain('Omera Bank')
    },
  )

  test.each(['/', '/application'])('serves the visa page %s', async (path) => {
    const { status, body } = await ask(visa.port, path)
    expect(status).toBe(200)
    expect(body).toContain('Veridonia Immigration')
  })

  test.each([
    ['/account.js', 'text/javascript; charset=utf-8'],
    ['/bank.css', 'text/css; charset=utf-8'],
    ['/logo.svg', 'image/svg+xml'],
    ['/kit/client.js', 'text/javascript; charset=utf-8'],
  ])('serves %s as %s', async (path, type) => {
    const { status, headers } = await ask(bank.port, path)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe(type)
  })

  test('tells the pages their settings', async () => {
    const { headers, body } = await ask(bank.port, '/settings.json')
    expect(headers['cache-control']).toBe('no-store')
    expect(JSON.parse(body)).toEqual({
      service: 'omera-bank',
      verifyOnce: 'http://localhost:4301',
      home: 'http://localhost:4300',
    })
  })

  test.each([
    ['GET', '/'],
    ['GET', '/settings.json'],
    ['GET', '/kit/client.js'],
    ['GET', '/nowhere'],
    ['POST', '/'],
  ])('%s %s carries the security headers', async (method, path) => {
    const { headers } = await ask(bank.port, path, method)
    const policy = String(headers['content-security-policy']).split('; ')
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("connect-src 'self' http://localhost:4301")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'none'")
    expect(policy.join()).not.toContain('unsafe')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-powered-by']).toBeUndefined()
  })

  test.each([
    '/nowhere',
    '/404',
    '/index.html',
    '/account/',
    '/kit/start.ts',
    '/kit/',
    '/../package.json',
    '/kit/../../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/..\\package.json',
    '/kit/%2e%2e%2f%2e%2e%2fpackage.json',
    '//etc/passwd',
    '/%00',
    '/%',
    '/__proto__',
    'http://elsewhere.example/account',
  ])('answers 404 with the page of the house to %s', async (path) => {
    const { status, body } = await ask(bank.port, path)
    expect(status).toBe(404)
    expect(body).toContain('There is no such page')
    expect(body).not.toContain('verify-once')
  })

  test('HEAD answers as GET would, without the body', async () => {
    const whole = await ask(bank.port, '/account')
    const head = await ask(bank.port, '/account', 'HEAD')
    expect(head.status).toBe(200)
    expect(head.body).toBe('')
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(whole.body)))
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s and says what is allowed', async (method) => {
    const { status, headers } = await ask(bank.port, '/account', method)
    expect(status).toBe(405)
    expect(headers['allow']).toBe('GET, HEAD')
  })

  test('rejects with the node error when the port is taken', async () => {
    await expect(startPortal({ name: 'visa', port: bank.port, settings })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  test.each(['javascript:alert(1)', 'nowhere', "file:///etc; script-src 'unsafe-inline'"])(
    'rejects %s as the API',
    async (verifyOnce) => {
      await expect(
        startPortal({ name: 'visa', port: 0, settings: { ...settings, verifyOnce } }),
      ).rejects.toBeInstanceOf(TypeError)
    },
  )

  test('gives its port back when closed, even with a connection left open', async () => {
    const first = await startPortal({ name: 'visa', port: 0, settings })
    const kept = get({ host: '127.0.0.1', port: first.port, path: '/', headers: { connection: 'keep-alive' } })
    await new Promise((resolve) => kept.on('response', resolve))
    kept.on('error', () => undefined)
    await first.close()
    const second = await startPortal({ name: 'visa', port: first.port, settings })
    expect(second.port).toBe(first.port)
    await second.close()
  })
})
