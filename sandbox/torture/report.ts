import type { Attempt } from './attempt.ts'
import { judge } from './judge.ts'
import type { ActiveLie } from './practice-world.ts'

/** One lie, told in one way, and what was wrong with what became of it. */
export interface Trial {
  readonly lie: ActiveLie
  readonly variant: string
  readonly seen: Attempt
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
}

export const reportOf = (trials: readonly Trial[]): Report => {
  const judged = trials.map((trial) => ({ ...trial, wrong: judge(trial.lie, trial.seen) }))
  const hostile = judged.filter(({ lie }) => lie.refusedAs !== 'accepted')
  const amiss = judged.filter(({ wrong }) => wrong.length > 0)
  const believed = hostile.filter(({ seen }) => seen.refusedAs === undefined)
  const miscalled = hostile.filter(({ lie, seen }) => seen.refusedAs !== undefined && seen.refusedAs !== lie.refusedAs)
  const rest = amiss.filter((each) => !believed.includes(each) && !miscalled.includes(each))
  return {
    rows: new Set(trials.flatMap(({ lie }) => lie.rows)).size,
    inputs: trials.length,
    refused: hostile.filter(({ wrong }) => wrong.length === 0).length,
    benign: judged.length - hostile.length - amiss.filter(({ lie }) => lie.refusedAs === 'accepted').length,
    accepted: believed.map(nameOf),
    wrongCode: miscalled.map((each) => `${nameOf(each)}: ${each.lie.refusedAs} → ${each.seen.refusedAs}`),
    otherwise: rest.map((each) => `${nameOf(each)}: ${each.wrong.join('; ')}`),
  }
}

export const isClean = ({ accepted, wrongCode, otherwise }: Report): boolean =>
  accepted.length + wrongCode.length + otherwise.length === 0

const nameOf = ({ lie, variant }: Trial): string => `${lie.rows.join(' ')} ${lie.name} (${variant})`

/** One line for each lie, as it goes. */
export const lineOf = (lie: ActiveLie, trials: readonly Trial[]): string => {
  const wrong = trials.flatMap((trial) => judge(lie, trial.seen).map((each) => `      ${trial.variant}: ${each}`))
  const ways = trials.length === 1 ? '' : ` × ${trials.length}`
  const mark = wrong.length === 0 ? '✓' : '✗'
  return [
    `  ${mark} ${lie.rows.join(' ').padEnd(8)} ${`${lie.name}${ways}`.padEnd(48)} ${lie.refusedAs}`,
    ...wrong,
  ].join('\n')
}

export const summaryOf = (report: Report): string =>
  [
    '',
    `${report.inputs} inputs of ${report.rows} rows: ${report.refused} lies refused with their own code, ${report.benign} harmless answers accepted.`,
    ...list('Believed', report.accepted),
    ...list('Refused as something else', report.wrongCode),
    ...list('Otherwise amiss', report.otherwise),
  ].join('\n')

const list = (title: string, entries: readonly string[]): readonly string[] =>
  entries.length === 0 ? [] : [`${title}: ${entries.length}`, ...entries.map((entry) => `  ${entry}`)]
