import { expect, test } from 'vitest'
import { measureFunctions } from '../../bench/measure-functions.ts'
import { spread } from '../../bench/spread.ts'

const measured = (text: string) => measureFunctions('file.ts', text).map(({ name, lines }) => [name, lines])

test.each([
  ['declared', 'export async function a(): Promise<void> {\n  await 1\n}', [['a', 3]]],
  ['assigned', 'const a = (x: number): number =>\n  x', [['a', 2]]],
  ['curried, once', 'const a =\n  (world: World) =>\n  (asked: Asked) => {\n    return 1\n  }', [['a', 5]]],
  [
    'members',
    "const o = { a: () => 1, b() {\n}, 'c-d': function () {} }",
    [
      ['a', 1],
      ['b', 2],
      ['c-d', 1],
    ],
  ],
  [
    'methods',
    'class A {\n  constructor() {}\n  #a() {\n  }\n  b = () => 1\n}',
    [
      ['constructor', 1],
      ['a', 2],
      ['b', 1],
    ],
  ],
  [
    'one within another',
    'function a() {\n  const b = () => 1\n}',
    [
      ['a', 3],
      ['b', 1],
    ],
  ],
  ['callbacks are not', '[1].map((x) => x)', []],
  ['types are not', 'type A = () => void\ninterface B { c(): void }', []],
])('functions are found: %s', (_, text, sizes) => {
  expect(measured(text)).toEqual(sizes)
})

test('a spread is median, ninth decile, maximum', () => {
  const sizes = Array.from({ length: 10 }, (_, index) => ({ file: '', name: '', lines: 10 - index }))
  expect(spread('lines', sizes)).toEqual({ 'lines median': 5, 'lines p90': 9, 'lines max': 10 })
  expect(spread('lines', [])).toEqual({ 'lines median': 0, 'lines p90': 0, 'lines max': 0 })
})
