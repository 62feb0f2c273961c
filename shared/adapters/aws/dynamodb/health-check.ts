import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import type { HealthCheck } from '../../../ports/health-checks.ts'
import type { Store } from './store.ts'
import type { TableName } from './tables.ts'

export const tableHealth = (store: Store, table: TableName): HealthCheck => ({
  name: `table ${table}`,
  ask: async () => {
    const { Table } = await store.client.send(new DescribeTableCommand({ TableName: store.tableName(table) }))
    if (Table?.TableStatus !== 'ACTIVE') throw new Error('table is not active')
  },
})
