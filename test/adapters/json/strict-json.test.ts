import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseStrictJson } from '../../../shared/adapters/json/strict-json.ts'

describe('JSON with one meaning', () => {
  it.each([
    '{"a":1,"a":2}',
    '{"sub":"me","x":{"y":[1]},"sub":"you"}',
    '{"a":{"b":1,"b":2}}',
    '[{"a":1},{"b":1,"b":1}]',
    '{"a":1,"\\u0061":2}',
    '{"__proto__":1,"__proto__":2}',
    '{"a":"}","a":"{"}',
    '{"a\\"":1,"a\\"":2}',
    '{ "a" : 1 , "a" : 2 }',
  ])('%s says a thing twice', (text) => {
    expect(() => parseStrictJson(text)).toThrow(expect.objectContaining({ code: 'json-duplicate-member' }))
  })

  it.each([
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":"a"}',
    '{"a":["a","a"]}',
    '{"a":"\\"a\\":1,\\"a\\":2"}',
    '"a"',
    '[]',
    '{"":1," ":2}',
  ])('%s does not', (text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text))
  })

  it('is sixteen deep and no deeper', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(parseStrictJson(nested(16))).toBeDefined()
    expect(() => parseStrictJson(nested(17))).toThrow(expect.objectContaining({ code: 'json-too-deep' }))
    expect(() => parseStrictJson('{"a":'.repeat(50_000))).toThrow(expect.objectContaining({ code: 'json-too-deep' }))
  })

  it.each(['[]', '{}'])('is as wide as it likes: forty times %s', (one) => {
    const text = `[${Array.from({ length: 40 }, () => one).join()}]`
    expect(parseStrictJson(text)).toHaveLength(40)
  })

  it.each(['{"secret":1,"secret":2}', `${'['.repeat(17)}"secret"${']'.repeat(17)}`])(
    'is not repeated in the fault: %s',
    (text) => {
      expect(() => parseStrictJson(text)).toThrow(expect.objectContaining({ message: 'an answer' }))
    },
  )

  it.each(['', '{', 'undefined', '{"a":1,}', '{"a" 1}', "{'a':1}", '\ufeff{}', '{"a":01}'])('%j is none', (text) => {
    expect(() => parseStrictJson(text)).toThrow(SyntaxError)
  })

  it('reads everything that JSON.stringify writes as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value)
        expect(parseStrictJson(text)).toEqual(JSON.parse(text))
      }),
      { numRuns: 500 },
    )
  })

  it('finds the second of two members wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 }),
        fc.jsonValue({ maxDepth: 2 }),
        fc.nat(),
        (object, value, at) => {
          const members = Object.entries(object).map(
            ([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`,
          )
          const twin = Object.keys(object)[at % members.length] ?? ''
          const place = at % (members.length + 1)
          members.splice(place, 0, `${JSON.stringify(twin)}:${JSON.stringify(value)}`)
          expect(() => parseStrictJson(`{${members.join(',')}}`)).toThrow(
            expect.objectContaining({ code: 'json-duplicate-member' }),
          )
        },
      ),
    )
  })
})
