import type { AccessNeed, Call } from '../wire/door.ts'
import { type JsonObject, listIn, objectIn, textIn } from '../wire/json.ts'
import { validation } from '../wire/wire-error.ts'
import { attributesOf, parametersOf, type Touch, touchOfItem, touchOfQuery } from './request-context.ts'
import type { KnownTables } from './table-keys.ts'

export interface Territory {
  /** `arn:aws:dynamodb:<region>:<account>:` */
  readonly root: string
  readonly tables: KnownTables
}

/**
 * What a DynamoDB call must be allowed (service authorization reference for DynamoDB).
 *
 * A transaction needs the single-item action of every part (`ConditionCheckItem` has its own), never an action named after
 * the transaction; a Query or Scan of an index needs the index's ARN. PartiQL and streams are left to the administrator:
 * their permissions depend on statements and iterators that are not read here.
 */
export async function dynamodbAccessNeeds(territory: Territory, call: Call): Promise<AccessNeed[] | 'administrator'> {
  const { operation, input } = call
  if (operation === 'TransactWriteItems' || operation === 'TransactGetItems')
    return transactionNeeds(territory, operation, input)
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem') return batchNeeds(territory, operation, input)
  if (singleItem.has(operation) || operation === 'Query' || operation === 'Scan')
    return itemNeeds(territory, operation, input)
  const resource = administrative.get(operation)
  if (!resource) return 'administrator'
  return [{ action: `dynamodb:${operation}`, resource: resource(territory, input), context: new Map() }]
}

const singleItem = new Set(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'])

type ResourceOf = (territory: Territory, input: JsonObject) => string

const ofTable: ResourceOf = (territory, input) => tableArn(territory, tableIn(input))
const ofArn: ResourceOf = (_territory, input) => textIn(input['ResourceArn']) ?? ''
const ofAll: ResourceOf = () => '*'

const administrative: ReadonlyMap<string, ResourceOf> = new Map([
  ...[
    'CreateTable',
    'DeleteTable',
    'DescribeTable',
    'UpdateTable',
    'UpdateTimeToLive',
    'DescribeTimeToLive',
    'UpdateContinuousBackups',
    'DescribeContinuousBackups',
  ].map((name): [string, ResourceOf] => [name, ofTable]),
  ...['TagResource', 'UntagResource', 'ListTagsOfResource'].map((name): [string, ResourceOf] => [name, ofArn]),
  ['ListTables', ofAll],
])

const tableArn = (territory: Territory, table: string): string => `${territory.root}table/${table}`

const tableIn = (input: JsonObject): string => textIn(input['TableName']) ?? ''

async function itemNeeds(territory: Territory, operation: string, input: JsonObject): Promise<AccessNeed[]> {
  const table = tableIn(input)
  const index = textIn(input['IndexName'])
  const touch = await touchOf(territory, operation, input)
  const resource = tableArn(territory, table) + (index === undefined ? '' : `/index/${index}`)
  return [need(operation, resource, [touch], parametersOf(operation, input))]
}

async function touchOf(territory: Territory, operation: string, input: JsonObject): Promise<Touch> {
  if (operation === 'Scan') return { leadingKeys: [], attributes: attributesOf(input) }
  const keys = await territory.tables.keysOf(tableIn(input))
  return operation === 'Query' ? touchOfQuery(input, keys) : touchOfItem(input, keys)
}

function need(
  operation: string,
  resource: string,
  touches: readonly Touch[],
  parameters: readonly [string, readonly string[]][],
): AccessNeed {
  const leading = unique(touches.flatMap((touch) => touch.leadingKeys))
  const attributes = unique(touches.flatMap((touch) => touch.attributes))
  const context = new Map(parameters)
  if (leading.length > 0) context.set('dynamodb:leadingkeys', leading)
  if (attributes.length > 0) context.set('dynamodb:attributes', attributes)
  return { action: `dynamodb:${operation}`, resource, context }
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

/** The part of a transaction, and the action that allows it. */
const transactionParts: ReadonlyMap<string, string> = new Map([
  ['Put', 'PutItem'],
  ['Update', 'UpdateItem'],
  ['Delete', 'DeleteItem'],
  ['ConditionCheck', 'ConditionCheckItem'],
  ['Get', 'GetItem'],
])

async function transactionNeeds(territory: Territory, operation: string, input: JsonObject): Promise<AccessNeed[]> {
  const groups = new Grouped()
  for (const item of listIn(input['TransactItems']).map(objectIn)) {
    const [entry, ...others] = Object.entries(item)
    const action = transactionParts.get(entry?.[0] ?? '')
    if (!entry || !action || others.length > 0)
      throw validation('TransactItems can only contain one of Check, Put, Update or Delete')
    const part = objectIn(entry[1])
    const table = tableIn(part)
    groups.add(action, tableArn(territory, table), touchOfItem(part, await territory.tables.keysOf(table)))
  }
  return groups.needs([...parametersOf(operation, input), ['dynamodb:enclosingoperation', [operation]]])
}

async function batchNeeds(territory: Territory, operation: string, input: JsonObject): Promise<AccessNeed[]> {
  const groups = new Grouped()
  for (const [table, request] of Object.entries(objectIn(input['RequestItems']))) {
    const keys = await territory.tables.keysOf(table)
    const whole = objectIn(request)
    const parts =
      operation === 'BatchGetItem'
        ? listIn(whole['Keys']).map((key) => ({ ...whole, Key: key }))
        : listIn(request)
            .map(objectIn)
            .flatMap((each) => Object.values(each).map(objectIn))
    for (const part of parts) groups.add(operation, tableArn(territory, table), touchOfItem(part, keys))
  }
  return groups.needs(parametersOf(operation, input))
}

/** Parts with the same action on the same table are one need, with all their keys and attributes. */
class Grouped {
  private readonly groups = new Map<string, { action: string; resource: string; touches: Touch[] }>()

  add(action: string, resource: string, touch: Touch): void {
    const name = `${action} ${resource}`
    const group = this.groups.get(name) ?? { action, resource, touches: [] }
    group.touches.push(touch)
    this.groups.set(name, group)
  }

  needs(parameters: readonly [string, readonly string[]][]): AccessNeed[] {
    return [...this.groups.values()].map((group) => need(group.action, group.resource, group.touches, parameters))
  }
}
