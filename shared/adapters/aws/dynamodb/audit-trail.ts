import { isDeepStrictEqual } from 'node:util'
import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { AuditTrail } from '../../../ports/audit-trail.ts'
import { auditRow } from './rows.ts'
import { type Store, storeFault } from './store.ts'

export const auditTrail = (store: Store): AuditTrail => ({
  record: async (event) => {
    const row = auditRow(event)
    try {
      await store.client.send(
        new PutItemCommand({
          TableName: store.tableName('audit'),
          Item: marshall(row),
          // Append-only: not even the writer can change what is written.
          ConditionExpression: 'attribute_not_exists(entry)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      )
    } catch (error) {
      // The SDK repeats a write whose answer was lost, and then finds its own.
      if (error instanceof ConditionalCheckFailedException && isDeepStrictEqual(unmarshall(error.Item ?? {}), row))
        return
      throw storeFault(error)
    }
  },
})
