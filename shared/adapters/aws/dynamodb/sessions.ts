import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Sessions } from '../../../ports/sessions.ts'
import { sessionRow } from './rows.ts'
import { type Store, storeFault } from './store.ts'

export const sessions = (store: Store): Sessions => ({
  find: async (sessionHash, now) => {
    try {
      const { Item } = await store.client.send(
        new GetItemCommand({
          TableName: store.tableName('sessions'),
          Key: marshall({ sessionHash }),
          // A person who was sent back a moment ago must be found; an eventually consistent read may miss the row.
          ConsistentRead: true,
        }),
      )
      const session = Item === undefined ? undefined : sessionRow.parse(unmarshall(Item))
      return session !== undefined && session.expiresAt > now ? session : undefined
    } catch (error) {
      throw storeFault(error)
    }
  },
})
