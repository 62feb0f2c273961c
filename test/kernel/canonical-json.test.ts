import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json.ts'

/** As it comes from a parser, which knows no -0. */
const anyJson = fc.json().map((text): Json => JSON.parse(JSON.stringify(JSON.parse(text))))

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ gone: undefined, left: 0 }, '{"left":0}'],
    [{ first: undefined, b: 1, c: 2 }, '{"b":1,"c":2}'],
    // U+FB33 comes before U+1F600 by code point and after it by code unit.
    [{ '\u{1f600}': 1, '\ufb33': 2 }, '{"\u{1f600}":1,"\ufb33":2}'],
    [{ Z: 1, a: 2, '10': 3, '9': 4 }, '{"10":3,"9":4,"Z":1,"a":2}'],
    ['a "quoted" \\ line\n', '"a \\"quoted\\" \\\\ line\\n"'],
    ['line\n', '"line\\n"'],
    ['', '""'],
    [['', ''], '["",""]'],
    [[], '[]'],
    [{}, '{}'],
    [[[]], '[[]]'],
  ] as const)('of %j is %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it('says what JSON says, whatever it is', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value)
      }),
    )
  })

  it('is one text for one value, in whatever order it was made', () => {
    const reversed = (value: Json): Json =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([name, member]) => [name, reversed(member ?? null)]),
          )
        : value
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      }),
    )
  })
})
