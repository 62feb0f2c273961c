import { parseArgs } from 'node:util'
import { BadArguments } from './command.ts'

export type OptionKinds = Readonly<Record<string, 'text' | 'flag'>>

export interface Options {
  optional(name: string): string | undefined
  /** @throws BadArguments that says what the value would be */
  required(name: string, what: string): string
  flag(name: string): boolean
}

/** Reads `--name value` and `--flag`; anything else on the line is refused. @throws BadArguments */
export const readOptions = (args: readonly string[], kinds: OptionKinds): Options => {
  const values = parse(args, kinds)
  const optional = (name: string): string | undefined => {
    const value = values[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    optional,
    required(name, what) {
      const value = optional(name)
      if (value === undefined) throw new BadArguments(`--${name} is missing: ${what}.`)
      return value
    },
    flag: (name) => values[name] === true,
  }
}

const parse = (args: readonly string[], kinds: OptionKinds): Readonly<Record<string, unknown>> => {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' } as const]),
  )
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false, strict: true }).values
  } catch (error) {
    throw new BadArguments(
      error instanceof Error ? `${error.message.split('. ')[0]?.replace(/\.$/, '')}.` : 'Unreadable.',
    )
  }
}

/** @throws BadArguments when it is no absolute http(s) URL */
export const urlOption = (name: string, value: string): URL => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:')) return url
  throw new BadArguments(`--${name} must be a URL that begins with https:// (or http:// on this machine).`)
}
