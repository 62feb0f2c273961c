import { type JsonObject, listIn, objectIn, textIn } from '../wire/json.ts'
import { type StoreClient, StoreRefusal } from './store-client.ts'

/** The names of a table's keys, and of the partition key of each index. */
export interface TableKeys {
  readonly partitionKey: string
  readonly sortKey?: string
  readonly indexPartitionKeys: ReadonlyMap<string, string>
}

export interface KnownTables {
  /** The keys of a table, or undefined when there is no such table. */
  keysOf(table: string): Promise<TableKeys | undefined>
  forget(table: string): void
}

/** Key schemas never change under a table's name until it is deleted, so they are asked for once. */
export function openKnownTables(store: StoreClient): KnownTables {
  const known = new Map<string, TableKeys>()
  return {
    async keysOf(table) {
      const found = known.get(table)
      if (found) return found
      try {
        const answer = await store.ask('DescribeTable', { TableName: table })
        const keys = keysIn(objectIn(answer['Table']))
        known.set(table, keys)
        return keys
      } catch (error) {
        if (error instanceof StoreRefusal) return undefined
        throw error
      }
    },
    forget: (table) => void known.delete(table),
  }
}

function keysIn(description: JsonObject): TableKeys {
  const sortKey = keyIn(description['KeySchema'], 'RANGE')
  const indexes = ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'].flatMap((list) => listIn(description[list]))
  return {
    partitionKey: keyIn(description['KeySchema'], 'HASH') ?? '',
    ...(sortKey === undefined ? {} : { sortKey }),
    indexPartitionKeys: new Map(
      indexes.map(objectIn).map((index) => [textIn(index['IndexName']) ?? '', keyIn(index['KeySchema'], 'HASH') ?? '']),
    ),
  }
}

function keyIn(schema: unknown, type: 'HASH' | 'RANGE'): string | undefined {
  const key = listIn(schema)
    .map(objectIn)
    .find((each) => each['KeyType'] === type)
  return textIn(key?.['AttributeName'])
}
