import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { boundedFetch, brokeOff, neverLeft } from '../../../shared/adapters/http/bounded-fetch.ts'
import { listen } from './local-server.ts'

const patient = { milliseconds: 10_000, bytes: 1024 }
const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('a request ends', () => {
  test('when nothing is answered in time', async () => {
    const { origin } = await listen(() => undefined)
    await expect(boundedFetch({ milliseconds: 50, bytes: 1024 })(origin)).rejects.toMatchObject({
      name: 'TimeoutError',
    })
  })

  test('when the body does not come to an end in time', async () => {
    const { origin } = await listen((response) => response.writeHead(200).write('a little'))
    await expect(boundedFetch({ milliseconds: 200, bytes: 1024 })(origin)).rejects.toMatchObject({
      name: 'TimeoutError',
    })
  })

  test('when the caller gives up', async () => {
    const { origin } = await listen(() => undefined)
    const giveUp = new AbortController()
    const asked = boundedFetch(patient)(origin, { signal: giveUp.signal })
    giveUp.abort(new Error('enough'))
    await expect(asked).rejects.toThrow('enough')
  })

  test('when the body is one byte too long, and not before', async () => {
    const { origin } = await listen((response, { path }) => response.end('x'.repeat(Number(path.slice(1)))))
    await expect(boundedFetch(patient)(`${origin}/1025`)).rejects.toMatchObject({ code: 'answer-too-large' })
    expect(await (await boundedFetch(patient)(`${origin}/1024`)).text()).toHaveLength(1024)
  })

  test('when a small body unpacks to a large one', async () => {
    const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024))
    expect(bomb.byteLength).toBeLessThan(64 * 1024)
    const { origin } = await listen((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
    await expect(boundedFetch({ milliseconds: 10_000, bytes: 64 * 1024 })(origin)).rejects.toMatchObject({
      code: 'answer-too-large',
    })
  })

  test('when the body has no declared length and no end', async () => {
    const { origin } = await listen(async (response) => {
      response.writeHead(200)
      while (!response.destroyed) if (!response.write('x'.repeat(512))) await new Promise((go) => setImmediate(go))
    })
    await expect(boundedFetch(patient)(origin)).rejects.toMatchObject({ code: 'answer-too-large' })
  })

  test.each([301, 302, 303, 307, 308])('at a %i, which is refused and not followed', async (status) => {
    const { origin, received } = await listen((response) =>
      response.writeHead(status, { location: '/elsewhere' }).end(),
    )
    const request = boundedFetch(patient)(origin, { method: 'POST', body: 'code=secret' })
    await expect(request).rejects.toMatchObject({ code: 'redirect-refused' })
    expect(received.map(({ path }) => path)).toEqual(['/'])
  })
})

describe('what goes through', () => {
  test('is the request as it was given, and the answer as it came', async () => {
    const { origin, received } = await listen((response) =>
      response.writeHead(418, { 'content-type': 'text/plain', 'x-own': 'one' }).end('short and stout'),
    )
    const response = await boundedFetch(patient)(`${origin}/tea?pot=1`, {
      method: 'POST',
      headers: { 'x-mine': 'two' },
      body: new URLSearchParams({ a: '1 2' }),
    })
    expect(received).toMatchObject([
      {
        method: 'POST',
        path: '/tea?pot=1',
        body: 'a=1+2',
        headers: { 'x-mine': 'two', 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      },
    ])
    expect(response.status).toBe(418)
    expect(response.headers.get('x-own')).toBe('one')
    expect(await response.text()).toBe('short and stout')
  })

  test('is a compressed answer, unpacked', async () => {
    const { origin } = await listen((response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}')),
    )
    expect(await (await boundedFetch(patient)(origin)).json()).toEqual({ a: 1 })
  })

  test.each([204, 205, 304])('is an answer that may have no body: %i', async (status) => {
    const { origin } = await listen((response) => response.writeHead(status).end())
    expect((await boundedFetch(patient)(origin)).status).toBe(status)
  })
})

describe('whether the line was refused or broken', () => {
  test('nobody listens: it was', async () => {
    const { origin, close } = await listen(() => undefined)
    await close()
    expect(brokeOff(await failureOf(boundedFetch(patient)(origin)))).toBe(true)
  })

  test('the connection broke: it was', async () => {
    const { origin } = await listen((response) => response.destroy())
    expect(brokeOff(await failureOf(boundedFetch(patient)(origin)))).toBe(true)
  })

  test.each(['ECONNRESET', 'EPIPE'])('%s: it was', (code) => {
    expect(brokeOff(new TypeError('fetch failed', { cause: { code } }))).toBe(true)
  })

  test('nothing was answered in time: it was not, the other side may still be at it', async () => {
    const { origin } = await listen(() => undefined)
    expect(brokeOff(await failureOf(boundedFetch({ milliseconds: 200, bytes: 1024 })(origin)))).toBe(false)
  })

  test.each(['UND_ERR_CONNECT_TIMEOUT', 'ENOTFOUND', 'CERT_HAS_EXPIRED', undefined])('%s: it was not', (code) => {
    expect(brokeOff(new TypeError('fetch failed', { cause: { code } }))).toBe(false)
  })
})

describe('whether a request certainly never left', () => {
  test('nobody listens: it did not', async () => {
    const { origin, close } = await listen(() => undefined)
    await close()
    expect(neverLeft(await failureOf(boundedFetch(patient)(origin)))).toBe(true)
  })

  test('no such host: it did not', () => {
    expect(neverLeft(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }))).toBe(true)
  })

  test.each([
    ['the connection broke after it was sent', (response: { destroy(): unknown }) => response.destroy()],
    ['nothing was answered in time', () => undefined],
  ])('%s: nobody knows', async (_, answer) => {
    const { origin } = await listen(answer)
    const failure = await failureOf(boundedFetch({ milliseconds: 200, bytes: 1024 })(origin))
    expect(failure).toBeInstanceOf(Error)
    expect(neverLeft(failure)).toBe(false)
  })

  test.each([
    undefined,
    'ECONNREFUSED',
    new Error('x'),
    new Error('x', { cause: 'ECONNREFUSED' }),
    new Error('x', { cause: { code: 7 } }),
  ])('something else failed: nobody knows', (error) => {
    expect(neverLeft(error)).toBe(false)
  })
})
