/** One hostile or harmless input, and what was wrong with what became of it. */
export interface Trial {
  readonly name: string
  readonly rows: readonly string[]
  readonly way: string
  /** A refusal code, a status of API Gateway, or `accepted` for what is harmless. */
  readonly expected: string
  /** What was said instead of `expected`; absent when that was said. */
  readonly saidInstead: string | undefined
  /** Everything amiss, in words. */
  readonly wrong: readonly string[]
}

/** An input that cannot be tried at the release that runs. */
export interface LeftOut {
  readonly name: string
  readonly rows: readonly string[]
  readonly way: string
  readonly because: string
}

export interface Report {
  /** Rows of the torture table that were run. */
  readonly rows: number
  readonly inputs: number
  /** Hostile inputs refused with their own code, and nothing else amiss. */
  readonly refused: number
  /** Harmless inputs accepted. */
  readonly benign: number
  /** Hostile inputs that were believed. */
  readonly accepted: readonly string[]
  /** Hostile inputs refused as something else. */
  readonly wrongCode: readonly string[]
  /** Inputs that ended well but for something: a row, a call too many, a secret in a log. Also harmless ones refused. */
  readonly otherwise: readonly string[]
  /** Inputs that were left out, by reason. */
  readonly leftOut: readonly { readonly because: string; readonly inputs: readonly string[] }[]
}

export const reportOf = (trials: readonly Trial[], leftOut: readonly LeftOut[] = []): Report => {
  const hostile = trials.filter(({ expected }) => expected !== 'accepted')
  const amiss = trials.filter(({ wrong }) => wrong.length > 0)
  const believed = hostile.filter(({ saidInstead }) => saidInstead === 'accepted')
  const miscalled = hostile.filter(({ saidInstead }) => saidInstead !== undefined && saidInstead !== 'accepted')
  const rest = amiss.filter((each) => !believed.includes(each) && !miscalled.includes(each))
  return {
    rows: new Set(trials.flatMap(({ rows }) => rows)).size,
    inputs: trials.length,
    refused: hostile.filter(({ wrong }) => wrong.length === 0).length,
    benign: trials.length - hostile.length - amiss.filter(({ expected }) => expected === 'accepted').length,
    accepted: believed.map(nameOf),
    wrongCode: miscalled.map((each) => `${nameOf(each)}: ${each.expected} → ${each.saidInstead}`),
    otherwise: rest.map((each) => `${nameOf(each)}: ${each.wrong.join('; ')}`),
    leftOut: reasonsOf(leftOut),
  }
}

export const isClean = ({ accepted, wrongCode, otherwise }: Report): boolean =>
  accepted.length + wrongCode.length + otherwise.length === 0

const reasonsOf = (leftOut: readonly LeftOut[]): Report['leftOut'] =>
  [...new Set(leftOut.map(({ because }) => because))].map((because) => ({
    because,
    inputs: leftOut.filter((each) => each.because === because).map(nameOf),
  }))

const nameOf = ({ name, rows, way }: Pick<Trial, 'name' | 'rows' | 'way'>): string =>
  `${rows.join(' ')} ${name} (${way})`

/** One line for all ways of one thing, as it goes. */
export const lineOf = (trials: readonly Trial[], leftOut: readonly LeftOut[] = []): string => {
  const [first] = trials
  if (first === undefined) return leftOutLine(leftOut)
  const wrong = trials.flatMap((trial) => trial.wrong.map((each) => `      ${trial.way}: ${each}`))
  const said = [...new Set(trials.map(({ expected }) => expected))].join(', ')
  return [headOf(wrong.length === 0 ? '✓' : '✗', first, trials.length, said), ...wrong].join('\n')
}

const leftOutLine = (leftOut: readonly LeftOut[]): string => {
  const [first] = leftOut
  return first === undefined ? '' : headOf('–', first, leftOut.length, `left out: ${first.because}`)
}

const headOf = (mark: string, { name, rows }: Pick<Trial, 'name' | 'rows'>, ways: number, said: string): string =>
  `  ${mark} ${rows.join(' ').padEnd(8)} ${`${name}${ways === 1 ? '' : ` × ${ways}`}`.padEnd(48)} ${said}`

export const summaryOf = (report: Report): string =>
  [
    '',
    `${report.inputs} inputs of ${report.rows} rows: ${report.refused} refused with their own code, ${report.benign} harmless ones accepted.`,
    ...list('Believed', report.accepted),
    ...list('Refused as something else', report.wrongCode),
    ...list('Otherwise amiss', report.otherwise),
    ...leftOutOf(report),
  ].join('\n')

const leftOutOf = ({ leftOut }: Report): readonly string[] => {
  const count = leftOut.reduce((sum, { inputs }) => sum + inputs.length, 0)
  return count === 0
    ? []
    : [
        `Left out, because they cannot be tried here: ${count}`,
        ...leftOut.map(({ because, inputs }) => `  ${inputs.length}: ${because}`),
      ]
}

const list = (title: string, entries: readonly string[]): readonly string[] =>
  entries.length === 0 ? [] : [`${title}: ${entries.length}`, ...entries.map((entry) => `  ${entry}`)]
