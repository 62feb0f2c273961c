import { ArgumentError } from '../main/arguments.ts'

export interface JourneyArguments {
  readonly service: string
  readonly act: string
  readonly persona: string
  readonly json: boolean
  readonly help: boolean
  /** Address of the API of a running world. */
  readonly url?: string
}

export interface Choices {
  readonly personas: readonly string[]
  /** Service id → acts. */
  readonly services: ReadonlyMap<string, readonly string[]>
}

const options = ['service', 'act', 'persona', 'url'] as const

type Option = (typeof options)[number]

const isOption = (name: string): name is Option => options.some((option) => option === name)

const read = (given: readonly string[]): { values: Map<Option, string>; json: boolean; help: boolean } => {
  const values = new Map<Option, string>()
  const flags = { json: false, help: false }
  const rest = [...given]
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [name = '', value] = argument.replace(/^--/, '').split(/=(.*)/s, 2)
    if (argument === '--json') flags.json = true
    else if (argument === '--help') flags.help = true
    else if (argument.startsWith('--') && isOption(name)) values.set(name, value ?? rest.shift() ?? '')
    else throw new ArgumentError(`"${argument}" is not an option.`)
  }
  return { values, ...flags }
}

const choose = (what: string, given: string | undefined, choices: readonly string[]): string => {
  if (given !== undefined && choices.includes(given)) return given
  const problem = given === undefined ? `--${what} is missing.` : `There is no ${what} "${given}".`
  throw new ArgumentError(`${problem} Choose one of: ${choices.join(', ')}.`)
}

const apiUrl = (text: string): string => {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin
  throw new ArgumentError(
    `--url must be the address of a running practice world's API, for example http://localhost:4301, and not "${text}".`,
  )
}

/** Reads the command line of `npm run journey`. Throws {@link ArgumentError} that lists the choices. */
export const journeyArguments = (given: readonly string[], { personas, services }: Choices): JourneyArguments => {
  const { values, json, help } = read(given)
  if (help) return { service: '', act: '', persona: '', json, help }
  const service = choose('service', values.get('service'), [...services.keys()])
  const act = choose('act', values.get('act'), services.get(service) ?? [])
  const persona = choose('persona', values.get('persona'), personas)
  const url = values.get('url')
  return { service, act, persona, json, help, ...(url === undefined ? {} : { url: apiUrl(url) }) }
}
