import { expect, it } from 'vitest'
import { isNumericDate } from '../../../shared/domain/claims/numeric-date.ts'

it.each([1, 1_800_000_000, 99_999_999_999])('%d is a time', (value) => {
  expect(isNumericDate(value)).toBe(true)
})

it.each([0, -1, 0.5, 100_000_000_000, 1_800_000_000_000, Number.NaN, Number.POSITIVE_INFINITY, '1800000000', null])(
  '%j is none',
  (value) => {
    expect(isNumericDate(value)).toBe(false)
  },
)
