import { escapeWildcards, matchesArn, matchesPattern } from './pattern.ts'
import type { Condition, Operator, RequestContext } from './policy.ts'
import { fillIn } from './variables.ts'

/**
 * Whether one condition holds (IAM user guide, "Condition operators").
 *
 * Three rules surprise people and are kept exactly: an absent key satisfies the negated operators; `…IfExists` is satisfied
 * by an absent key; and `ForAllValues:` is satisfied by an absent key or an empty list, also in an Allow.
 *
 * @returns `undefined` when a policy variable in the condition has no value in this request
 */
export function conditionHolds(condition: Condition, context: RequestContext): boolean | undefined {
  const given = context.get(condition.key) ?? []
  if (condition.operator === 'Null')
    return condition.values.some((wanted) => (wanted === 'true') === (given.length === 0))
  const wanted = condition.values.map((value) => fillIn(value, context, escapeFor(condition.operator)))
  const known = wanted.filter((value) => value !== undefined)
  if (known.length < wanted.length && !matchesWithout(condition, given, known)) return undefined
  if (given.length === 0) return absentHolds(condition)
  const holds = (value: string): boolean => valueHolds(condition.operator, value, known)
  return condition.quantifier === 'any' ? given.some(holds) : given.every(holds)
}

/** A positive operator that is satisfied by its other values does not need the variable that is missing. */
function matchesWithout(condition: Condition, given: readonly string[], known: readonly string[]): boolean {
  if (negatives.has(condition.operator) || given.length === 0) return false
  return given.every((value) => valueHolds(condition.operator, value, known))
}

function absentHolds(condition: Condition): boolean {
  if (condition.quantifier === 'all') return true
  if (condition.quantifier === 'any') return condition.ifExists
  return condition.ifExists || negatives.has(condition.operator)
}

/** Positive operators: the value equals one of those wanted. Negated operators: it equals none of them. */
function valueHolds(operator: Operator, value: string, wanted: readonly string[]): boolean {
  const positive = negatives.get(operator)
  if (positive) return !wanted.some((each) => compare(positive, value, each))
  return wanted.some((each) => compare(operator, value, each))
}

const negatives = new Map<Operator, Operator>([
  ['StringNotEquals', 'StringEquals'],
  ['StringNotEqualsIgnoreCase', 'StringEqualsIgnoreCase'],
  ['StringNotLike', 'StringLike'],
  ['ArnNotEquals', 'ArnLike'],
  ['ArnNotLike', 'ArnLike'],
  ['NumericNotEquals', 'NumericEquals'],
  ['DateNotEquals', 'DateEquals'],
])

const escapeFor = (operator: Operator): ((value: string) => string) =>
  /Like$|^Arn/.test(operator) ? escapeWildcards : (value) => value

function compare(operator: Operator, value: string, wanted: string): boolean {
  if (operator.startsWith('Numeric')) return compareNumbers(operator, Number(value), Number(wanted))
  if (operator.startsWith('Date')) return compareNumbers(operator, moment(value), moment(wanted))
  switch (operator) {
    case 'StringEquals':
      return value === wanted
    case 'StringEqualsIgnoreCase':
    case 'Bool':
      return value.toLowerCase() === wanted.toLowerCase()
    case 'StringLike':
      return matchesPattern(wanted, value)
    case 'ArnEquals':
    case 'ArnLike':
      return matchesArn(wanted, value)
    default:
      return false
  }
}

function compareNumbers(operator: Operator, value: number, wanted: number): boolean {
  switch (operator.replace(/^(Numeric|Date)/, '')) {
    case 'Equals':
      return value === wanted
    case 'LessThan':
      return value < wanted
    case 'LessThanEquals':
      return value <= wanted
    case 'GreaterThan':
      return value > wanted
    case 'GreaterThanEquals':
      return value >= wanted
    default:
      return false
  }
}

/** ISO 8601 or epoch seconds, as IAM accepts both. */
const moment = (text: string): number => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text))
