import { describe, expect, test } from 'vitest'
import { aVerification, facts, noon } from '../../support/builders.ts'
import { newFolder } from './folder.ts'
import { type } from './terminal.ts'

const at = new Date(noon).toISOString()
const explain = (known: unknown, act: string, ...more: string[]) => {
  const file = newFolder()('facts.json', known)
  return type(['policy', 'explain', '--service', 'omera-bank', '--act', act, '--facts', file, '--now', at, ...more])
}

const strong = facts()
const weak = facts({
  verifications: [
    aVerification({
      trustFramework: 'westalis-nid',
      assuranceLevel: 'standard',
      verifiers: [],
      evidence: [],
      claimNames: ['name'],
    }),
  ],
})

describe('the decision', () => {
  test('permit is told with its end', async () => {
    const { status, out } = await explain(strong, 'open-account')
    expect(status).toBe(0)
    expect(out).toContain('omera-bank/open-account: permit')
    expect(out).toMatch(/until 2026-11-24T12:29:00Z, when the authentication lapses/)
    expect(out).toContain('✓ accept[0].assuranceLevel: high')
  })

  test('anything else is told with what was expected, found, and mends it', async () => {
    const { status, out } = await explain(weak, 'open-account')
    expect(status).toBe(1)
    expect(out).toContain('omera-bank/open-account: re-verify')
    expect(out).toContain(
      '✗ accept[0].trustFrameworks\n    expected  eidas\n    found     westalis-nid\n    remedy    re-verify',
    )
    expect(out).toMatch(/What mends it: re-verify\n {2}acr_values .*\n {2}claims \{/)
  })

  test('is the same as JSON', async () => {
    const { status, out } = await explain(weak, 'open-account', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      service: 'omera-bank',
      act: 'open-account',
      outcome: 're-verify',
      decidedAt: '2026-11-24T12:00:00Z',
      remedy: { kind: 're-verify' },
    })
  })

  test('depends on the circumstances', async () => {
    const file = newFolder()('facts.json', strong)
    const decided = (context: string) =>
      type([
        'policy',
        'explain',
        '--service',
        'services/sim-registration.json',
        '--act',
        'register-sim',
        '--facts',
        file,
        '--now',
        at,
        '--context',
        context,
      ])
    expect((await decided('{}')).out).toContain('register-sim: permit')
    expect((await decided('{"simsHeld": 5}')).out).toContain('register-sim: manual-review')
    expect((await decided('{"simsHeld": 10}')).out).toContain('register-sim: deny')
  })
})

describe('what cannot be explained', () => {
  test.each([
    ['an act nobody knows', strong, 'open-acount', [], 'Did you mean "open-account"?'],
    ['a context that is none', strong, 'open-account', ['--context', '[1]'], '--context must be a JSON object'],
    ['a context that is no JSON', strong, 'open-account', ['--context', '{amount'], '--context must be a JSON object'],
    ['a moment that is none', strong, 'open-account', ['--now', 'tomorrow'], '--now must be a moment'],
  ])('%s', async (_, known, act, more, sentence) => {
    expect(await explain(known, act, ...more)).toMatchObject({ status: 2, err: expect.stringContaining(sentence) })
  })

  test('facts with values of claims are refused, and the values are not told', async () => {
    const told = { ...strong, verifications: [{ ...strong.verifications[0], claims: { name: 'Mira Solberg' } }] }
    const { status, err, out } = await explain(told, 'open-account')
    expect(status).toBe(1)
    expect(err).toContain('holds no facts:\n  verifications.0: ')
    expect(err + out).not.toContain('Mira')
  })
})
