import { ArgumentError } from '../main/arguments.ts'
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
}

const options = ['row', 'only', 'url'] as const

type Option = (typeof options)[number]

const isOption = (name: string): name is Option => options.some((option) => option === name)

/** Reads the command line of `npm run torture`. Throws {@link ArgumentError}. */
export const tortureArguments = (given: readonly string[]): TortureArguments => {
  const rest = [...given]
  const values: Partial<Record<Option, string>> = {}
  const flags = { json: false, help: false }
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [name = '', value] = argument.replace(/^--/, '').split(/=(.*)/s, 2)
    if (argument === '--json') flags.json = true
    else if (argument === '--help' || argument === '-h') flags.help = true
    else if (argument.startsWith('--') && isOption(name)) values[name] = value ?? rest.shift() ?? ''
    else throw new ArgumentError(`"${argument}" is not an option. Known are --json, --row, --only, --url and --help.`)
  }
  return { ...values, ...flags }
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
  --json        one JSON object: {rows, inputs, refused, benign, accepted, wrongCode, otherwise}
  --help        this text

Ends with 0 when everything hostile was refused with its own code, and everything harmless was accepted; else with 1.`
