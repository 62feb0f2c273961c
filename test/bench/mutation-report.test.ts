import { describe, expect, it } from 'vitest'
import { judgeMutants, mutantsOf, withoutMutant } from '../../bench/mutation-report.ts'

const source = "const one = 1\nif (a &&\n    b) return 'x'\n"
const mutant = (replacement: string, status: string, start: [number, number], end: [number, number]) => ({
  mutatorName: 'Any',
  replacement,
  status,
  location: { start: { line: start[0], column: start[1] }, end: { line: end[0], column: end[1] } },
})
const mutants = mutantsOf({
  files: {
    'shared/a.ts': {
      source,
      mutants: [
        mutant('2', 'Killed', [1, 13], [1, 14]),
        mutant('a ||\n b', 'Survived', [2, 5], [3, 6]),
        mutant("''", 'NoCoverage', [3, 15], [3, 18]),
        mutant('for (;;) {}', 'Timeout', [1, 1], [1, 14]),
        mutant('!', 'CompileError', [1, 1], [1, 2]),
      ],
    },
  },
})
const listed = (from: string, to: string, line: string) => ({
  file: 'shared/a.ts',
  line,
  from,
  to,
  why: 'for a reason',
})
const or = listed('a && b', 'a || b', 'if (a &&')

describe('a report of mutants', () => {
  it('names each by its text, on one line, and where it is', () => {
    expect(mutants[1]).toEqual({
      file: 'shared/a.ts',
      line: 'if (a &&',
      from: 'a && b',
      to: 'a || b',
      at: '2:5',
      status: 'Survived',
    })
  })

  it('counts what was noticed among what can be', () => {
    const { score, survivors } = judgeMutants(mutants, [or])
    expect(score).toEqual({ mutants: 4, killed: 2, equivalent: 1, survived: 1, score: 66.6 })
    expect(survivors.map(({ from }) => from)).toEqual(["'x'"])
  })

  it('tells which entries of the list are noticed after all, and which are about code that is gone', () => {
    const wrong = listed('1', '2', 'const one = 1')
    const gone = listed('1', '2', 'const two = 1')
    expect(judgeMutants(mutants, [or, wrong, gone]).noticed).toEqual([wrong])
    expect(withoutMutant([or, wrong, gone, { ...gone, file: 'shared/b.ts' }], mutants)).toEqual([gone])
  })

  it('is content with nothing', () => {
    expect(judgeMutants([], []).score.score).toBe(100)
  })
})
