import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Replay } from '../../../ports/replay.ts'
import { type Store, storeFault } from './store.ts'

/** One conditional put: of any number that come at once, DynamoDB lets one through. */
export const replay = (store: Store): Replay => ({
  spend: async ({ id, attempt, rememberUntil }) => {
    try {
      await store.client.send(
        new PutItemCommand({
          TableName: store.tableName('replay'),
          Item: marshall({ id, attempt, expiresAt: rememberUntil }),
          // The second half makes the SDK's own retry harmless. A row that DynamoDB has not yet swept stays spent.
          ConditionExpression: 'attribute_not_exists(id) OR attempt = :attempt',
          ExpressionAttributeValues: marshall({ ':attempt': attempt }),
        }),
      )
      return 'fresh'
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'spent'
      throw storeFault(error)
    }
  },
})
