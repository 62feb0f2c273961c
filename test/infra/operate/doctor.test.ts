import { describe, expect, test } from 'vitest'
import { checks } from '../../../infra/operate/doctor/checks/index.ts'
import { consult } from './consultation.ts'
import { newFolder, readService, vocabulary } from './folder.ts'
import { privateRsaKey } from './keys.ts'
import { on16, seeds } from './seeds.ts'
import { type } from './terminal.ts'

test('a healthy provider, service and registration have nothing, and every check looked', async () => {
  const { status, troubles, fine, notLookedAt } = await consult()
  expect(troubles).toEqual([])
  expect(notLookedAt).toEqual([])
  expect(fine).toEqual(checks.map(({ name }) => name))
  expect(status).toBe(0)
})

test('so does a healthy 1.6, which has no pushed requests and no iss', async () => {
  expect((await consult(on16({}))).troubles).toEqual([])
  expect((await consult(on16({ code_challenge_methods_supported: undefined }))).troubles).toEqual([])
})

test('every check has mistakes that were put in on purpose', () => {
  expect(Object.keys(seeds)).toEqual(checks.map(({ name }) => name))
})

describe.each(Object.entries(seeds))('%s', (check, seeded) => {
  test.each(seeded)('%s', async (_, seed, expected) => {
    const { status, troubles, fine } = await consult(seed)
    expect(troubles).toEqual(expected)
    expect(fine).not.toContain(check)
    expect(status).toBe(expected.some((trouble) => trouble.startsWith('wrong')) ? 1 : 0)
  })
})

test('a finding about a file says where in it', async () => {
  const { findings } = await consult({ metadata: () => ({ acr_values_supported: [] }) })
  const { where } = findings.find(({ code }) => code === 'acr-not-offered') ?? {}
  expect(where).toMatch(/omera-bank\.json, acts\.sign-in\.authentication\.acrAnyOf$/)
})

test('a private key that was handed over is never repeated', async () => {
  const leaked = { ...privateRsaKey(), kid: 'leaked' }
  const { text } = await consult({ ourKeys: () => [leaked], registration: (it) => ({ ...it, publicKey: leaked }) })
  expect(text).toContain('client-key-private')
  for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(text).not.toContain(String(Object(leaked)[member]))
})

test('for people: the findings, what was not looked at and why, what is known of the release, the sum', async () => {
  const write = newFolder()
  write('vocabulary.json', vocabulary)
  const service = write('omera-bank.json', readService('omera-bank'))
  const { status, out } = await type([
    'doctor',
    '--discovery',
    'http://127.0.0.1:9',
    '--release',
    '1.6',
    '--service',
    service,
  ])
  expect(status).toBe(1)
  expect(out).toContain('✗ wrong     discovery-unreadable\n    expected  a JSON object')
  expect(out).toContain('✓ fine      trust-frameworks: ')
  expect(out).toContain('- not looked client-key: needs --jwks or --registration')
  expect(out).toContain('the release accepts RS256 only (FAPI 2.0 §5.4.1)')
  expect(out).toMatch(/1 thing is wrong\.$/)
})
