import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Call, Door, RawAnswer } from '../wire/door.ts'
import { type JsonObject, textIn } from '../wire/json.ts'
import { dynamodbAccessNeeds } from './access-needs.ts'
import { type ArnTranslation, translateArns } from './arns.ts'
import { type ContinuousBackups, openContinuousBackups } from './continuous-backups.ts'
import { createTable, type TableWish } from './create-table.ts'
import { sweepExpired } from './expiry-sweep.ts'
import { findStore } from './find-store.ts'
import { connectStore, type StoreClient } from './store-client.ts'
import { startStore } from './store-process.ts'
import { type KnownTables, openKnownTables } from './table-keys.ts'

export interface DynamodbPlace {
  readonly accountId: string
  readonly region: string
  /** SQLite file to keep items in; absent means in memory. */
  readonly file?: string
  /** Seconds between two deletions of expired items; absent means never, so that tests meet the lag that DynamoDB has. */
  readonly sweepEverySeconds?: number
  readonly environment: NodeJS.ProcessEnv
}

export interface RunningDynamodb {
  readonly door: Door
  /** Process id of the stand-in, undefined when it was already running elsewhere. */
  readonly storePid: number | undefined
  createTable(wish: TableWish): Promise<void>
  /** Deletes expired items now; `now` is epoch seconds. */
  sweep(now: number): Promise<number>
  close(): Promise<void>
}

/** DynamoDB over a stand-in that is supervised or given: AWS JSON 1.0, with our ARNs, our IAM and the settings it lacks. */
export async function openDynamodb(place: DynamodbPlace): Promise<RunningDynamodb> {
  const source = findStore(place.environment)
  if (place.file) mkdirSync(dirname(place.file), { recursive: true, mode: 0o700 })
  const child = source.kind === 'program' ? await startStore(source.path, place.file) : undefined
  const store = connectStore(child?.url ?? (source.kind === 'endpoint' ? source.url : new URL('http://127.0.0.1')))
  const tables = openKnownTables(store)
  const sweep = (now: number): Promise<number> => sweepExpired(store, tables, now)
  const timer = place.sweepEverySeconds === undefined ? undefined : sweepRegularly(sweep, place.sweepEverySeconds)
  return {
    door: doorTo(`arn:aws:dynamodb:${place.region}:${place.accountId}:`, store, tables),
    storePid: child?.pid,
    createTable: (wish) => createTable(store, wish),
    sweep,
    async close() {
      clearInterval(timer)
      store.close()
      await child?.stop()
    },
  }
}

function sweepRegularly(sweep: (now: number) => Promise<number>, seconds: number): NodeJS.Timeout {
  const timer = setInterval(() => {
    sweep(Math.floor(Date.now() / 1000)).catch((error: unknown) =>
      console.error('sandbox/aws: expiry sweep failed', error),
    )
  }, seconds * 1000)
  timer.unref()
  return timer
}

const data = [
  'GetItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'Query',
  'Scan',
  'BatchGetItem',
  'BatchWriteItem',
  'TransactGetItems',
  'TransactWriteItems',
  'ExecuteStatement',
  'BatchExecuteStatement',
  'ExecuteTransaction',
]
const tablesAndTags = [
  'CreateTable',
  'DeleteTable',
  'DescribeTable',
  'UpdateTable',
  'ListTables',
  'UpdateTimeToLive',
  'DescribeTimeToLive',
  'TagResource',
  'UntagResource',
  'ListTagsOfResource',
]
const backups = ['UpdateContinuousBackups', 'DescribeContinuousBackups']
const streams = new Set(['ListStreams', 'DescribeStream', 'GetShardIterator', 'GetRecords'])
/** Answers with ARNs in them; the others are passed on untouched, because items may hold any text. */
const withArns = new Set([...tablesAndTags, 'ListStreams', 'DescribeStream'])

function doorTo(root: string, store: StoreClient, tables: KnownTables): Door {
  const settings = openContinuousBackups(tables)
  const arns = translateArns(root)
  const plain = (call: Call): Call => ({ ...call, input: arns.toStore(call.input) })
  return {
    service: 'dynamodb',
    targetPrefixes: ['DynamoDB_20120810', 'DynamoDBStreams_20120810'],
    contentType: 'application/x-amz-json-1.0',
    errorNamespace: 'com.amazonaws.dynamodb.v20120810',
    operations: new Set([...data, ...tablesAndTags, ...backups, ...streams]),
    needs: async (call) => dynamodbAccessNeeds({ root, tables }, plain(call)),
    answer: async (call) => answer(plain(call), { store, tables, settings, arns }),
  }
}

interface Behind {
  readonly store: StoreClient
  readonly tables: KnownTables
  readonly settings: ContinuousBackups
  readonly arns: ArnTranslation
}

async function answer(call: Call, behind: Behind): Promise<JsonObject | RawAnswer> {
  if (call.operation === 'UpdateContinuousBackups') return behind.settings.update(call.input)
  if (call.operation === 'DescribeContinuousBackups') return behind.settings.describe(call.input)
  const api = streams.has(call.operation) ? 'DynamoDBStreams_20120810' : 'DynamoDB_20120810'
  const given = await behind.store.forward(api, call.operation, call.input)
  if (call.operation === 'DeleteTable' || call.operation === 'UpdateTable') forget(call, behind)
  return withArns.has(call.operation) ? behind.arns.fromStore(given) : given
}

function forget(call: Call, { tables, settings }: Behind): void {
  const table = textIn(call.input['TableName']) ?? ''
  tables.forget(table)
  if (call.operation === 'DeleteTable') settings.forget(table)
}
