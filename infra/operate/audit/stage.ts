import { DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { rootKey } from '../../../shared/adapters/aws/dynamodb/seal-rows.ts'
import { wholeDay } from '../../../shared/adapters/aws/dynamodb/whole-day.ts'
import { dayBefore } from '../../../shared/domain/audit/sealing.ts'
import { Sentence } from '../../build/sentence.mjs'
import { resourceName } from '../../names.ts'
import type { Item } from './item.ts'
import { rootKeyOfStage } from './root-key.ts'

export interface StagePlace {
  readonly stage: string
  readonly endpoint?: string
}

/** Everything that a stage keeps about one day, and the public key of its roots. Only reads. @throws Sentence */
export const readStageDay = async ({ stage, endpoint }: StagePlace, day: string): Promise<readonly Item[]> => {
  const options = { maxAttempts: 3, ...(endpoint === undefined ? {} : { endpoint }) }
  const dynamodb = new DynamoDBClient(options)
  const kms = new KMSClient(options)
  try {
    const audit = await tableOf(dynamodb, stage, 'Audit')
    const seals = await tableOf(dynamodb, stage, 'Seals')
    const items: Item[] = []
    for await (const stored of wholeDay(dynamodb, audit, day)) items.push({ kind: 'row', stored })
    for await (const stored of wholeDay(dynamodb, seals, day))
      items.push({ kind: stored['seal'] === rootKey ? 'root' : 'seal', stored })
    for await (const stored of wholeDay(dynamodb, seals, dayBefore(day)))
      if (stored['seal'] === rootKey) items.push({ kind: 'root-before', stored })
    return [...items, { kind: 'key', stored: { ...(await rootKeyOfStage(kms, stage)) } }]
  } catch (error) {
    if (error instanceof Sentence) throw error
    throw new Sentence(`The tables cannot be read: ${error instanceof Error ? error.name : 'unknown'}.`)
  } finally {
    dynamodb.destroy()
    kms.destroy()
  }
}

/** CloudFormation names a table after its stack and its place in it. */
const tableOf = async (client: DynamoDBClient, stage: string, table: 'Audit' | 'Seals'): Promise<string> => {
  const prefix = `${resourceName(stage, 'keep')}-${table}`
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) {
    const name = TableNames.find((one) => one.startsWith(prefix))
    if (name !== undefined) return name
  }
  throw new Sentence(
    `There is no table ${prefix}… in this account and region. Is the stage deployed, and its name right?`,
  )
}
