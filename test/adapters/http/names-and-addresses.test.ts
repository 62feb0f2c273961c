import { expect, test } from 'vitest'
import { boundedFetch, neverLeft } from '../../../shared/adapters/http/bounded-fetch.ts'
import { listen } from './local-server.ts'
import { resolvedAs } from './resolved-as.ts'

const ask = boundedFetch({ milliseconds: 10_000, bytes: 1024 })

/** 2001:db8::/32 is for documentation (RFC 3849), and ::1 has nobody who listens at that port. */
test.each([
  ['that leads nowhere', '2001:db8::1'],
  ['where nobody listens', '::1'],
])('a name with an IPv6 address %s, and an IPv4 address that works, is reached', async (_, address) => {
  const { origin, received } = await listen((response) => response.end('here'))
  const { port } = new URL(origin)
  resolvedAs({ 'esignet.example': [address, '127.0.0.1'] })
  expect(await (await ask(`http://esignet.example:${port}/`)).text()).toBe('here')
  expect(received).toHaveLength(1)
})

test('a name that nobody knows is not reached, and nothing left', async () => {
  resolvedAs({})
  const failure: unknown = await ask('http://esignet.example/').catch((error: unknown) => error)
  expect(neverLeft(failure)).toBe(true)
})

test('a name none of whose addresses answers is not reached, and nothing left', async () => {
  const { origin, close } = await listen(() => undefined)
  await close()
  resolvedAs({ 'esignet.example': ['::1', '127.0.0.1'] })
  const failure: unknown = await ask(`http://esignet.example:${new URL(origin).port}/`).catch((error: unknown) => error)
  expect(neverLeft(failure)).toBe(true)
})
