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

/** One token of JSON text: a whole string, or a mark of structure. Linear: no alternative can match what another began. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs

const depthOf = (text: string): number => {
  let depth = 0
  let most = 0
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') most = Math.max(most, ++depth)
    else if (token === '}' || token === ']') depth--
  }
  return most
}

/** Walks valid JSON; members are compared as they read, so that an escape does not make a twin look different. */
const hasDuplicateMember = (text: string): boolean => {
  const open: (Set<string> | undefined)[] = []
  let last = ''
  for (const [token] of text.matchAll(tokens)) {
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
