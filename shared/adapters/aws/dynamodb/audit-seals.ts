import { isDeepStrictEqual } from 'node:util'
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  PutItemCommand,
  paginateQuery,
  QueryCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { Fault } from '../../../kernel/fault.ts'
import type { AuditSeals } from '../../../ports/audit-seals.ts'
import { plainAttributes } from './plain-row.ts'
import { rootIn, rootKey, rootRow, sealIn, sealRow } from './seal-rows.ts'
import { type Store, storeFault } from './store.ts'

export const auditSeals = (store: Store): AuditSeals => ({
  newest: async (day) => {
    const [item] =
      (await ask(() => store.client.send(new QueryCommand({ ...backwards(store, day), Limit: 1 })))).Items ?? []
    if (item === undefined) return {}
    return item['seal']?.S === rootKey ? { root: read(item, rootIn) } : { lastSeal: read(item, sealIn) }
  },
  backwards: async function* (day) {
    try {
      // A few seals are wanted, and each may be a hundred KiB: pages of ten.
      for await (const { Items = [] } of paginateQuery({ client: store.client, pageSize: 10 }, backwards(store, day)))
        for (const item of Items) if (item['seal']?.S !== rootKey) yield read(item, sealIn)
    } catch (error) {
      throw storeFault(error)
    }
  },
  add: (seal) => append(store, sealRow(seal)),
  addRoot: (root) => append(store, rootRow(root)),
})

const backwards = (store: Store, day: string) => ({
  TableName: store.tableName('seals'),
  KeyConditionExpression: '#day = :day',
  ExpressionAttributeNames: { '#day': 'day' },
  ExpressionAttributeValues: marshall({ ':day': day }),
  ScanIndexForward: false,
  ConsistentRead: true,
})

/** On a seal that somebody changed no other is put: sealing stops, and its alarm calls. */
const read = <Thing>(item: Record<string, AttributeValue>, reader: (row: unknown) => Thing | undefined): Thing => {
  const thing = reader(plainAttributes(item))
  if (thing === undefined) throw new Fault('internal-fault', 'a seal is not as it was written')
  return thing
}

/** Append-only, like the rows it is about. The SDK repeats a write whose answer was lost, and then finds its own. */
const append = async (store: Store, row: Readonly<Record<string, unknown>>): Promise<'added' | 'raced'> => {
  const put = new PutItemCommand({
    TableName: store.tableName('seals'),
    Item: marshall(row),
    ConditionExpression: 'attribute_not_exists(seal)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  })
  try {
    await store.client.send(put)
    return 'added'
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw storeFault(error)
    return isDeepStrictEqual(plainAttributes(error.Item ?? {}), row) ? 'added' : 'raced'
  }
}

const ask = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await question()
  } catch (error) {
    throw storeFault(error)
  }
}
