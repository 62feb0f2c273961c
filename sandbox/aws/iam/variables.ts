import type { RequestContext } from './policy.ts'

/** `${aws:PrincipalTag/service}`, `${aws:PrincipalTag/service, 'none'}`, and the literals `${*}`, `${?}`, `${$}`. */
const variable = /\$\{([^{}]*)\}/g

/** Names of the condition keys that a text refers to, lower case, without the three literals. */
export function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(variable)].map((found) => nameOf(found[1] ?? '')).filter((name) => !literals.has(name))
}

/**
 * The text with its variables filled in, or undefined when one of them has no single value in this request and no default.
 * A value is escaped so that a tag holding `*` cannot act as a wildcard (IAM does the same).
 */
export function fillIn(text: string, context: RequestContext, protect: (value: string) => string): string | undefined {
  let complete = true
  const filled = text.replace(variable, (_whole, inner: string) => {
    const name = nameOf(inner)
    if (literals.has(name)) return protect(name)
    const values = context.get(name)
    const value = values?.length === 1 ? values[0] : defaultOf(inner)
    if (value === undefined) complete = false
    return protect(value ?? '')
  })
  return complete ? filled : undefined
}

const literals = new Set(['*', '?', '$'])

const nameOf = (inner: string): string => (inner.split(',')[0] ?? '').trim().toLowerCase()

const defaultOf = (inner: string): string | undefined => /,\s*'([^']*)'\s*$/.exec(inner)?.[1]
