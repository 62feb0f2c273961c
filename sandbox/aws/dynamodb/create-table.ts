import { setTimeout as wait } from 'node:timers/promises'
import { objectIn } from '../wire/json.ts'
import type { StoreClient } from './store-client.ts'

/** A table in its few words, for tests and provisioning; every key is a string. */
export interface TableWish {
  readonly name: string
  readonly partitionKey: string
  readonly sortKey?: string
  /** Attribute with epoch seconds after which an item may be deleted. */
  readonly timeToLive?: string
  readonly indexes?: readonly { readonly name: string; readonly partitionKey: string; readonly sortKey?: string }[]
}

/** Makes an on-demand table, waits until it is active and sets its time to live. */
export async function createTable(store: StoreClient, wish: TableWish): Promise<void> {
  const indexes = wish.indexes ?? []
  const attributes = new Set(
    [wish, ...indexes].flatMap((each) => [each.partitionKey, each.sortKey ?? each.partitionKey]),
  )
  await store.ask('CreateTable', {
    TableName: wish.name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...attributes].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    KeySchema: schema(wish),
    ...(indexes.length === 0
      ? {}
      : {
          GlobalSecondaryIndexes: indexes.map((index) => ({
            IndexName: index.name,
            KeySchema: schema(index),
            Projection: { ProjectionType: 'ALL' },
          })),
        }),
  })
  while (!(await isActive(store, wish.name))) await wait(10)
  if (wish.timeToLive !== undefined)
    await store.ask('UpdateTimeToLive', {
      TableName: wish.name,
      TimeToLiveSpecification: { Enabled: true, AttributeName: wish.timeToLive },
    })
}

const schema = (keys: { readonly partitionKey: string; readonly sortKey?: string }) => [
  { AttributeName: keys.partitionKey, KeyType: 'HASH' },
  ...(keys.sortKey === undefined ? [] : [{ AttributeName: keys.sortKey, KeyType: 'RANGE' }]),
]

async function isActive(store: StoreClient, table: string): Promise<boolean> {
  const answer = await store.ask('DescribeTable', { TableName: table })
  return objectIn(answer['Table'])['TableStatus'] === 'ACTIVE'
}
