import { expect, test } from 'vitest'
import { plainAttribute } from '../../../../shared/adapters/aws/dynamodb/plain-row.ts'
import { canonicalJson } from '../../../../shared/kernel/canonical-json.ts'

test('different attributes are never the same JSON', () => {
  const attributes = [
    { S: '1' },
    { N: '1' },
    { N: '1.00000000000000000001' },
    { BOOL: true },
    { S: 'true' },
    { NULL: true as const },
    { L: [{ S: 'a' }] },
    { SS: ['a'] },
    { NS: ['1'] },
    { L: [{ N: '1' }] },
    { B: Uint8Array.of(97) },
    { BS: [Uint8Array.of(97)] },
    { S: 'YQ==' },
    { M: { $number: { S: '1.00000000000000000001' } } },
    { M: { $map: { M: {} } } },
    { M: {} },
    { L: [] },
  ]
  const texts = attributes.map((attribute) => canonicalJson(plainAttribute(attribute)))
  expect(new Set(texts).size).toBe(attributes.length)
})
