import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/domain/policy/decide.ts'
import type { Acceptance, Equivalence, Vocabulary } from '../../../shared/domain/policy/service.ts'
import type { Verification } from '../../../shared/domain/verified-claims/verified-claims.ts'
import { anAct, aVerification, facts, noon, without } from '../../support/builders.ts'

const frameworks: Vocabulary['trustFrameworks'] = {
  eidas: { name: 'eIDAS', levels: ['low', 'substantial', 'high'] },
  nist: { name: 'NIST', levels: ['ial1', 'ial2', 'ial3'] },
  local: { name: 'Local', levels: ['basic', 'full'] },
}
const declared = (from: string, to: string): Equivalence => {
  const [framework = '', level = ''] = from.split(' ')
  const [other = '', otherLevel = ''] = to.split(' ')
  return {
    framework,
    level,
    countsAs: { framework: other, level: otherLevel },
    declaredBy: 'Compliance of Omera',
    since: '2026-01-01',
  }
}
const nistAsEidas = declared('nist ial2', 'eidas substantial')
const wanting = (atLeast?: string): Acceptance => ({
  trustFrameworks: ['eidas'],
  ...(atLeast === undefined ? {} : { assuranceLevel: { atLeast } }),
  claims: { name: 'essential' },
})
const verified = (trustFramework: string, assuranceLevel: string) => aVerification({ trustFramework, assuranceLevel })
const rowsOf = (accept: Acceptance, object: Verification, equivalences: readonly Equivalence[]) =>
  decide(
    anAct({ accept: [accept] }),
    facts({ verifications: [object] }),
    { trustFrameworks: frameworks, equivalences },
    noon,
  )
const standing = (...input: Parameters<typeof rowsOf>) =>
  rowsOf(...input)
    .requirements.filter(({ rule }) => /trustFrameworks|assuranceLevel/.test(rule))
    .map(({ actual, pass }) => [actual, pass])

describe('one framework counts as another only by declaration', () => {
  it.each<readonly [string, Acceptance, Verification, readonly Equivalence[], boolean]>([
    [
      'not another framework with a level of that name',
      wanting('low'),
      verified('local', 'ial2'),
      [nistAsEidas],
      false,
    ],
    ['without one it does not', wanting('substantial'), verified('nist', 'ial2'), [], false],
    ['with one it does', wanting('substantial'), verified('nist', 'ial2'), [nistAsEidas], true],
    ['also from a higher level', wanting('substantial'), verified('nist', 'ial3'), [nistAsEidas], true],
    ['not from a lower level', wanting('substantial'), verified('nist', 'ial1'), [nistAsEidas], false],
    ['not from a level on no ladder', wanting('low'), verified('nist', 'ial9'), [nistAsEidas], false],
    ['not without a level', wanting(), without(verified('nist', ''), 'assuranceLevel'), [nistAsEidas], false],
    ['also where no level is wanted', wanting(), verified('nist', 'ial2'), [nistAsEidas], true],
    ['not for more than it was declared to be', wanting('high'), verified('nist', 'ial3'), [nistAsEidas], false],
    [
      'not the other way round',
      { ...wanting('ial2'), trustFrameworks: ['nist'] },
      verified('eidas', 'high'),
      [nistAsEidas],
      false,
    ],
    [
      'not over two of them',
      wanting('low'),
      verified('local', 'full'),
      [declared('local full', 'nist ial2'), nistAsEidas],
      false,
    ],
    [
      'not from a framework nobody knows',
      wanting('low'),
      verified('omnia', 'x'),
      [declared('omnia x', 'eidas high')],
      false,
    ],
    [
      'not as a framework nobody knows',
      { ...wanting(), trustFrameworks: ['omnia'] },
      verified('nist', 'ial2'),
      [declared('nist ial2', 'omnia x')],
      false,
    ],
    [
      'by whichever of several suffices',
      wanting('high'),
      verified('nist', 'ial3'),
      [nistAsEidas, declared('nist ial3', 'eidas high')],
      true,
    ],
    [
      'beside a level of its own that does not',
      { ...wanting('substantial'), trustFrameworks: ['nist', 'eidas'] },
      verified('nist', 'ial2'),
      [nistAsEidas],
      true,
    ],
  ])('%s', (_, accept, object, equivalences, permitted) => {
    expect(rowsOf(accept, object, equivalences).outcome).toBe(permitted ? 'permit' : 're-verify')
  })

  it('and the explanation says whose it is', () => {
    expect(standing(wanting('substantial'), verified('nist', 'ial3'), [nistAsEidas])).toEqual([
      ['nist ial3, which counts as eidas substantial (declared by Compliance of Omera, 2026-01-01)', true],
      ['substantial', true],
    ])
  })

  it('and where it is too low the explanation is about that, not about the framework', () => {
    expect(standing(wanting('high'), verified('nist', 'ial3'), [nistAsEidas])).toEqual([
      [expect.stringContaining('declared by'), true],
      ['substantial', false],
    ])
    expect(standing(wanting('high'), verified('eidas', 'low'), [nistAsEidas])).toEqual([
      ['eidas', true],
      ['low', false],
    ])
    expect(standing(wanting('high'), verified('nist', 'ial1'), [nistAsEidas])).toEqual([
      ['nist', false],
      ['ial1', false],
    ])
  })
})

describe('an act that names no verifier', () => {
  const known = (...verifiers: string[]): Vocabulary => ({
    trustFrameworks: { ...frameworks, eidas: { name: 'eIDAS', levels: ['low'], verifiers } },
  })
  const judged = (accept: Partial<Acceptance>, verifiers: readonly string[], vocabulary: Vocabulary) =>
    decide(
      anAct({ accept: [{ ...wanting(), ...accept }] }),
      facts({ verifications: [aVerification({ verifiers })] }),
      vocabulary,
      noon,
    )

  it('accepts those its framework knows', () => {
    expect(judged({}, ['b.example'], known('a.example', 'b.example')).outcome).toBe('permit')
    expect(judged({}, ['c.example'], known('a.example', 'b.example'))).toMatchObject({
      outcome: 're-verify',
      requirements: expect.arrayContaining([
        {
          rule: 'accept[0].verifiers',
          expected: 'a.example or b.example',
          actual: 'c.example',
          pass: false,
          remedy: 're-verify',
        },
      ]),
    })
  })

  it('accepts anybody where none is known, and asks nothing', () => {
    for (const vocabulary of [known(), { trustFrameworks: frameworks }]) {
      const { outcome, requirements } = judged({}, ['c.example'], vocabulary)
      expect(outcome).toBe('permit')
      expect(requirements.some(({ rule }) => rule.endsWith('verifiers'))).toBe(false)
    }
  })

  it('and one that names some trusts those, known or not', () => {
    expect(judged({ verifiers: ['c.example'] }, ['c.example'], known('a.example')).outcome).toBe('permit')
    expect(judged({ verifiers: ['c.example'] }, ['a.example'], known('a.example')).outcome).toBe('re-verify')
  })
})
