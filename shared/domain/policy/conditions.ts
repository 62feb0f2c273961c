import type { Context } from './decision.ts'
import type { Condition, RiskRule } from './service.ts'

type When = RiskRule['when']
type Stated = Context[string] | undefined

/**
 * Whether every condition holds. A value of another type than the condition is about meets it as little as none: `above` wants
 * a number, `in` a text. So an act that must not be reached by leaving a circumstance out says what holds when it is `absent`.
 */
export const holdsIn = (when: When, context: Context): boolean =>
  Object.entries(when).every(([name, condition]) =>
    meets(condition, Object.hasOwn(context, name) ? context[name] : undefined),
  )

const meets = (condition: Condition, value: Stated): boolean =>
  (condition.above === undefined || (typeof value === 'number' && value > condition.above)) &&
  (condition.below === undefined || (typeof value === 'number' && value < condition.below)) &&
  (condition.in === undefined || isOneOf(condition.in, value)) &&
  (condition.notIn === undefined || !isOneOf(condition.notIn, value)) &&
  (condition.is === undefined || value === condition.is) &&
  (condition.absent === undefined || value === undefined)

const isOneOf = (texts: readonly string[], value: Stated): boolean => typeof value === 'string' && texts.includes(value)

/** The conditions for people: names and what is asked of them, never what they are in this request. */
export const inWords = (when: When): string =>
  Object.entries(when)
    .flatMap(([name, condition]) => words(condition).map((word) => `${name} ${word}`))
    .join(' and ') || 'always'

const words = ({ above, below, in: oneOf, notIn, is, absent }: Condition): string[] => [
  ...(above === undefined ? [] : [`above ${above}`]),
  ...(below === undefined ? [] : [`below ${below}`]),
  ...(oneOf === undefined ? [] : [`one of ${oneOf.join(', ')}`]),
  ...(notIn === undefined ? [] : [`none of ${notIn.join(', ')}`]),
  ...(is === undefined ? [] : [`equal to ${is}`]),
  ...(absent === undefined ? [] : ['not stated']),
]
