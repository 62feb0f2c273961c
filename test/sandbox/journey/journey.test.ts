import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { World } from '../../../sandbox/world.ts'
import { startTestWorld } from '../fixtures/world.ts'

let world: World

beforeAll(async () => {
  world = await startTestWorld()
})
afterAll(() => world?.close())

const journey = (...given: string[]): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['infra/build/run.mjs', 'sandbox/journey.ts', ...given], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (part) => {
      out += String(part)
    })
    child.stderr.on('data', (part) => {
      err += String(part)
    })
    child.on('close', (code) => resolve({ code, out, err }))
  })

const openAccount = (persona: string, ...more: string[]) =>
  journey('--service', 'omera-bank', '--act', 'open-account', '--persona', persona, '--url', world.urls.api, ...more)

describe('npm run journey', () => {
  it('tells the login in plain words, without anything that identifies or opens', async () => {
    const { code, out } = await openAccount('fresh-eidas')
    expect(code).toBe(0)
    expect(out).toContain('Outcome: permit, as promised.')
    expect(out).toContain('verified under eidas: birthdate, country, name')
    expect(out).not.toMatch(/Mira|Solberg|4100000011|111111|code=|state=|eyJ|request_uri/)
  })

  it('prints exactly five members with --json', async () => {
    const { code, out } = await openAccount('standard-only', '--json')
    expect(code).toBe(0)
    const answer: unknown = JSON.parse(out)
    expect(answer).toEqual({
      outcome: 're-verify',
      subject: expect.stringMatching(/^p_/),
      decision: expect.objectContaining({ outcome: 're-verify', requirements: expect.any(Array) }),
      claims: { claims: expect.any(Object), verifiedClaims: [] },
      calls: { kms: expect.any(Number), dynamodb: expect.any(Number), provider: expect.any(Number) },
    })
  })

  it('ends with 1 when the world does not keep its promise', async () => {
    world.esignet.setVerificationMetadata('as-mock')
    const { code, out } = await openAccount('fresh-eidas')
    world.esignet.setVerificationMetadata('oidc4ida')
    expect(code).toBe(1)
    expect(out).toContain('Outcome: re-verify, but permit was promised.')
  })

  it('ends with 2 and the choices when the command line is wrong', async () => {
    const { code, err } = await openAccount('nobody')
    expect(code).toBe(2)
    expect(err).toMatch(/^There is no persona "nobody"\. Choose one of: fresh-eidas, standard-only, .*\.$/m)
  })

  it('says so when no world answers', async () => {
    const { code, err } = await journey(
      '--service',
      'visa',
      '--act',
      'apply',
      '--persona',
      'stale',
      '--url',
      'http://localhost:9',
    )
    expect(code).toBe(1)
    expect(err).toContain('No practice world answers at http://localhost:8.')
  })
})
