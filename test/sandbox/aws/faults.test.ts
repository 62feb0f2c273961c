import { DynamoDBClient, GetItemCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { CreateKeyCommand, DescribeKeyCommand, GenerateRandomCommand, ListKeysCommand } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type RecordedCall, type RunningAws, startAws } from '../../../sandbox/aws/start.ts'
import { allow, dynamodbClient, kmsClient, place, region, role } from './world.ts'

let aws: RunningAws
const seen: RecordedCall[] = []
beforeAll(async () => {
  aws = await startAws({ ...place, onCall: (call) => seen.push(call) })
  await aws.createTable({ name: 'items', partitionKey: 'id' })
})
afterAll(async () => aws.close())
beforeEach(() => {
  aws.faults.clear()
  aws.reset()
  seen.length = 0
})

const item = { TableName: 'items', Item: { id: { S: 'a' } } }
const get = (id: string) => dynamodbClient(aws).send(new GetItemCommand({ TableName: 'items', Key: { id: { S: id } } }))

describe('faults', () => {
  test.each([
    ['ThrottlingException', 400],
    ['ProvisionedThroughputExceededException', 400],
    ['InternalServerError', 500],
    ['RequestLimitExceeded', 400],
  ])('DynamoDB: %s once, before the store is touched, and then never again', async (error, httpStatusCode) => {
    aws.faults.next({ service: 'dynamodb', operation: 'PutItem', error, times: 1 })
    const id = { S: `faulted-${error}` }
    const put = () => dynamodbClient(aws).send(new PutItemCommand({ TableName: 'items', Item: { id } }))
    await expect(put()).rejects.toMatchObject({ name: error, $metadata: { httpStatusCode } })
    expect((await get(id.S)).Item).toBeUndefined()
    await expect(put()).resolves.toBeDefined()
    expect((await get(id.S)).Item).toEqual({ id })
  })

  test.each(['ThrottlingException', 'KMSInternalException', 'DisabledException', 'DependencyTimeoutException'])(
    'KMS: %s, as often as asked',
    async (error) => {
      aws.faults.next({ service: 'kms', error, times: 2 })
      const random = () => kmsClient(aws).send(new GenerateRandomCommand({ NumberOfBytes: 1 }))
      await expect(random()).rejects.toMatchObject({ name: error })
      await expect(kmsClient(aws).send(new ListKeysCommand({}))).rejects.toMatchObject({ name: error })
      await expect(random()).resolves.toBeDefined()
      expect(aws.faults.pending()).toEqual([])
    },
  )

  test('they meet only the service, operation and principal they name', async () => {
    const other = role('other', allow('kms:*', '*'))
    const kms = kmsClient(aws, aws.addRole(other))
    aws.faults.next({
      service: 'kms',
      operation: 'CreateKey',
      principal: 'other',
      error: 'ThrottlingException',
      times: 1,
    })
    await expect(kms.send(new ListKeysCommand({}))).resolves.toBeDefined()
    await expect(kmsClient(aws).send(new CreateKeyCommand({}))).resolves.toBeDefined()
    await expect(get('a')).resolves.toBeDefined()
    await expect(kms.send(new CreateKeyCommand({}))).rejects.toMatchObject({ name: 'ThrottlingException' })
  })

  test('they meet only the table or key they name, also inside a transaction', async () => {
    await aws.createTable({ name: 'other-things', partitionKey: 'id' })
    const put = (TableName: string) => new PutItemCommand({ TableName, Item: { id: { S: 'b' } } })
    const write = (TableName: string) =>
      new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: { id: { S: 'c' } } } }] })
    aws.faults.next({ service: 'dynamodb', resource: 'other', error: 'InternalServerError', times: 2 })
    const client = dynamodbClient(aws)
    await expect(client.send(put('items'))).resolves.toBeDefined()
    await expect(client.send(write('items'))).resolves.toBeDefined()
    await expect(client.send(put('other-things'))).rejects.toMatchObject({ name: 'InternalServerError' })
    await expect(client.send(write('other-things'))).rejects.toMatchObject({ name: 'InternalServerError' })

    const kms = kmsClient(aws)
    const [one, two] = await Promise.all([kms.send(new CreateKeyCommand({})), kms.send(new CreateKeyCommand({}))])
    const describeKey = (KeyId = '') => kms.send(new DescribeKeyCommand({ KeyId }))
    aws.faults.next({
      service: 'kms',
      resource: one.KeyMetadata?.KeyId ?? '',
      error: 'DisabledException',
      times: 1,
    })
    await expect(describeKey(two.KeyMetadata?.Arn)).resolves.toBeDefined()
    await expect(describeKey(one.KeyMetadata?.Arn)).rejects.toMatchObject({ name: 'DisabledException' })
  })

  test('the SDK retries a throttled call by itself, since the wire is the real one', async () => {
    aws.faults.next({ service: 'dynamodb', error: 'ProvisionedThroughputExceededException', times: 2 })
    const client = new DynamoDBClient({ endpoint: aws.url, region, credentials: aws.administrator, maxAttempts: 3 })
    const answer = await client.send(new PutItemCommand(item))
    expect(answer.$metadata.attempts).toBe(3)
  })

  test('a lost answer: the write is done and the caller does not know', async () => {
    aws.faults.next({ service: 'dynamodb', operation: 'PutItem', lostAnswer: true, times: 1 })
    const put = new PutItemCommand({ TableName: 'items', Item: { id: { S: 'lost' } } })
    await expect(dynamodbClient(aws).send(put)).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect((await get('lost')).Item).toEqual({ id: { S: 'lost' } })
  })

  test('a role that may not meets its denial, and the fault waits for one that may', async () => {
    aws.faults.next({ service: 'kms', error: 'ThrottlingException', times: 1 })
    const nobody = kmsClient(aws, aws.addRole(role('nobody')))
    await expect(nobody.send(new ListKeysCommand({}))).rejects.toMatchObject({ name: 'AccessDeniedException' })
    expect(aws.faults.pending()).toHaveLength(1)
  })

  test('they are bounded and say something', () => {
    for (const times of [0, -1, 1.5, Number.POSITIVE_INFINITY])
      expect(() => aws.faults.next({ service: 'kms', error: 'X', times })).toThrow(RangeError)
    expect(() => aws.faults.next({ service: 'kms', times: 1 })).toThrow(TypeError)
  })
})

test('every call is counted by who, what and how it ended, and never with what was said', async () => {
  const writer = aws.addRole(
    role('writer', allow('dynamodb:PutItem', `arn:aws:dynamodb:${region}:${aws.accountId}:table/items`)),
  )
  const client = dynamodbClient(aws, writer)
  await client.send(new PutItemCommand(item))
  await client.send(new PutItemCommand(item))
  const conditional = new PutItemCommand({ ...item, ConditionExpression: 'attribute_not_exists(id)' })
  await expect(client.send(conditional)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' })
  await expect(client.send(new GetItemCommand({ TableName: 'items', Key: item.Item }))).rejects.toThrow()
  aws.faults.next({ service: 'dynamodb', error: 'InternalServerError', times: 1 })
  await expect(client.send(new PutItemCommand(item))).rejects.toThrow()
  const call = { principal: 'writer', service: 'dynamodb' }
  expect(aws.counters()).toEqual([
    { ...call, operation: 'PutItem', outcome: 'ok', count: 2 },
    { ...call, operation: 'PutItem', outcome: 'ConditionalCheckFailedException', count: 1 },
    { ...call, operation: 'GetItem', outcome: 'denied', count: 1 },
    { ...call, operation: 'PutItem', outcome: 'fault', count: 1 },
  ])
  expect(seen.map((each) => Object.keys(each).sort())).toEqual(
    Array.from({ length: 5 }, () => ['operation', 'outcome', 'principal', 'service']),
  )
  aws.reset()
  expect([aws.counters(), aws.denials()]).toEqual([[], []])
})
