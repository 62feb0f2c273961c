import type { Expression } from './expression.ts'

/** More than any honest pattern takes for the texts it is tried with. */
const mostSteps = 400_000

export interface Search {
  readonly found: boolean
  /** Characters that were compared; infinite when there was no end to it. */
  readonly steps: number
}

class Endless extends Error {}

/** Searches as engines do that go back: from each place on, each way in turn; after a match from its end on, as `g` does. */
export const search = (expression: Expression, text: string): Search => {
  let steps = 0
  const match = (each: Expression, at: number, next: (at: number) => boolean): boolean => {
    switch (each.kind) {
      case 'set':
        steps += 1
        if (steps > mostSteps) throw new Endless()
        return at < text.length && each.has(text.charCodeAt(at)) && next(at + 1)
      case 'edge':
        return each.at(text, at) && next(at)
      case 'ahead':
        return match(each.body, at, () => true) === each.wanted && next(at)
      case 'either':
        return each.branches.some((branch) => match(branch, at, next))
      case 'sequence':
        return inOrder(each.parts, 0, at, next)
      case 'repeat':
        return again(each, 0, at, next)
    }
  }
  const inOrder = (parts: readonly Expression[], index: number, at: number, next: (at: number) => boolean): boolean => {
    const part = parts[index]
    return part === undefined ? next(at) : match(part, at, (then) => inOrder(parts, index + 1, then, next))
  }
  const again = (
    repeat: Extract<Expression, { kind: 'repeat' }>,
    times: number,
    at: number,
    next: (at: number) => boolean,
  ): boolean => {
    const { body, least, most, greedy } = repeat
    const more = () =>
      times < most && match(body, at, (then) => (then > at || times < least) && again(repeat, times + 1, then, next))
    const enough = () => times >= least && next(at)
    return greedy ? more() || enough() : enough() || more()
  }
  let found = false
  try {
    for (let at = 0; at <= text.length; ) {
      let end = at
      const here = match(expression, at, (then) => {
        end = then
        return true
      })
      found ||= here
      at = here && end > at ? end : at + 1
    }
  } catch (error) {
    if (!(error instanceof Endless)) throw error
    return { found, steps: Number.POSITIVE_INFINITY }
  }
  return { found, steps }
}
