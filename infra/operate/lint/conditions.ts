import type { Condition } from '../../../shared/domain/policy/service.ts'

/** Why no value, and no missing value, meets a condition; nothing when some does. */
export const impossible = (condition: Condition): string | undefined => {
  const { above, below, in: oneOf, notIn, is, absent } = condition
  const wantsNumber = above !== undefined || below !== undefined
  if (absent === true && (wantsNumber || oneOf !== undefined || is !== undefined))
    return 'absent, and a value is wanted'
  if (above !== undefined && below !== undefined && above >= below) return `above ${above} and below ${below}`
  if (wantsNumber && oneOf !== undefined) return 'a number and one of several texts'
  if (oneOf?.every((text) => notIn?.includes(text)) === true) return 'everything in "in" is in "notIn", too'
  return is === undefined || meets(is, condition) ? undefined : `is ${JSON.stringify(is)}, which the rest excludes`
}

/** Whether a stated value meets everything but `is`. */
const meets = (value: string | number | boolean, { above, below, in: oneOf, notIn }: Condition): boolean =>
  (above === undefined || (typeof value === 'number' && value > above)) &&
  (below === undefined || (typeof value === 'number' && value < below)) &&
  (oneOf === undefined || (typeof value === 'string' && oneOf.includes(value))) &&
  (notIn === undefined || typeof value !== 'string' || !notIn.includes(value))

/** Whether whatever meets the narrow condition meets the wide one. What cannot be shown is not so. */
export const implies = (narrow: Condition, wide: Condition): boolean =>
  (wide.above === undefined || atLeast(narrow, wide.above)) &&
  (wide.below === undefined || atMost(narrow, wide.below)) &&
  (wide.in === undefined || isAmong(narrow, wide.in)) &&
  (wide.notIn === undefined || isNever(narrow, wide.notIn)) &&
  (wide.is === undefined || narrow.is === wide.is || isOnly(narrow, wide.is)) &&
  (wide.absent === undefined || narrow.absent === true)

const atLeast = ({ above, is }: Condition, bound: number): boolean =>
  (above !== undefined && above >= bound) || (typeof is === 'number' && is > bound)

const atMost = ({ below, is }: Condition, bound: number): boolean =>
  (below !== undefined && below <= bound) || (typeof is === 'number' && is < bound)

const isAmong = ({ in: oneOf, is }: Condition, texts: readonly string[]): boolean =>
  oneOf?.every((text) => texts.includes(text)) === true || (typeof is === 'string' && texts.includes(is))

const isOnly = ({ in: oneOf }: Condition, value: Condition['is']): boolean =>
  oneOf?.every((text) => text === value) === true

/** A number, a truth value and a missing value are none of several texts. */
const isNever = ({ absent, above, below, in: oneOf, notIn, is }: Condition, texts: readonly string[]): boolean =>
  absent === true ||
  above !== undefined ||
  below !== undefined ||
  (is !== undefined && (typeof is !== 'string' || !texts.includes(is))) ||
  oneOf?.every((text) => !texts.includes(text)) === true ||
  texts.every((text) => notIn?.includes(text))
