import type { Expression } from './expression.ts'

/** The shortest text, nearly always, that it matches. */
const shortest = (expression: Expression): string => {
  switch (expression.kind) {
    case 'set':
      return letter(expression.members)
    case 'sequence':
      return expression.parts.map(shortest).join('')
    case 'either':
      return shortest(expression.branches[0] ?? { kind: 'sequence', parts: [] })
    case 'repeat':
      return shortest(expression.body).repeat(expression.least)
    default:
      return ''
  }
}

const letter = (members: readonly number[]): string => {
  const code = members.find((each) => each > 0x20) ?? members[0]
  return code === undefined ? '' : String.fromCharCode(code)
}

type CharacterSet = Extract<Expression, { kind: 'set' }>

const setsOf = (expression: Expression): readonly CharacterSet[] => {
  switch (expression.kind) {
    case 'set':
      return [expression]
    case 'sequence':
      return expression.parts.flatMap(setsOf)
    case 'either':
      return expression.branches.flatMap(setsOf)
    case 'repeat':
    case 'ahead':
      return setsOf(expression.body)
    default:
      return []
  }
}

/** One character for every way in which the sets of the expression overlap, or do not. */
const alphabetOf = (expression: Expression): readonly string[] => {
  const sets = setsOf(expression)
  const kinds = new Map<string, string>()
  for (let code = 0x20; code < 0x7f; code += 1) {
    const kind = sets.map(({ has }) => (has(code) ? '1' : '0')).join('')
    if (kind.includes('1') && !kinds.has(kind)) kinds.set(kind, String.fromCharCode(code))
  }
  return [...kinds.values()]
}

/** What stands before each repetition, and one round of it. */
const repetitions = (expression: Expression, before = ''): readonly { before: string; round: string }[] => {
  switch (expression.kind) {
    case 'repeat':
      return [{ before, round: shortest(expression.body) }, ...repetitions(expression.body, before)]
    case 'either':
      return expression.branches.flatMap((branch) => repetitions(branch, before))
    case 'ahead':
      return repetitions(expression.body, before)
    case 'sequence':
      return expression.parts.flatMap((part, index) =>
        repetitions(part, before + expression.parts.slice(0, index).map(shortest).join('')),
      )
    default:
      return []
  }
}

/** Texts that keep every repetition going as long as wanted, and then do not, or do, end as the expression wants. */
export const hostileTexts = (expression: Expression): readonly ((rounds: number) => string)[] => {
  const alphabet = alphabetOf(expression)
  const few = alphabet.slice(0, 9)
  const rounds = [...alphabet, ...few.flatMap((one) => few.map((other) => one + other))]
  const starts = repetitions(expression)
  const befores = new Set(['', ...starts.map(({ before }) => before)])
  const all = [...befores].flatMap((before) =>
    [...rounds, ...starts.map(({ round }) => round)].map((round) => ({ before, round })),
  )
  return all.flatMap(({ before, round }) =>
    ['', '\u0000'].map((end) => (times: number) => `${before}${round.repeat(times)}${end}`),
  )
}
