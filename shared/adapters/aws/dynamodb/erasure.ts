import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DeleteItemCommandInput,
  paginateQuery,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { Erasure } from '../../../ports/erasure.ts'
import { ownerOf, pointedSession } from './rows.ts'
import { type Store, storeFault } from './store.ts'
import type { TableName } from './tables.ts'

const rowKey = z.object({ owner: z.string(), fact: z.string() })
type RowKey = z.infer<typeof rowKey>

/** How many rows go at once: a person has a handful, and a table that is busy should not notice. */
const together = 25

export const erasure = (store: Store): Erasure => ({
  forgetKey: async (service, subject) => {
    // The key lies under the subject alone; the condition is what keeps one service from erasing the people of another.
    const condition = { ConditionExpression: 'service = :service', values: { ':service': service } }
    return (await remove(store, 'subject-keys', { subject }, condition)) === 'deleted'
  },

  sweep: async (service, subject) => {
    const rows = await rowsOf(store, ownerOf(service, subject))
    const hashes = rows.map(({ fact }) => pointedSession(fact)).filter((hash) => hash !== undefined)
    const own = {
      ConditionExpression: 'service = :service AND subject = :subject',
      values: { ':service': service, ':subject': subject },
    }
    // Sessions before what points to them: whoever stops in the middle finds the rest again.
    const sessions = await inTurns(hashes, (sessionHash) => remove(store, 'sessions', { sessionHash }, own))
    await inTurns(rows, (row) => remove(store, 'verified-claims', row))
    return {
      sessions: sessions.filter((became) => became === 'deleted').length,
      records: rows.length - hashes.length,
    }
  },
})

const inTurns = async <One, Became>(all: readonly One[], deed: (one: One) => Promise<Became>): Promise<Became[]> => {
  const became: Became[] = []
  for (let at = 0; at < all.length; at += together)
    became.push(...(await Promise.all(all.slice(at, at + together).map(deed))))
  return became
}

/** Keys alone: what is in the rows is not read to be deleted. No filter on time: what is over and not swept yet goes, too. */
const rowsOf = async (store: Store, owner: string): Promise<RowKey[]> => {
  try {
    const found: Record<string, AttributeValue>[] = []
    const pages = paginateQuery(
      { client: store.client },
      {
        TableName: store.tableName('verified-claims'),
        KeyConditionExpression: '#owner = :owner',
        // The door may read keys and nothing else; IAM asks for both words.
        Select: 'SPECIFIC_ATTRIBUTES',
        ProjectionExpression: '#owner, fact',
        ExpressionAttributeNames: { '#owner': 'owner' },
        ExpressionAttributeValues: marshall({ ':owner': owner }),
        ConsistentRead: true,
      },
    )
    for await (const page of pages) found.push(...(page.Items ?? []))
    return found.map((item) => rowKey.parse(unmarshall(item)))
  } catch (error) {
    throw storeFault(error)
  }
}

interface Condition {
  readonly ConditionExpression: string
  readonly values: Readonly<Record<string, string>>
}

const remove = async (
  store: Store,
  table: TableName,
  key: Readonly<Record<string, string>>,
  condition?: Condition,
): Promise<'deleted' | 'not there'> => {
  const input: DeleteItemCommandInput = {
    TableName: store.tableName(table),
    Key: marshall(key),
    ...(condition === undefined
      ? {}
      : {
          ConditionExpression: condition.ConditionExpression,
          ExpressionAttributeValues: marshall(condition.values),
        }),
  }
  try {
    await store.client.send(new DeleteItemCommand(input))
    return 'deleted'
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'not there'
    throw storeFault(error)
  }
}
