import fc from 'fast-check'
import { expect, test } from 'vitest'
import { implies, impossible } from '../../../infra/operate/lint/conditions.ts'
import { holdsIn } from '../../../shared/domain/policy/conditions.ts'
import type { Condition } from '../../../shared/domain/policy/service.ts'

const texts = fc.uniqueArray(fc.constantFrom('VD', 'XW', 'XX'), { minLength: 1, maxLength: 3 })
const value = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom('VD', 'XW', 'XX', 'YY'), fc.boolean())
const condition: fc.Arbitrary<Condition> = fc
  .record(
    {
      above: fc.integer({ min: 0, max: 4 }),
      below: fc.integer({ min: 0, max: 4 }),
      in: texts,
      notIn: texts,
      is: value,
      absent: fc.constant(true as const),
    },
    { requiredKeys: [] },
  )
  .filter((made) => Object.keys(made).length > 0 && Object.keys(made).length < 4)

/** Every value that could tell two such conditions apart, and none. */
const everything = [undefined, -1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 'VD', 'XW', 'XX', 'YY', 'ZZ', true, false]
const meets = (one: Condition, stated: string | number | boolean | undefined) =>
  holdsIn({ it: one }, stated === undefined ? {} : { it: stated })

test('a condition is called impossible exactly when the judge finds no value that meets it', () => {
  fc.assert(
    fc.property(condition, (one) => {
      expect(impossible(one) !== undefined).toBe(!everything.some((stated) => meets(one, stated)))
    }),
    { numRuns: 3000 },
  )
})

test('a rule is called covered only when the judge agrees about every value', () => {
  fc.assert(
    fc.property(condition, condition, (narrow, wide) => {
      if (!implies(narrow, wide)) return
      for (const stated of everything) if (meets(narrow, stated)) expect(meets(wide, stated)).toBe(true)
    }),
    { numRuns: 5000 },
  )
})

test('every condition covers itself', () => {
  fc.assert(
    fc.property(condition, (one) => {
      expect(implies(one, one)).toBe(true)
    }),
  )
})
