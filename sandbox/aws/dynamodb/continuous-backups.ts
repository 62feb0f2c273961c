import { type JsonObject, objectIn, textIn } from '../wire/json.ts'
import { WireError } from '../wire/wire-error.ts'
import type { KnownTables } from './table-keys.ts'

/** Point-in-time recovery as a setting that is remembered: the stand-in has no backups, and nothing restores here. */
export interface ContinuousBackups {
  update(input: JsonObject): Promise<JsonObject>
  describe(input: JsonObject): Promise<JsonObject>
  forget(table: string): void
}

export function openContinuousBackups(tables: KnownTables): ContinuousBackups {
  const enabledSince = new Map<string, number>()
  const tableOf = async (input: JsonObject): Promise<string> => {
    const table = textIn(input['TableName']) ?? ''
    if (await tables.keysOf(table)) return table
    throw new WireError('TableNotFoundException', `Table not found: ${table}`)
  }
  const describe = async (input: JsonObject): Promise<JsonObject> => {
    const since = enabledSince.get(await tableOf(input))
    return {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription:
          since === undefined
            ? { PointInTimeRecoveryStatus: 'DISABLED' }
            : {
                PointInTimeRecoveryStatus: 'ENABLED',
                RecoveryPeriodInDays: 35,
                EarliestRestorableDateTime: since,
                LatestRestorableDateTime: Math.floor(Date.now() / 1000),
              },
      },
    }
  }
  return {
    describe,
    forget: (table) => void enabledSince.delete(table),
    async update(input) {
      const table = await tableOf(input)
      const wanted = objectIn(input['PointInTimeRecoverySpecification'])['PointInTimeRecoveryEnabled'] === true
      if (!wanted) enabledSince.delete(table)
      else if (!enabledSince.has(table)) enabledSince.set(table, Math.floor(Date.now() / 1000))
      return describe(input)
    },
  }
}
