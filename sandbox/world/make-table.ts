import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { Maker } from '../assembly/deploy.ts'
import { BrokenAssembly } from '../assembly/problems.ts'
import type { Account } from './account.ts'
import { generatedName } from './names.ts'

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))

const tableShape = z.object({
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
})

type TableProperties = z.infer<typeof tableShape>

const createInput = (name: string, table: TableProperties): CreateTableCommandInput => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: table.AttributeDefinitions,
  KeySchema: table.KeySchema,
  ...(table.GlobalSecondaryIndexes === undefined
    ? {}
    : {
        GlobalSecondaryIndexes: table.GlobalSecondaryIndexes.map(({ Projection, ...index }) => ({
          ...index,
          Projection: {
            ProjectionType: Projection.ProjectionType,
            ...(Projection.NonKeyAttributes === undefined ? {} : { NonKeyAttributes: Projection.NonKeyAttributes }),
          },
        })),
      }),
})

const keysOf = (schema: readonly { AttributeName?: string | undefined; KeyType?: string | undefined }[]): string =>
  schema.map(({ AttributeName, KeyType }) => `${AttributeName} ${KeyType}`).join(', ')

/** A table kept from an earlier start may only be used again while its keys are those of the template. */
const sameAsBefore = async (account: Account, name: string, table: TableProperties): Promise<void> => {
  const { Table } = await account.dynamodb.send(new DescribeTableCommand({ TableName: name }))
  const before = keysOf(Table?.KeySchema ?? [])
  const now = keysOf(table.KeySchema)
  if (before === now) return
  throw new BrokenAssembly(
    `The kept table ${name} has the keys (${before}), the template wants (${now}). Start once without --keep.`,
  )
}

const setTimeToLive = async (account: Account, name: string, table: TableProperties): Promise<void> => {
  if (table.TimeToLiveSpecification?.Enabled !== true) return
  await account.dynamodb.send(
    new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: table.TimeToLiveSpecification }),
  )
}

/** `AWS::DynamoDB::GlobalTable`: a real table in the local DynamoDB. */
export const tableMaker =
  (account: Account): Maker =>
  async (resource) => {
    const table = tableShape.parse(resource.properties)
    const name = table.TableName ?? generatedName(resource)
    try {
      await account.dynamodb.send(new CreateTableCommand(createInput(name, table)))
      await setTimeToLive(account, name, table)
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error
      await sameAsBefore(account, name, table)
    }
    const arn = `arn:aws:dynamodb:${account.region}:${account.accountId}:table/${name}`
    return { ref: name, attributes: { Arn: arn, TableId: generatedName(resource) } }
  }
