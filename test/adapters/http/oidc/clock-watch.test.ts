import { describe, expect, it } from 'vitest'
import { clockWatch } from '../../../../shared/adapters/http/oidc/clock-watch.ts'
import { identityProvider } from '../../../../shared/adapters/http/oidc/identity-provider.ts'
import { esignet18 } from '../../../../shared/providers/esignet/release-1.8.ts'
import { listen } from '../local-server.ts'
import { authenticate, client, metadataOf, says } from './stand-in.ts'

const noon = Date.parse('2026-11-24T12:00:00Z')

/** What is told when we ask at `sent`, and an answer of that date arrives at `arrived`; milliseconds after noon. */
const told = async (asked: readonly { sent: number; arrived: number; date: string | undefined }[]) => {
  const seconds: number[] = []
  let now = 0
  const watched = clockWatch(
    () => now,
    (skew) => seconds.push(skew),
  )
  for (const { sent, arrived, date } of asked) {
    now = noon + sent
    const answer = watched(async () => {
      now = noon + arrived
      return new Response('', { headers: date === undefined ? {} : { date } })
    })
    await answer('https://esignet.example/token')
  }
  return seconds
}
const at = (milliseconds: number): string => new Date(noon + milliseconds).toUTCString()

describe('the dates of a provider', () => {
  it.each([
    ['as ours', 0, 100, at(0), []],
    ['between asking and arriving, however long that took', 0, 9_000, at(4_000), []],
    ['a second that has begun before we asked', 2_999, 3_000, at(0), []],
    ['two seconds behind us', 3_000, 3_100, at(0), []],
    ['certainly more than that behind us', 3_501, 3_600, at(0), [3]],
    ['two seconds ahead of us', 0, 100, at(2_000), []],
    ['certainly more than that ahead of us', 0, 100, at(3_000), [-3]],
    ['an hour behind us', 3_600_000, 3_600_100, at(0), [3_599]],
    ['none', 0, 100, undefined, []],
    ['no date', 0, 100, 'yesterday', []],
  ])('%s', async (_, sent, arrived, date, seconds) => {
    expect(await told([{ sent, arrived, date }])).toEqual(seconds)
  })

  it('are told about once in five minutes', async () => {
    const minute = 60_000
    const skewed = [0, 1, 4.9, 5, 6].map((minutes) => ({
      sent: minutes * minute,
      arrived: minutes * minute,
      date: at(minutes * minute + 10_000),
    }))
    expect(await told(skewed)).toHaveLength(2)
  })
})

it('a request that fails says nothing about clocks, and fails as it is', async () => {
  const watched = clockWatch(Date.now, () => expect.unreachable())
  await expect(watched(() => Promise.reject(new Error('away')))('https://esignet.example/')).rejects.toThrow('away')
})

it('the endpoints for pushed requests and tokens are watched, and what may come from a cache is not', async () => {
  const told: number[] = []
  const date = new Date(Date.now() - 3_600_000).toUTCString()
  const answers: Readonly<Record<string, unknown>> = {
    '/par': { request_uri: 'urn:ietf:params:oauth:request_uri:abc-123', expires_in: 60 },
    '/token': { access_token: 'access', id_token: 'none', token_type: 'Bearer' },
  }
  const server = await listen((response, request) =>
    says(request.path === '/par' ? 201 : 200, answers[request.path] ?? metadataOf(server.origin), { date })(
      response,
      request,
    ),
  )
  const discovery = new URL(`${server.origin}/.well-known/openid-configuration`)
  const place = { discovery, issuer: server.origin, profile: esignet18 }
  const meet = () => identityProvider(place, Date.now, (seconds) => told.push(seconds))
  const provider = meet()
  await provider.issuer()
  expect(told).toEqual([])
  const pushed = await provider.authorize({ scope: 'openid' }, client(), authenticate)
  expect(pushed.ok).toBe(true)
  expect(told).toEqual([expect.closeTo(3_600, -1)])
  const code = { code: 'code', codeVerifier: 'verifier', redirectUri: 'https://us.example/callback' }
  await meet()
    .exchange(code, client(), authenticate)
    .catch(() => undefined)
  expect(told).toHaveLength(2)
})
