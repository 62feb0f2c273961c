import type { Release } from '../esignet/start.ts'
import { ArgumentError, releaseOf } from '../main/arguments.ts'
import type { Ordeal } from './trials.ts'

export interface TortureArguments {
  readonly json: boolean
  readonly help: boolean
  /** Only what belongs to this row. */
  readonly row?: string
  /** Only this lie, failure or attack. */
  readonly only?: string
  /** Start page of a running world. */
  readonly url?: string
  /** Release of the eSignet in a world of its own. */
  readonly release?: Release
}

const options = ['row', 'only', 'url', 'release'] as const

type Option = (typeof options)[number]

const isOption = (name: string): name is Option => options.some((option) => option === name)

/** Reads the command line of `npm run torture`. Throws {@link ArgumentError}. */
export const tortureArguments = (given: readonly string[]): TortureArguments => {
  const left = [...given]
  const values: Partial<Record<Option, string>> = {}
  const flags = { json: false, help: false }
  for (let argument = left.shift(); argument !== undefined; argument = left.shift()) {
    const [name = '', value] = argument.replace(/^--/, '').split(/=(.*)/s, 2)
    if (argument === '--json') flags.json = true
    else if (argument === '--help' || argument === '-h') flags.help = true
    else if (argument.startsWith('--') && isOption(name)) values[name] = value ?? left.shift() ?? ''
    else
      throw new ArgumentError(
        `"${argument}" is not an option. Known are --json, --row, --only, --url, --release and --help.`,
      )
  }
  const { release, ...rest } = values
  return { ...rest, ...(release === undefined ? {} : { release: releaseOf(release) }), ...flags }
}

/** What was asked for. Throws {@link ArgumentError} when there is no such thing. */
export const chosen = (ordeals: readonly Ordeal[], { row, only }: TortureArguments): readonly Ordeal[] => {
  const found = ordeals.filter(
    (each) =>
      (row === undefined || each.rows.includes(row.toUpperCase())) && (only === undefined || each.name === only),
  )
  if (found.length === 0)
    throw new ArgumentError(`There is no ${only ?? 'input'}${row === undefined ? '' : ` of the row ${row}`}.`)
  return found
}

export const help = `Lets the simulated eSignet lie, AWS fail and strangers try our doors, in every way there is, and tells what became of it.

  npm run torture -- [options]

  --row C24     only one row of docs/threats.md
  --only NAME   only one lie, failure or attack
  --url URL     a running practice world's start page; default: a world of its own, on free ports
  --release R   the eSignet of that world: 1.5, 1.6, 1.7, 1.8 or 2.0; default 1.8
  --json        one JSON object: {rows, inputs, refused, benign, accepted, wrongCode, otherwise, leftOut}
  --help        this text

Ends with 0 when everything hostile was refused with its own code, and everything harmless was accepted; else with 1.`
