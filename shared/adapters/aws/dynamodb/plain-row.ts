import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Json } from '../../../kernel/canonical-json.ts'

/**
 * An attribute as JSON, so that different attributes are never the same JSON: an audit row may hold what nobody of us wrote.
 * Texts, lists, maps, truth values and the numbers that JavaScript holds exactly are themselves; the rest says its type.
 */
export const plainAttribute = (value: AttributeValue): Json => {
  if (value.S !== undefined) return value.S
  if (value.N !== undefined) return String(Number(value.N)) === value.N ? Number(value.N) : { $number: value.N }
  if (value.BOOL !== undefined) return value.BOOL
  if (value.NULL !== undefined) return null
  if (value.L !== undefined) return value.L.map(plainAttribute)
  if (value.M !== undefined) return { $map: plainAttributes(value.M) }
  if (value.B !== undefined) return { $binary: base64(value.B) }
  if (value.SS !== undefined) return { $texts: [...value.SS].sort() }
  if (value.NS !== undefined) return { $numbers: [...value.NS].sort() }
  return { $binaries: (value.BS ?? []).map(base64).sort() }
}

export const plainAttributes = (item: Readonly<Record<string, AttributeValue>>): Record<string, Json> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainAttribute(value)]))

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
