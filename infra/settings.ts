import { Sentence } from './build/sentence.mjs'

/**
 * Looks up one value of a stage: `-c key=value` on the command line wins over `context.stages.<stage>.<key>` in cdk.json.
 * The command line gives text, cdk.json gives JSON; objects may be written as either.
 */
export interface Settings {
  optional(key: string): string | undefined
  /** @throws Sentence that names the key */
  required(key: string, what: string): string
  /** A JSON object. @throws Sentence that names the key */
  object(key: string, what: string): Readonly<Record<string, unknown>>
}

export type Lookup = (key: string) => unknown

export function settingsOf(stage: string, lookup: Lookup): Settings {
  const find = (key: string): unknown => lookup(key) ?? property(property(lookup('stages'), stage), key)
  const missing = (key: string, what: string) =>
    new Sentence(`Stage "${stage}" needs ${what}: give -c ${key}=… or set context.stages.${stage}.${key} in cdk.json.`)
  const optional = (key: string): string | undefined => {
    const value = find(key)
    return value === undefined || value === null || value === '' ? undefined : String(value)
  }
  return {
    optional,
    required(key, what) {
      const value = optional(key)
      if (value === undefined) throw missing(key, what)
      return value
    },
    object(key, what) {
      const value = find(key)
      if (value === undefined) throw missing(key, what)
      const parsed = typeof value === 'string' ? parse(value) : value
      if (isObject(parsed)) return parsed
      throw new Sentence(`Context key ${key} of stage "${stage}" must be a JSON object: ${what}.`)
    },
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const property = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
