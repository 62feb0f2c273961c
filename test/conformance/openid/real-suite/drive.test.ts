import { describe, expect, it } from 'vitest'
import { listen } from '../../../adapters/http/local-server.ts'
import { without } from '../support/deviation.ts'
import { hostileProvider } from '../support/hostile-provider.ts'
import { fapi20 } from '../support/profiles.ts'
import { registrationAt } from '../support/relying-party.ts'
import { drivePlan, isContent } from './drive.ts'
import type { SuitePlan } from './plans.ts'

/** A stand-in for the suite's interface: it shows that the driver drives, not that the suite is content. */
const aSuite = async (offered: readonly string[], verdict: { status: string; result: string | null }) => {
  const honest = await hostileProvider(fapi20, {}, await registrationAt(fapi20))
  const lying = await hostileProvider(fapi20, { idToken: without('nonce') }, await registrationAt(fapi20))
  const accounts = await listen((response) => response.writeHead(200).end('{}'))
  const judged = new Map<string, number>()
  const server = await listen((response, { path, method, body }) => {
    const { pathname, searchParams } = new URL(path, 'http://127.0.0.1')
    const id = pathname.split('/').at(-1) ?? ''
    const { discovery, issuer } = id.includes('nonce') ? lying : honest
    const say = (status: number, answer: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    if (pathname === '/api/plan')
      return say(201, { id: 'plan-1', modules: offered.map((testModule) => ({ testModule })), sent: body })
    if (pathname === '/api/runner' && method === 'POST') return say(201, { id: searchParams.get('test') })
    if (pathname.startsWith('/api/runner/'))
      return say(200, { exposed: { discoveryUrl: discovery.href, issuer, accounts_endpoint: accounts.origin } })
    // A module first waits for us, then has its verdict.
    judged.set(id, (judged.get(id) ?? 0) + 1)
    return say(200, judged.get(id) === 1 ? { status: 'WAITING', result: null } : verdict)
  })
  return { suite: { baseUrl: new URL(server.origin) }, honest, lying, accounts, server }
}

const planOf = (...modules: readonly string[]): SuitePlan => ({
  name: 'a-plan',
  variant: { sender_constrain: 'dpop' },
  profileOf: () => fapi20,
  modules,
})

describe('the driver of the real suite', () => {
  it('logs in at the provider of each module, and reports our end beside the verdict of the suite', async () => {
    const passed = { status: 'FINISHED', result: 'PASSED' }
    const { suite, accounts, server } = await aSuite(['happy', 'nonce'], passed)
    const outcomes = await drivePlan(suite, planOf('happy', 'nonce', 'unheard-of'))
    expect(outcomes).toEqual([
      { plan: 'a-plan', module: 'happy', ends: ['accepted'], verdict: passed },
      { plan: 'a-plan', module: 'nonce', ends: ['refused: nonce-mismatch'], verdict: passed },
      { plan: 'a-plan', module: 'unheard-of', ends: [], verdict: { status: 'NOT OFFERED' } },
    ])
    expect(outcomes.map(isContent)).toEqual([true, true, false])
    expect(accounts.received.map(({ headers }) => headers.authorization)).toEqual([expect.stringMatching(/^DPoP /)])
    expect(server.received[0]?.body).not.toMatch(/"(d|p|q)":/)
  })

  it('logs in twice where keys rotate between two logins', async () => {
    const { suite, honest } = await aSuite(['x-signing-key-rotation'], { status: 'FINISHED', result: 'PASSED' })
    const [outcome] = await drivePlan(suite, planOf('x-signing-key-rotation'))
    expect(outcome?.ends).toEqual(['accepted', 'accepted'])
    expect(honest.called('authorize')).toHaveLength(2)
  })

  it.each([
    [{ status: 'FINISHED', result: 'FAILED' }],
    [{ status: 'INTERRUPTED', result: 'UNKNOWN' }],
    [{ status: 'WAITING', result: null }],
  ])('is not content with %j', async (verdict) => {
    const { suite } = await aSuite(['happy'], verdict)
    const [outcome] = await drivePlan(suite, planOf('happy'), 0)
    expect(outcome && isContent(outcome)).toBe(false)
    expect(outcome?.verdict.status).toBe(verdict.status)
  })
})
