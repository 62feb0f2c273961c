/** IAM's two wildcards: `*` for any run of characters, `?` for exactly one. Everything else stands for itself. */
/** Private-use characters that carry a literal `*` or `?` through a pattern, so a value filled in cannot become a wildcard. */
const literalStar = '\uE000'
const literalQuestion = '\uE001'

export const escapeWildcards = (value: string): string =>
  value.replaceAll('*', literalStar).replaceAll('?', literalQuestion)

const compiled = new Map<string, RegExp>()

function toRegExp(pattern: string): RegExp {
  const known = compiled.get(pattern)
  if (known) return known
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.')
    .replaceAll(literalStar, '\\*')
    .replaceAll(literalQuestion, '\\?')
  const made = new RegExp(`^${source}$`, 's')
  if (compiled.size > 10_000) compiled.clear()
  compiled.set(pattern, made)
  return made
}

export const matchesPattern = (pattern: string, value: string): boolean => toRegExp(pattern).test(value)

/** Action names are compared without regard to case. */
export const matchesAction = (pattern: string, action: string): boolean =>
  matchesPattern(pattern.toLowerCase(), action.toLowerCase())

/**
 * ARNs are compared part by part, so that a wildcard in one of the first five parts cannot reach into the next
 * (`arn:aws:dynamodb:*:1*:table/x` never matches across the colon). The sixth part is everything that remains.
 */
export function matchesArn(pattern: string, arn: string): boolean {
  if (pattern === '*') return true
  const wanted = arnParts(pattern)
  const given = arnParts(arn)
  if (!wanted || !given) return pattern === arn
  return wanted.every((part, index) => matchesPattern(part, given[index] ?? ''))
}

/** The six parts of an ARN, or undefined when it is not one. */
export function arnParts(arn: string): readonly string[] | undefined {
  const parts = arn.split(':')
  if (parts.length < 6 || parts[0] !== 'arn') return undefined
  return [...parts.slice(0, 5), parts.slice(5).join(':')]
}
