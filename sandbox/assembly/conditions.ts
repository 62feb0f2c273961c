import { resolve, type Scope, Unresolvable } from './intrinsics.ts'
import { isObject, listOf, textOf } from './json.ts'

const holds = (value: unknown, scope: Scope, named: (name: string) => boolean): boolean => {
  if (!isObject(value)) throw new Unresolvable('a condition must be a function')
  const [name, argument] = Object.entries(value)[0] ?? ['', undefined]
  const parts = listOf(argument)
  if (name === 'Condition') return named(textOf(argument))
  if (name === 'Fn::And') return parts.every((part) => holds(part, scope, named))
  if (name === 'Fn::Or') return parts.some((part) => holds(part, scope, named))
  if (name === 'Fn::Not') return !holds(parts[0], scope, named)
  if (name === 'Fn::Equals') return String(resolve(parts[0], scope)) === String(resolve(parts[1], scope))
  throw new Unresolvable(`${name} is not known in a condition`)
}

/** Evaluates a template's `Conditions`, which may refer to each other in any order. */
export const evaluateConditions = (
  conditions: ReadonlyMap<string, unknown>,
  scope: Scope,
): ReadonlyMap<string, boolean> => {
  const known = new Map<string, boolean>()
  const named = (name: string): boolean => {
    const before = known.get(name)
    if (before !== undefined) return before
    const result = holds(conditions.get(name), scope, named)
    known.set(name, result)
    return result
  }
  for (const name of conditions.keys()) named(name)
  return known
}
