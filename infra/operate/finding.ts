/** `wrong`: some login will fail or something will be refused. `doubtful`: it may, look at it. `fine`: looked at, nothing found. */
export type Severity = 'wrong' | 'doubtful' | 'fine'

/** One thing that was looked at, in words for people. Never holds a secret, also not one that was found where it should not be. */
export interface Finding {
  /** A stable word, e.g. `issuer-differs`; for `fine` the name of the check. */
  readonly code: string
  readonly severity: Severity
  readonly expected: string
  readonly found: string
  /** What to do about it; nothing for `fine`. */
  readonly remedy: string
  /** File and path in it, where the finding is about one of our files. */
  readonly where?: string
}

interface Details {
  readonly expected: string
  readonly found: string
  readonly remedy: string
  readonly where?: string
}

export const wrong = (code: string, details: Details): Finding => ({ code, severity: 'wrong', ...details })

export const doubtful = (code: string, details: Details): Finding => ({ code, severity: 'doubtful', ...details })

export const fine = (check: string, found: string): Finding => ({
  code: check,
  severity: 'fine',
  expected: '',
  found,
  remedy: '',
})

const marks = { wrong: '✗ wrong', doubtful: '! doubtful', fine: '✓ fine' } as const

export const tellFinding = ({ code, severity, expected, found, remedy, where }: Finding): string =>
  severity === 'fine'
    ? `${marks.fine}      ${code}: ${found}`
    : [
        `${marks[severity].padEnd(12)}${code}`,
        ...(where === undefined ? [] : [`    in        ${where}`]),
        `    expected  ${expected}`,
        `    found     ${found}`,
        `    do        ${remedy}`,
      ].join('\n')

/** `Nothing is wrong, 2 things are doubtful.` */
export const tellSum = (findings: readonly Finding[]): string => {
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length
  const things = (number: number) => `${number} ${number === 1 ? 'thing is' : 'things are'}`
  const wrongs = count('wrong')
  const doubts = count('doubtful')
  const first = wrongs === 0 ? 'Nothing is wrong' : `${things(wrongs)} wrong`
  return `${first}${doubts === 0 ? '' : `, ${things(doubts)} doubtful`}.`
}

export const exitStatus = (findings: readonly Finding[]): 0 | 1 =>
  findings.some(({ severity }) => severity === 'wrong') ? 1 : 0

export const listed = (words: readonly string[]): string => (words.length === 0 ? 'none' : words.join(', '))
