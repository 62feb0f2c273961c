import { isObject, isText, isTextList } from '../json.ts'

const constraintMembers = ['value', 'values', 'essential', 'purpose', 'max_age']

/** `{}` and `{value: …}` ask for the whole element; `{issuer: null}` asks for a part of it. */
function isConstraint(request: object): boolean {
  return Object.keys(request).every((name) => constraintMembers.includes(name))
}

/**
 * Only what was asked for (OIDC4IDA §6.3.1, data minimisation). Null asks for the whole element.
 * @returns undefined when there is nothing to give, or when a constraint inside is not met
 */
export function minimise(request: unknown, stored: unknown): unknown {
  if (stored === undefined) return undefined
  if (request === null || isText(request)) return request === null || request === stored ? stored : undefined
  if (Array.isArray(request)) return minimiseList(request, stored)
  if (!isObject(request)) return stored
  if (isConstraint(request)) return meets(request, stored) ? stored : undefined
  if (!isObject(stored)) return undefined
  const kept: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(request)) {
    if (!Object.hasOwn(stored, name)) continue
    const value = minimise(inner, stored[name])
    if (value === undefined) return undefined
    kept[name] = value
  }
  return kept
}

/** Every stored element that one of the requested ones fits. */
function minimiseList(requests: readonly unknown[], stored: unknown): unknown[] | undefined {
  if (!Array.isArray(stored)) return undefined
  const kept = stored.flatMap((element) => {
    const first = requests.map((request) => minimise(request, element)).find((value) => value !== undefined)
    return first === undefined ? [] : [first]
  })
  return kept.length > 0 ? kept : undefined
}

function meets(constraint: Readonly<Record<string, unknown>>, stored: unknown): boolean {
  const { value, values } = constraint
  if (value !== undefined && value !== stored) return false
  return !isTextList(values) || (isText(stored) && values.includes(stored))
}
