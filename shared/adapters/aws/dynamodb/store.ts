import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { Fault } from '../../../kernel/fault.ts'
import type { TableName } from './tables.ts'

/** A DynamoDB client together with the deployed names of the tables its owner may touch. */
export interface Store {
  readonly client: DynamoDBClient
  tableName(table: TableName): string
}

/** A slow answer is worse than a clear one: a browser is waiting. Retries are the SDK's, for what is safe to repeat. */
const patience: DynamoDBClientConfig = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 },
}

/** Opens one client per function instance. `names` holds only the tables the function's capabilities give it. */
export const openStore = (names: Partial<Readonly<Record<TableName, string>>>): Store => {
  const client = new DynamoDBClient(patience)
  return {
    client,
    tableName: (table) => {
      const name = names[table]
      if (name === undefined) throw new Fault('internal-fault', `this door has no table ${table}`)
      return name
    },
  }
}

/** Throttled, unreachable, not allowed: to the deed it is one thing. The name of the error may be told, its message may not. */
export const storeFault = (error: unknown): Fault =>
  error instanceof Fault ? error : new Fault('store-unavailable', nameOf(error), error)

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
