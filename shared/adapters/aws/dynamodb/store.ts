import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Fault } from '../../../kernel/fault.ts'
import { patience } from '../patience.ts'
import type { TableName } from './tables.ts'

/** A DynamoDB client together with the deployed names of the tables its owner may touch. */
export interface Store {
  readonly client: DynamoDBClient
  tableName(table: TableName): string
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

/** What DynamoDB answers to a request that no waiting makes right: a mistake of ours, or of whoever made the table. */
const mistakes: ReadonlySet<string> = new Set(['IdempotentParameterMismatchException', 'ValidationException'])

/** Throttled, unreachable, not allowed: to the deed it is one thing. The name of the error may be told, its message may not. */
export const storeFault = (error: unknown): Fault => {
  if (error instanceof Fault) return error
  const name = error instanceof Error ? error.name : 'unknown'
  return new Fault(mistakes.has(name) ? 'internal-fault' : 'store-unavailable', name, error)
}
