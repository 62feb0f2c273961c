import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Gateway, startGateway } from '../../../sandbox/gateway/serve.ts'
import { logRing } from '../../../sandbox/lambda/log-ring.ts'
import type { RunningFunction } from '../../../sandbox/lambda/pool.ts'
import { running } from '../fixtures/functions.ts'

const closing: { close: () => Promise<void> }[] = []
afterEach(() => Promise.all(closing.splice(0).map((each) => each.close())))

const serve = async (patience?: number): Promise<Gateway & { door: RunningFunction }> => {
  const { door } = running('exports.handler = async () => ({ statusCode: 200, body: "here" })', { timeoutSeconds: 5 })
  const gateway = await startGateway({
    api: {
      id: 'api1',
      region: 'eu-central-1',
      accountId: '000000000000',
      routes: ['GET /', 'POST /', 'GET /{service}/login'].map((key) => ({ key, target: door, timeout: 30_000 })),
      permissions: [{ functionName: 'door', principal: 'apigateway.amazonaws.com' }],
    },
    port: 0,
    logs: logRing(10),
    ...(patience === undefined ? {} : { patience }),
  })
  closing.push(gateway, door)
  return { ...gateway, door }
}

/** Everything that came back until the connection was closed. */
const answersTo = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let all = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (part) => {
      all += part
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(all))
  })

const statuses = (answers: string): readonly string[] =>
  [...answers.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, s]) => s ?? '')

const host = 'Host: localhost\r\n'
const another = `GET / HTTP/1.1\r\n${host}Connection: close\r\n\r\n`
const chunks = '0\r\n\r\n'

describe('a request that two readers could read differently', () => {
  it.each([
    [
      'a length beside chunks',
      `POST / HTTP/1.1\r\n${host}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}G`,
    ],
    [
      'chunks beside a length',
      `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n${chunks}`,
    ],
    ['two lengths', `POST / HTTP/1.1\r\n${host}Content-Length: 0\r\nContent-Length: 5\r\n\r\nabcde`],
    ['a coding after chunked', `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked, identity\r\n\r\n${chunks}`],
    ['a coding before chunked', `POST / HTTP/1.1\r\n${host}Transfer-Encoding: identity, chunked\r\n\r\n${chunks}`],
    ['an unknown coding', `POST / HTTP/1.1\r\n${host}Transfer-Encoding: xchunked\r\n\r\n${chunks}`],
    [
      'a coding in HTTP/1.0',
      `POST / HTTP/1.0\r\n${host}Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`,
    ],
    ['a folded line', `GET / HTTP/1.1\r\n${host}X-A: a\r\n b\r\n\r\n`],
    ['bare line feeds', 'GET / HTTP/1.1\nHost: localhost\n\n'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['no host, in HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n'],
    ['no version', 'GET /\r\n\r\n'],
    ['a version of other framing', `GET / HTTP/2.0\r\n${host}\r\n`],
    ['two hosts', `GET / HTTP/1.1\r\n${host}Host: localhost\r\n\r\n`],
    ['a target for a proxy', `GET http://localhost/ HTTP/1.1\r\n${host}\r\n`],
  ])('%s: 400, once, and what follows is not read', async (_, bytes) => {
    const { port, door } = await serve()
    expect(statuses(await answersTo(port, bytes + another))).toEqual(['400'])
    expect(door.statistics().invocations).toBe(0)
  })

  it('is not one that says plainly where it ends', async () => {
    const { port, door } = await serve()
    const chunked = `POST / HTTP/1.1\r\n${host}Transfer-Encoding: Chunked\r\n\r\n1\r\nx\r\n${chunks}`
    expect(statuses(await answersTo(port, chunked + another))).toEqual(['200', '200'])
    expect(statuses(await answersTo(port, `GET / HTTP/1.0\r\n${host}\r\n`))).toEqual(['200'])
    expect(door.statistics().invocations).toBe(3)
  })
})

describe('the host', () => {
  const asking = async (named: string) => {
    const { port, door } = await serve()
    const status = await new Promise((resolve, reject) => {
      const going = request({ port, path: '/', headers: { host: named } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      going.on('error', reject)
      going.end()
    })
    return [status, door.statistics().invocations]
  }

  it.each(['localhost', 'LOCALHOST:4301', '127.0.0.1:80'])('%s is served', async (named) => {
    expect(await asking(named)).toEqual([200, 1])
  })

  it.each([
    'evil.example',
    'localhost.evil.example',
    'localhost:80@evil.example',
    'api1.execute-api.eu-central-1.amazonaws.com',
  ])('"%s" is not ours', async (named) => {
    expect(await asking(named)).toEqual([403, 0])
  })
})

describe('the path', () => {
  it('is decoded before a route is looked for: an escaped slash is a slash', async () => {
    const { port } = await serve()
    const statusOf = async (path: string) => (await fetch(`http://localhost:${port}${path}`)).status
    expect(await statusOf('/visa%2Flogin')).toBe(200)
    expect(await statusOf('/a%2Fb/login')).toBe(404)
    expect(await statusOf('/visa/login%2F')).toBe(404)
  })
})

describe('what is too large', () => {
  it('is 413 above what Lambda takes, also when only base64 makes it so', async () => {
    const { port, door } = await serve()
    const sent = async (bytes: number, type: string) => {
      const headers = { 'content-type': type }
      return (await fetch(`http://localhost:${port}/`, { method: 'POST', headers, body: Buffer.alloc(bytes, 'x') }))
        .status
    }
    expect(await sent(6 * 1024 * 1024, 'text/plain')).toBe(413)
    expect(await sent(5_000_000, 'application/octet-stream')).toBe(413)
    expect(door.statistics().invocations).toBe(0)
    expect(await sent(5_000_000, 'text/plain')).toBe(200)
  })

  it('is 431 by the request line and the values of headers, whatever their names are', async () => {
    const { port } = await serve()
    const statusOf = async (headers: Record<string, string>) =>
      (await fetch(`http://localhost:${port}/`, { headers })).status
    const names = Array.from({ length: 200 }, (_, index) => [`x-${'n'.repeat(50)}-${index}`, '1'])
    expect(await statusOf(Object.fromEntries(names))).toBe(200)
    expect(await statusOf({ 'x-long': 'v'.repeat(10_240) })).toBe(431)
  })
})

describe('a request that does not come to its end', () => {
  it.each([
    ['in its headers', `POST / HTTP/1.1\r\n${host}X-A: `],
    ['in its body', `POST / HTTP/1.1\r\n${host}Content-Length: 100\r\n\r\nhalf`],
    ['between chunks', `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`],
  ])('%s: 408, and nobody is invoked', async (_, bytes) => {
    const { port, door } = await serve(100)
    expect(statuses(await answersTo(port, bytes))).toEqual(['408'])
    expect(door.statistics().invocations).toBe(0)
  })
})
