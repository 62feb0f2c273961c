import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Observed, observe } from '../../sandbox/journey/observer.ts'
import { travel } from '../../sandbox/journey/travel.ts'
import { personas } from '../../sandbox/personas.ts'
import type { World } from '../../sandbox/world.ts'
import { startTestWorld } from './fixtures/world.ts'

let world: World
let observed: Observed

beforeAll(async () => {
  world = await startTestWorld()
  observed = await observe(world.urls.home)
})
afterAll(() => world?.close())

describe('the world keeps what its personas promise', () => {
  it('at every service, in every act', async () => {
    const seen: Record<string, string> = {}
    const promised: Record<string, string> = {}
    for (const persona of world.personas) {
      for (const [act, outcome] of Object.entries(persona.expects)) {
        const [service = '', name = ''] = act.split('/')
        const end = await travel({ world: observed, service, act: name, persona })
        seen[`${persona.key} ${act}`] = end.outcome
        promised[`${persona.key} ${act}`] = outcome
      }
    }
    expect(seen).toEqual(promised)
  })

  it('without a single IAM denial', () => {
    expect(world.denials()).toEqual([])
  })

  it('and shows the bank no more than it needs', async () => {
    const persona = world.personas.find(({ key }) => key === 'fresh-eidas')
    if (persona === undefined) throw new Error('no such persona')
    const end = await travel({ world: observed, service: 'omera-bank', act: 'open-account', persona })
    expect(end.claims?.verifiedClaims.map(({ claims }) => Object.keys(claims).sort())).toEqual([
      ['birthdate', 'country', 'name'],
    ])
  })
})

describe('as the stock mock releases verified claims', () => {
  it('nothing is said about assurance or evidence, so the bank is content with nobody, as the personas then promise', async () => {
    world.esignet.setVerificationMetadata('as-mock')
    const seen: string[] = []
    const promised: string[] = []
    for (const persona of personas(new Date(), 'as-mock')) {
      for (const [act, outcome] of Object.entries(persona.expects)) {
        const [service = '', name = ''] = act.split('/')
        seen.push(`${persona.key} ${act} ${(await travel({ world: observed, service, act: name, persona })).outcome}`)
        promised.push(`${persona.key} ${act} ${outcome}`)
      }
    }
    world.esignet.setVerificationMetadata('oidc4ida')
    expect(seen).toEqual(promised)
    expect(promised).not.toContain('fresh-eidas omera-bank/open-account permit')
  })
})

describe('fifty people at once', () => {
  it('all come in', async () => {
    const persona = world.personas.find(({ key }) => key === 'fresh-eidas')
    if (persona === undefined) throw new Error('no such persona')
    const ends = await Promise.all(
      Array.from({ length: 50 }, () => travel({ world: observed, service: 'omera-bank', act: 'sign-in', persona })),
    )
    expect(new Set(ends.map(({ outcome }) => outcome))).toEqual(new Set(['permit']))
  })
})

describe('what can be seen', () => {
  it('is counted by kind, and afresh after a reset', async () => {
    expect(world.counters().kms.total).toBeGreaterThan(0)
    world.resetCounters()
    const persona = world.personas[0]
    if (persona === undefined) throw new Error('nobody lives here')
    const { calls } = await travel({ world: observed, service: 'visa', act: 'apply', persona })
    const { kms, dynamodb, esignet, denials } = world.counters()
    expect(kms.total).toBeGreaterThanOrEqual(calls.kms)
    // Twice, because the visa service proves possession of its token and eSignet asks for that with a nonce.
    expect(esignet.by).toMatchObject({ par: 1, token: 2, userinfo: 2 })
    expect(dynamodb.total).toBeGreaterThanOrEqual(calls.dynamodb)
    expect(denials.total).toBe(0)
  })

  it('is logged without code, state or query string', async () => {
    const text = JSON.stringify(world.logs())
    expect(text).toContain('GET /{service}/callback')
    expect(text).not.toMatch(/[?&](code|state)=/)
    for (const { identity } of world.personas) expect(text).not.toContain(identity.individualId)
  })
})
