import fc from 'fast-check'
import { parseStrictJson } from '../../../../shared/adapters/json/strict-json.ts'
import { Fault } from '../../../../shared/kernel/fault.ts'
import { gluedFrom, oneChange, parserProperty } from './parser.ts'

const pieces = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '"',
  '\\',
  '"a"',
  '"\\u0061"',
  '"b"',
  '1',
  'null',
  ' ',
  '{"a":',
  '"a":1',
  '"a":1,',
  '{"a":1}',
  '"{"',
  '"\\""',
  '"\\\\"',
  '\n',
]
const nested = fc.nat({ max: 20 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`)
const honest = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value))

const twins = fc
  .array(
    fc.tuple(fc.constantFrom('"a"', '"\\u0061"', '"A"', '"\\\\"', '"b"'), fc.constantFrom('1', '{"a":1}', '"a"')),
    { maxLength: 3 },
  )
  .map((members) => `[{${members.map(([name, value]) => `${name}:${value}`).join(',')}}]`)

/** JSON that has one reading only. */
export const strictJsonProperty = parserProperty({
  parser: 'strict JSON',
  share: 0.08,
  inputs: fc.oneof(gluedFrom(pieces), honest, honest.chain(oneChange), nested, twins),
  parse: (text): { readonly value: unknown } | string => {
    try {
      return { value: parseStrictJson(text) }
    } catch (error) {
      if (error instanceof Fault) return error.code
      if (error instanceof SyntaxError) return 'syntax'
      throw error
    }
  },
  judge: (text, read) => {
    const expected = slowly(text)
    const actual = typeof read === 'string' ? read : 'good'
    // Of what is no JSON at all it does not matter which fault is named.
    if (expected === 'syntax' ? actual === 'good' : actual !== expected) return `${actual}, is ${expected}`
    return typeof read === 'string' || JSON.stringify(read.value) === JSON.stringify(JSON.parse(text))
      ? undefined
      : 'read differently'
  },
})

const valid = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const slowly = (text: string): string => {
  if (!valid(text)) return 'syntax'
  const seen = { deepest: 0, twice: false }
  walk(text.trim(), 0, 1, seen)
  return seen.deepest > 16 ? 'json-too-deep' : seen.twice ? 'json-duplicate-member' : 'good'
}

/** Recursive descent over valid JSON: notes depth and members that are there twice, and says where the value ended. */
const walk = (text: string, from: number, depth: number, seen: { deepest: number; twice: boolean }): number => {
  const start = afterSpace(text, from)
  const open = text.charAt(start)
  if (open === '"') return endOfText(text, start)
  if (open !== '{' && open !== '[') return start + (/^[^,\]}\s]+/.exec(text.slice(start))?.[0].length ?? 0)
  seen.deepest = Math.max(seen.deepest, depth)
  const names: unknown[] = []
  let at = afterSpace(text, start + 1)
  while (text.charAt(at) !== '}' && text.charAt(at) !== ']') {
    if (open === '{') {
      const end = endOfText(text, at)
      const name: unknown = JSON.parse(text.slice(at, end))
      if (names.includes(name)) seen.twice = true
      names.push(name)
      at = afterSpace(text, end) + 1
    }
    at = afterSpace(text, walk(text, at, depth + 1, seen))
    if (text.charAt(at) === ',') at = afterSpace(text, at + 1)
  }
  return at + 1
}

const afterSpace = (text: string, from: number): number => {
  let at = from
  while (' \t\n\r'.includes(text.charAt(at)) && at < text.length) at += 1
  return at
}

const endOfText = (text: string, from: number): number => {
  let at = from + 1
  while (text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1
  return at + 1
}
