import { listIn, objectIn, textIn } from '../wire/json.ts'
import { type StoreClient, StoreRefusal } from './store-client.ts'
import type { KnownTables } from './table-keys.ts'

/** DynamoDB does not delete items whose time to live lies more than five years back: that is taken for another unit. */
const fiveYears = 5 * 365 * 86_400

/**
 * Deletes the items whose time to live is over, as DynamoDB does within days. The condition is checked again at the
 * deletion, because the item may have been prolonged in between.
 *
 * @param now epoch seconds
 * @returns how many items were deleted
 */
export async function sweepExpired(store: StoreClient, tables: KnownTables, now: number): Promise<number> {
  const names = listIn((await store.ask('ListTables', {}))['TableNames']).filter((name) => typeof name === 'string')
  let deleted = 0
  for (const table of names) {
    const described = objectIn((await store.ask('DescribeTimeToLive', { TableName: table }))['TimeToLiveDescription'])
    const attribute = textIn(described['AttributeName'])
    if (described['TimeToLiveStatus'] === 'ENABLED' && attribute !== undefined)
      deleted += await sweepTable(store, tables, table, attribute, now)
  }
  return deleted
}

async function sweepTable(
  store: StoreClient,
  tables: KnownTables,
  table: string,
  attribute: string,
  now: number,
): Promise<number> {
  const keys = await tables.keysOf(table)
  if (!keys) return 0
  const expired = {
    TableName: table,
    ExpressionAttributeNames: { '#expiry': attribute },
    ExpressionAttributeValues: { ':now': { N: String(now) }, ':oldest': { N: String(now - fiveYears) } },
  }
  const condition = '#expiry < :now AND #expiry > :oldest'
  let deleted = 0
  let start: unknown
  do {
    const page = await store.ask('Scan', {
      ...expired,
      FilterExpression: condition,
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    })
    for (const item of listIn(page['Items']).map(objectIn)) {
      const names = [keys.partitionKey, ...(keys.sortKey === undefined ? [] : [keys.sortKey])]
      const key = Object.fromEntries(names.map((name) => [name, item[name]]))
      if (await deleteIf(store, { ...expired, Key: key, ConditionExpression: condition })) deleted += 1
    }
    start = page['LastEvaluatedKey']
  } while (start !== undefined)
  return deleted
}

async function deleteIf(store: StoreClient, input: Record<string, unknown>): Promise<boolean> {
  try {
    await store.ask('DeleteItem', input)
    return true
  } catch (error) {
    if (error instanceof StoreRefusal && error.type === 'ConditionalCheckFailedException') return false
    throw error
  }
}
