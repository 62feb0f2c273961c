import { expect, it } from 'vitest'
import { isYounger } from '../../shared/kernel/is-younger.ts'

it.each([
  ['just now', 1000, 1000, true],
  ['a millisecond before its time', 1000, 1099, true],
  ['at its time', 1000, 1100, false],
  ['long ago', Number.NEGATIVE_INFINITY, 1100, false],
  ['from the future', 1001, 1000, false],
])('%s', (_, at, now, younger) => {
  expect(isYounger(at, now, 100)).toBe(younger)
})
