import { type JsonObject, listIn, objectIn, textIn } from '../wire/json.ts'
import { validation } from '../wire/wire-error.ts'
import { attributesIn, textOfValue, valueOfKey } from './expressions.ts'
import type { TableKeys } from './table-keys.ts'

/** What one request, or one part of a transaction or batch, says about keys and attributes. */
export interface Touch {
  /** The partition keys it touches; empty for Scan, which names none. */
  readonly leadingKeys: readonly string[]
  readonly attributes: readonly string[]
}

const expressionMembers = [
  'ConditionExpression',
  'UpdateExpression',
  'FilterExpression',
  'ProjectionExpression',
  'KeyConditionExpression',
]
const legacyMaps = ['AttributeUpdates', 'Expected', 'KeyConditions', 'QueryFilter', 'ScanFilter']

/** Every top-level attribute a request names, wherever it names it (`dynamodb:Attributes`). */
export function attributesOf(part: JsonObject): string[] {
  const names = objectIn(part['ExpressionAttributeNames'])
  const named = [
    ...Object.keys(objectIn(part['Key'])),
    ...Object.keys(objectIn(part['Item'])),
    ...listIn(part['AttributesToGet']).filter((each) => typeof each === 'string'),
    ...legacyMaps.flatMap((member) => Object.keys(objectIn(part[member]))),
    ...expressionMembers.flatMap((member) => attributesIn(textIn(part[member]) ?? '', names)),
  ]
  return [...new Set(named)]
}

/** The touch of a part that names one item, by `Key` or `Item`. */
export function touchOfItem(part: JsonObject, keys: TableKeys | undefined): Touch {
  const item = objectIn(part['Key'] ?? part['Item'])
  return { leadingKeys: leadingKey(item[keys?.partitionKey ?? ''], keys), attributes: attributesOf(part) }
}

/** The touch of a Query: the partition key of the table, or of the index it asks. */
export function touchOfQuery(input: JsonObject, keys: TableKeys | undefined): Touch {
  const index = textIn(input['IndexName'])
  const name = index === undefined ? keys?.partitionKey : keys?.indexPartitionKeys.get(index)
  const value = name === undefined ? undefined : valueOfKey(name, input)
  return { leadingKeys: leadingKey(value, name === undefined ? undefined : keys), attributes: attributesOf(input) }
}

/**
 * The leading key as text. Where the table is known it must be there: an absent key would satisfy `ForAllValues:`, so a
 * request whose key cannot be read is invalid rather than allowed.
 */
function leadingKey(value: unknown, keys: TableKeys | undefined): string[] {
  if (!keys) return []
  const text = textOfValue(value)
  if (text === undefined) throw validation('The provided key element does not match the schema')
  return [text]
}

/** Condition keys that come from plain parameters of the request. */
export function parametersOf(operation: string, input: JsonObject): [string, readonly string[]][] {
  const entries: [string, readonly string[]][] = []
  const say = (key: string, value: string | undefined): void => {
    if (value !== undefined) entries.push([key, [value]])
  }
  if (operation === 'Query' || operation === 'Scan') say('dynamodb:select', selectOf(input))
  say('dynamodb:returnvalues', textIn(input['ReturnValues']))
  say('dynamodb:returnconsumedcapacity', textIn(input['ReturnConsumedCapacity']))
  return entries
}

/** The default is what DynamoDB documents for a Query or Scan that does not say. */
function selectOf(input: JsonObject): string {
  const said = textIn(input['Select'])
  if (said !== undefined) return said
  if (input['ProjectionExpression'] !== undefined || input['AttributesToGet'] !== undefined)
    return 'SPECIFIC_ATTRIBUTES'
  return input['IndexName'] === undefined ? 'ALL_ATTRIBUTES' : 'ALL_PROJECTED_ATTRIBUTES'
}
