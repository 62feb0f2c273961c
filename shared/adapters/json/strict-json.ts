import type { RefusalCode } from '../../kernel/codes.ts'
import { Fault } from '../../kernel/fault.ts'

/** Deeper than any honest answer, shallow enough for everything that walks it. */
const deepest = 16

export type UnsafeJson = Extract<RefusalCode, 'json-duplicate-member' | 'json-too-deep'>

/**
 * Parses JSON as one reader only: an object that has a member twice is refused, because parsers disagree which one counts
 * (RFC 8259 §4), and a lie lives in that gap. Depth is bounded before anything is built.
 *
 * @throws Fault with `json-duplicate-member` or `json-too-deep`; SyntaxError when it is no JSON at all
 */
export const parseStrictJson = (text: string): unknown => {
  const unsafe = depthOf(text) > deepest ? 'json-too-deep' : undefined
  if (unsafe !== undefined) throw new Fault(unsafe, 'an answer')
  const value: unknown = JSON.parse(text)
  if (hasDuplicateMember(text)) throw new Fault('json-duplicate-member', 'an answer')
  return value
}

const structure = new Set(['{', '}', '[', ']', ':'])

/**
 * The strings and marks of structure of JSON text, in order. One pass by hand: a regular expression would start over at every
 * quote of a string that never ends, and 64 kB of those cost a second.
 */
function* tokensOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    if (structure.has(mark)) yield mark
    if (mark !== '"') continue
    const end = endOfString(text, at)
    yield text.slice(at, end)
    at = end - 1
  }
}

/** Where the string that begins at `start` is over; the end of the text, if it never is. */
const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++
    else if (text.charAt(at) === '"') return at + 1
  }
  return text.length
}

const depthOf = (text: string): number => {
  let depth = 0
  let most = 0
  for (const token of tokensOf(text)) {
    if (token === '{' || token === '[') most = Math.max(most, ++depth)
    else if (token === '}' || token === ']') depth--
  }
  return most
}

/** Walks valid JSON; members are compared as they read, so that an escape does not make a twin look different. */
const hasDuplicateMember = (text: string): boolean => {
  const open: (Set<string> | undefined)[] = []
  let last = ''
  for (const token of tokensOf(text)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const members = open.at(-1)
      const name: unknown = JSON.parse(last)
      if (members === undefined || typeof name !== 'string') continue
      if (members.has(name)) return true
      members.add(name)
    }
    last = token
  }
  return false
}
