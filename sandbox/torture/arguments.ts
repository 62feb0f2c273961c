import { ArgumentError } from '../main/arguments.ts'
import type { ActiveLie } from './practice-world.ts'

export interface TortureArguments {
  readonly json: boolean
  readonly help: boolean
  /** Only lies of this row. */
  readonly row?: string
  /** Only this lie. */
  readonly lie?: string
  /** Start page of a running world. */
  readonly url?: string
}

const options = ['row', 'lie', 'url'] as const

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
    else throw new ArgumentError(`"${argument}" is not an option. Known are --json, --row, --lie, --url and --help.`)
  }
  return { ...values, ...flags }
}

/** The lies that were asked for. Throws {@link ArgumentError} when there are none. */
export const chosen = (lies: readonly ActiveLie[], { row, lie }: TortureArguments): readonly ActiveLie[] => {
  const found = lies.filter(
    (each) => (row === undefined || each.rows.includes(row.toUpperCase())) && (lie === undefined || each.name === lie),
  )
  if (found.length === 0)
    throw new ArgumentError(`There is no lie ${lie ?? ''}${row === undefined ? '' : ` of the row ${row}`}.`)
  return found
}

export const help = `Lets the simulated eSignet lie in every way there is, while somebody logs in, and tells what became of it.

  npm run torture -- [options]

  --row C24     only the lies of one row of docs/threats.md
  --lie NAME    only one lie
  --url URL     a running practice world's start page; default: a world of its own, on free ports
  --json        one JSON object: {rows, inputs, refused, benign, accepted, wrongCode, otherwise}
  --help        this text

Ends with 0 when every lie was refused with its own code, and everything harmless was accepted; else with 1.`
