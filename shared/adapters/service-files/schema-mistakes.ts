import type * as z from 'zod'
import { type Mistake, misspelt, type Path, pathText, shown } from './mistake.ts'
import { nearest } from './nearest.ts'
import { exampleAt, membersAt } from './schema-at.ts'

type Issue = z.core.$ZodIssue

/** What a schema refused, in sentences; every mistake of the file, not only the first. */
export const schemaMistakes = (
  file: string,
  schema: z.ZodType,
  content: unknown,
  issues: readonly Issue[],
): readonly Mistake[] => {
  const mistakes = issues.flatMap((issue) => mistakesOf(file, schema, content, issue))
  // Who wrote `maxage` need not be told, too, that `maxAge` is missing.
  const meant = new Set(mistakes.flatMap(({ path, nearest: word, found }) => renamed(path, word, found)))
  return mistakes.filter(({ path, found }) => found !== 'nothing' || !meant.has(path))
}

const unknownMember = 'a member of this name'

const renamed = (path: string, word: string | undefined, found: string): readonly string[] =>
  word === undefined || found !== unknownMember ? [] : [path.replace(/[^.]*$/, word)]

const mistakesOf = (file: string, schema: z.ZodType, content: unknown, issue: Issue): readonly Mistake[] => {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => strange(file, schema, [...path, key]))
  const value = valueAt(content, path)
  if (issue.code === 'invalid_key') {
    const expected = issue.issues[0]?.message ?? 'another name'
    return [{ file, path: pathText(path), found: `the name ${shown(path.at(-1))}`, expected }]
  }
  if (issue.code === 'invalid_value' && issue.values.length > 1) {
    const names = issue.values.map(String)
    return [{ ...misspelt(file, path, String(value), names, 'one of'), found: found(path, value) }]
  }
  return [{ file, path: pathText(path), found: found(path, value), expected: expectedOf(schema, issue) }]
}

const strange = (file: string, schema: z.ZodType, path: Path): Mistake => {
  const members = membersAt(schema, path.slice(0, -1))
  const meant = nearest(String(path.at(-1)), members)
  return {
    file,
    path: pathText(path),
    found: unknownMember,
    expected: `only ${members.join(', ')}`,
    ...(meant === undefined ? {} : { nearest: meant }),
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const expectedOf = (schema: z.ZodType, issue: Issue): string => {
  if (issue.code === 'invalid_type' && issue.expected !== 'never') {
    const example = exampleAt(schema, issue.path)
    return `${kinds[issue.expected] ?? issue.expected}${example === undefined ? '' : ` such as ${example}`}`
  }
  if (issue.code === 'invalid_value') return JSON.stringify(issue.values[0]) ?? 'another value'
  if (issue.code === 'too_small') return `at least ${issue.minimum} ${counted(issue.origin, Number(issue.minimum))}`
  if (issue.code === 'too_big') return `at most ${issue.maximum} ${counted(issue.origin, Number(issue.maximum))}`
  return issue.message === 'Invalid URL' ? 'an absolute URL' : issue.message
}

const counted = (origin: string, number: number): string => {
  const word = origin === 'string' ? 'character' : 'entry'
  if (number === 1) return word
  return word === 'entry' ? 'entries' : 'characters'
}

/** A private key that somebody put there by mistake must not stand in a log, too. */
const found = (path: Path, value: unknown): string =>
  path[0] === 'backend' && path.includes('keys') && path.length > 3 && value !== undefined
    ? 'a value that is not shown'
    : shown(value)

const valueAt = (content: unknown, path: Path): unknown =>
  path.reduce(
    (at: unknown, part) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? Reflect.get(at, part) : undefined,
    content,
  )
