import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personas } from '../../../sandbox/personas.ts'
import { type RunningStartPage, startStartPage } from '../../../sandbox/start-page/serve.ts'
import type { WorldView } from '../../../sandbox/start-page/view.ts'
import type { WorldCounters } from '../../../sandbox/world/counts.ts'
import { freeBasePort } from '../../../sandbox/world/ports.ts'
import { readServiceFiles } from '../../../sandbox/world/services.ts'

const zero = { total: 0, by: {} }
const counters: WorldCounters = {
  since: '2030-01-01T00:00:00.000Z',
  kms: zero,
  dynamodb: zero,
  esignet: zero,
  denials: { total: 0, last: [] },
  functions: { 'verify-once-practice-login': { invocations: 0, coldStarts: 0, errors: 0 } },
}
let resets = 0
let page: RunningStartPage
let url: string

const world: WorldView = {
  urls: {
    home: 'http://localhost:1',
    api: 'http://localhost:2',
    esignet: 'http://localhost:3',
    aws: 'http://127.0.0.1:9',
    portals: { 'omera-bank': 'http://localhost:4', visa: 'http://localhost:5' },
  },
  personas: personas(new Date()),
  verificationMetadata: 'oidc4ida',
  encrypts: true,
  counters: () => counters,
  resetCounters: () => {
    resets += 1
  },
  logs: () => [
    { at: '2030-01-01T10:00:00.000Z', source: 'esignet', text: 'par for the relying-party: ok' },
    {
      at: '2030-01-01T10:00:00.000Z',
      source: 'verify-once-practice-login',
      text: '{"level":"INFO","message":"login-started","act":"apply","timestamp":"x"}',
    },
    { at: '2030-01-01T10:00:00.000Z', source: 'verify-once-practice-login', text: '{"_aws":{},"login-started":1}' },
    {
      at: '2030-01-01T10:00:01.000Z',
      source: 'gateway',
      text: '{"route":"GET /{service}/login","status":"303","latency":"12","error":"-"}',
    },
  ],
}

beforeAll(async () => {
  const port = await freeBasePort()
  page = await startStartPage({ port, world, services: readServiceFiles('services') })
  url = `http://127.0.0.1:${port}`
})
afterAll(() => page.close())

describe('the start page', () => {
  it('offers Omera Bank first, then the visa portal, and a card for everybody', async () => {
    const text = await (await fetch(url)).text()
    expect(text.indexOf('href="http://localhost:4"')).toBeGreaterThan(0)
    expect(text.indexOf('href="http://localhost:4"')).toBeLessThan(text.indexOf('href="http://localhost:5"'))
    for (const { key, title } of world.personas) {
      expect(text).toContain(`data-testid="persona-${key}"`)
      expect(text).toContain(title)
    }
  })

  it('loads nothing from elsewhere and runs nothing inline', async () => {
    const answer = await fetch(url)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|http/)
    const text = await answer.text()
    expect(text).not.toMatch(/ style=| on\w+=|<script(?![^>]* src="\/)|<style/)
    for (const [, target] of text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g))
      expect((await fetch(url + target)).status).toBe(200)
  })

  it('shows lines of doors and gateway in words', async () => {
    expect(await (await fetch(`${url}/activity`)).json()).toEqual([
      { at: '2030-01-01T10:00:00.000Z', source: 'login', text: 'INFO login-started act=apply' },
      { at: '2030-01-01T10:00:01.000Z', source: 'gateway', text: 'GET /{service}/login → 303 12 ms' },
    ])
  })

  it('tells the counters as JSON and resets them, but not for a page of another origin', async () => {
    expect(await (await fetch(`${url}/counters`)).json()).toEqual(counters)
    expect((await fetch(`${url}/counters/reset`, { method: 'POST' })).status).toBe(200)
    expect((await fetch(`${url}/counters/reset`, { method: 'POST', headers: { origin: url } })).status).toBe(200)
    expect(
      (await fetch(`${url}/counters/reset`, { method: 'POST', headers: { origin: 'http://evil.example' } })).status,
    ).toBe(403)
    expect(resets).toBe(2)
  })

  it('answers to no other name than localhost', async () => {
    const status = await new Promise((resolve) => {
      request(`${url}/counters`, { headers: { host: 'rebound.example' } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      }).end()
    })
    expect(status).toBe(421)
  })

  it.each([
    '/nothing',
    '/problems/no-such-code',
    '/problems/..%2f..%2fpackage',
    '/assets/../serve.ts',
    '/assets/view.ts',
  ])('has no page %s', async (path) => {
    expect((await fetch(url + path)).status).toBe(404)
  })
})

describe('a service without a portal', () => {
  it('has a page with a link for each act, that may ask the API and no one else', async () => {
    const answer = await fetch(`${url}/services/clinic`)
    const text = await answer.text()
    for (const act of ['register-patient', 'read-results'])
      expect(text).toContain(`http://localhost:2/clinic/login?act=${act}&amp;return_to=%2Fservices%2Fclinic`)
    expect(text).toContain('data-session="http://localhost:2/clinic/session"')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain('connect-src http://localhost:2;')
    expect(text).not.toMatch(/ style=| on\w+=|<script(?![^>]* src="\/)|<style/)
    expect((await fetch(`${url}/assets/service.js`)).status).toBe(200)
    expect((await fetch(`${url}/logo.svg`)).status).toBe(200)
    expect(await (await fetch(url)).text()).toContain('href="http://localhost:1/services/clinic"')
  })

  it.each(['visa', 'nobody', 'clinic/', '../clinic'])('%s has none', async (id) => {
    expect((await fetch(`${url}/services/${id}`)).status).toBe(404)
  })
})
