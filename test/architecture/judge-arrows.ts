import { posix } from 'node:path'
import { type Room, rooms, type Word, words } from './arrows.ts'
import type { Import, Source } from './source.ts'

/** Every arrow of one file that does not exist in the house, each as a line for the person who drew it. */
export const strayArrows = ({ file, imports }: Source): readonly string[] => {
  const room = roomOf(file)
  if (room === undefined) return [`${file} stands in no room of test/architecture/arrows.ts`]
  if (room.may === 'import anything') return []
  const allowed = room.may
  return imports
    .filter((one) => !mayImport(file, one, allowed))
    .map(({ target, typeOnly }) => `${file} → ${target}${typeOnly ? ' (types)' : ''}: ${room.because}`)
}

/** Every watched word said where it may not be said. */
export const strayWords = ({ file, words: said }: Source): readonly string[] =>
  words
    .filter((word) => said.includes(word.word) && isOutOfPlace(file, word))
    .map(({ word, because }) => `${file} says ${word}: ${because}`)

export const roomOf = (file: string): Room | undefined => rooms.find(({ files }) => matches(file, files))

const isOutOfPlace = (file: string, { within, onlyIn }: Word): boolean =>
  matches(file, within) && !matches(file, onlyIn)

const mayImport = (file: string, { target, typeOnly }: Import, allowed: readonly string[]): boolean => {
  const local = allowed.map((pattern) => pattern.replace('./', `${posix.dirname(file)}/`))
  const denied = local.flatMap((pattern) => /^not (.*)$/.exec(pattern)?.[1] ?? [])
  const asTypes = local.flatMap((pattern) => /^types of (.*)$/.exec(pattern)?.[1] ?? [])
  if (matches(target, denied)) return false
  return matches(target, local) || (typeOnly && matches(target, asTypes))
}

const matches = (path: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => expressionOf(pattern).test(path))

const known = new Map<string, RegExp>()

/** `**` is any text, `*` any text without a slash. */
const expressionOf = (pattern: string): RegExp => {
  const expression = known.get(pattern) ?? new RegExp(`^${pattern.split('**').map(withoutSlash).join('.*')}$`)
  known.set(pattern, expression)
  return expression
}

const withoutSlash = (pattern: string): string =>
  pattern
    .split('*')
    .map((text) => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]*')
