import { nearest } from './nearest.ts'

/** One thing in a file that cannot stay as it is. */
export interface Mistake {
  /** `vocabulary.json` */
  readonly file: string
  /** `acts.open-account.accept[0].trustFrameworks[1]`; empty for the file itself. */
  readonly path: string
  /** The value as JSON, short; of keys it is never shown. */
  readonly found: string
  readonly expected: string
  /** The nearest right spelling, where one is near. */
  readonly nearest?: string
}

export type Path = readonly PropertyKey[]

export const pathText = (path: Path): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')

/** A value that is not among the names there are. */
export const misspelt = (file: string, path: Path, word: string, names: readonly string[], what: string): Mistake => {
  const meant = nearest(word, names)
  return {
    file,
    path: pathText(path),
    found: shown(word),
    expected: `${what}: ${names.length === 0 ? 'there are none' : names.join(', ')}`,
    ...(meant === undefined ? {} : { nearest: meant }),
  }
}

/** Long enough for any name, short enough for a line. */
const longest = 60

/** A value as it is said in a sentence. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object' && value !== null)
    return Object.keys(value).length === 0 ? 'nothing in it' : 'an object'
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

export const tellMistake = ({ path, found, expected, nearest: meant }: Mistake): string =>
  `  ${path === '' ? '(top)' : path}: found ${found}, expected ${expected}${meant === undefined ? '' : `; did you mean "${meant}"?`}`

/** All mistakes, file by file, as they are told to whoever builds, deploys or starts. */
export const tellMistakes = (mistakes: readonly Mistake[]): string =>
  [...new Set(mistakes.map(({ file }) => file))]
    .map((file) => {
      const lines = mistakes.filter((mistake) => mistake.file === file).map(tellMistake)
      return `services/${file} cannot be used:\n${lines.join('\n')}`
    })
    .join('\n')
