import { paginateQuery } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { AuditRows } from '../../../ports/audit-seals.ts'
import { plainAttributes } from './plain-row.ts'
import { type Store, storeFault } from './store.ts'

/** Reads the audit trail row by row as it lies there. Who writes it is `audit-trail.ts`. */
export const auditRows = (store: Store): AuditRows => ({
  between: async function* (day, from, before) {
    const pages = paginateQuery(
      { client: store.client },
      {
        TableName: store.tableName('audit'),
        // BETWEEN includes its upper end, where a row could stand after a batch was cut there.
        KeyConditionExpression: '#day = :day AND #entry BETWEEN :from AND :before',
        ExpressionAttributeNames: { '#day': 'day', '#entry': 'entry' },
        ExpressionAttributeValues: marshall({ ':day': day, ':from': from, ':before': before }),
        ConsistentRead: true,
      },
    )
    try {
      for await (const { Items = [] } of pages)
        for (const item of Items) {
          const entry = item['entry']?.S ?? ''
          if (entry < before) yield { ...plainAttributes(item), day, entry }
        }
    } catch (error) {
      throw storeFault(error)
    }
  },
})
