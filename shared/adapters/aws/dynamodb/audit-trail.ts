import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { AuditTrail } from '../../../ports/audit-trail.ts'
import { auditRow } from './rows.ts'
import { type Store, storeFault } from './store.ts'

export const auditTrail = (store: Store): AuditTrail => ({
  record: async (event) => {
    try {
      await store.client.send(
        new PutItemCommand({
          TableName: store.tableName('audit'),
          Item: marshall(auditRow(event)),
          // Append-only: not even the writer can change what is written.
          ConditionExpression: 'attribute_not_exists(entry)',
        }),
      )
    } catch (error) {
      throw storeFault(error)
    }
  },
})
