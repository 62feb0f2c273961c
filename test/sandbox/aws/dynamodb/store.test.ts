import {
  DeleteItemCommand,
  DescribeContinuousBackupsCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateContinuousBackupsCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningAws, startAws } from '../../../../sandbox/aws/start.ts'
import { dynamodbClient, place } from '../world.ts'

let aws: RunningAws
let client: DynamoDBClient
beforeAll(async () => {
  aws = await startAws(place)
  client = dynamodbClient(aws)
  await aws.createTable({ name: 'once', partitionKey: 'id' })
})
afterAll(async () => aws.close())

const TableName = 'once'

test('twenty race to take one item away, ten times: one wins each time', async () => {
  for (let round = 0; round < 10; round++) {
    const id = { S: `state-${round}` }
    await client.send(new PutItemCommand({ TableName, Item: { id } }))
    const take = () =>
      client.send(
        new DeleteItemCommand({
          TableName,
          Key: { id },
          ConditionExpression: 'attribute_exists(id)',
          ReturnValues: 'ALL_OLD',
        }),
      )
    const results = await Promise.allSettled(Array.from({ length: 20 }, take))
    const lost = results.filter((result) => result.status === 'rejected')
    expect(lost).toHaveLength(19)
    for (const loser of lost) expect(loser.reason).toMatchObject({ name: 'ConditionalCheckFailedException' })
  }
})

test('a cancelled transaction gives the reason of every part, the old item where asked, and leaves nothing', async () => {
  await client.send(new PutItemCommand({ TableName, Item: { id: { S: 'there' }, by: { S: 'asha' } } }))
  const put = (id: string) => ({
    Put: {
      TableName,
      Item: { id: { S: id } },
      ConditionExpression: 'attribute_not_exists(id)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    },
  })
  const both = new TransactWriteItemsCommand({ TransactItems: [put('new'), put('there')] })
  await expect(client.send(both)).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [
      { Code: 'None' },
      { Code: 'ConditionalCheckFailed', Item: { id: { S: 'there' }, by: { S: 'asha' } } },
    ],
  })
  const left = await client.send(new GetItemCommand({ TableName, Key: { id: { S: 'new' } } }))
  expect(left.Item).toBeUndefined()
})

test('the same client request token does not write twice, and another body under it is refused', async () => {
  const transact = (value: string) =>
    client.send(
      new TransactWriteItemsCommand({
        ClientRequestToken: 'token-1',
        TransactItems: [
          {
            Update: {
              TableName,
              Key: { id: { S: 'counted' } },
              UpdateExpression: 'ADD times :one SET said = :v',
              ExpressionAttributeValues: { ':one': { N: '1' }, ':v': { S: value } },
            },
          },
        ],
      }),
    )
  await transact('a')
  await transact('a')
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: { id: { S: 'counted' } } }))
  expect(Item?.['times']).toEqual({ N: '1' })
  await expect(transact('b')).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' })
})

test('a table that is not there', async () => {
  const absent = new GetItemCommand({ TableName: 'absent', Key: { id: { S: 'a' } } })
  await expect(client.send(absent)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

test('numbers, unicode and ARNs in items come back as they went', async () => {
  const Item = {
    id: { S: 'arn:aws:dynamodb:dynoxide:000000000000:table/x' },
    n: { N: '12345678901234567890.123456789' },
    u: { S: 'ಆಶಾ 👩‍🔬 "\\ \u2028' },
    b: { B: new Uint8Array([0, 255]) },
    __proto__x: { BOOL: true },
  }
  await client.send(new PutItemCommand({ TableName, Item }))
  expect((await client.send(new GetItemCommand({ TableName, Key: { id: Item.id } }))).Item).toEqual(Item)
})

test('point-in-time recovery is a setting that is remembered', async () => {
  const describe = async () => {
    const answer = await client.send(new DescribeContinuousBackupsCommand({ TableName }))
    return answer.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus
  }
  const update = (PointInTimeRecoveryEnabled: boolean, table = TableName) =>
    client.send(
      new UpdateContinuousBackupsCommand({
        TableName: table,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled },
      }),
    )
  expect(await describe()).toBe('DISABLED')
  await update(true)
  expect(await describe()).toBe('ENABLED')
  await update(false)
  expect(await describe()).toBe('DISABLED')
  await expect(update(true, 'absent')).rejects.toMatchObject({ name: 'TableNotFoundException' })
})

test('expired items stay until they are swept, and the sweep takes only those', async () => {
  await aws.createTable({ name: 'fading', partitionKey: 'id', sortKey: 'part', timeToLive: 'expiresAt' })
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: 'fading' }))
  expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' })
  const now = 2_000_000_000
  const put = (id: string, expiresAt: object | undefined) =>
    client.send(
      new PutItemCommand({
        TableName: 'fading',
        Item: {
          id: { S: id },
          part: { S: '1' },
          ...(expiresAt ? { expiresAt: Object.assign({ S: '' }, expiresAt) } : {}),
        },
      }),
    )
  const number = (value: number) => ({ S: undefined, N: String(value) })
  await put('over', number(now - 1))
  await put('not yet', number(now))
  await put('milliseconds read as seconds', number(now * 1000))
  await put('too long ago to be meant', number(now - 6 * 365 * 86_400))
  await put('text', { S: String(now - 1) })
  await put('for ever', undefined)
  const ids = async () => {
    const { Items } = await client.send(new ScanCommand({ TableName: 'fading' }))
    return Items?.map((item) => item['id']?.S).sort()
  }
  const before = await ids()
  expect(before).toContain('over')
  expect(await aws.sweepExpired(now)).toBe(1)
  expect(await ids()).toEqual(before?.filter((id) => id !== 'over'))
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: 'fading',
      TimeToLiveSpecification: { Enabled: false, AttributeName: 'expiresAt' },
    }),
  )
  expect(await aws.sweepExpired(now + 10)).toBe(0)
})
