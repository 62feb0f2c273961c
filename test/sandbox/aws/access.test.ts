import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  ListKeysCommand,
  SignCommand,
  type SignCommandInput,
} from '@aws-sdk/client-kms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PolicyRefusedError, type Role, type RunningAws, startAws } from '../../../sandbox/aws/start.ts'
import { accountId, allow, deny, dynamodbClient, kmsClient, place, policy, region, role, variable } from './world.ts'

let aws: RunningAws
beforeAll(async () => {
  aws = await startAws(place)
})
afterAll(async () => aws.close())
beforeEach(() => aws.reset())

const denied = { name: 'AccessDeniedException', $metadata: expect.objectContaining({ httpStatusCode: 400 }) }

describe('kms:Sign under conditions', () => {
  const Message = Buffer.alloc(32)
  let KeyId: string
  let sign: (input: Partial<SignCommandInput>) => Promise<unknown>
  beforeAll(async () => {
    const made = await kmsClient(aws).send(new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }))
    KeyId = made.KeyMetadata?.Arn ?? ''
    await kmsClient(aws).send(new CreateAliasCommand({ AliasName: 'alias/rp/visa/sig', TargetKeyId: KeyId }))
    const condition = {
      StringEquals: { 'kms:SigningAlgorithm': 'RSASSA_PSS_SHA_256', 'kms:MessageType': 'DIGEST' },
    }
    const kms = kmsClient(aws, aws.addRole(role('callback', allow('kms:Sign', KeyId, condition))))
    sign = (input) =>
      kms.send(
        new SignCommand({ KeyId, Message, MessageType: 'DIGEST', SigningAlgorithm: 'RSASSA_PSS_SHA_256', ...input }),
      )
  })

  test('PSS over a digest passes, by ARN and by alias', async () => {
    await expect(sign({})).resolves.toBeDefined()
    await expect(sign({ KeyId: 'alias/rp/visa/sig' })).resolves.toBeDefined()
  })

  test.each<[string, Partial<SignCommandInput>]>([
    ['PKCS #1', { SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256' }],
    ['another digest', { SigningAlgorithm: 'RSASSA_PSS_SHA_512' }],
    ['RAW', { MessageType: 'RAW' }],
    ['RAW, by saying nothing', { MessageType: undefined }],
  ])('%s is denied and remembered', async (_name, input) => {
    await expect(sign(input)).rejects.toMatchObject(denied)
    expect(aws.denials()).toMatchObject([{ principal: 'callback', action: 'kms:Sign', resource: KeyId }])
    expect(aws.counters()).toEqual([
      { principal: 'callback', service: 'kms', operation: 'Sign', outcome: 'denied', count: 1 },
    ])
  })

  test('kms:RequestAlias is there only when an alias was used', async () => {
    const condition = { StringEquals: { 'kms:RequestAlias': 'alias/rp/visa/sig' } }
    const kms = kmsClient(aws, aws.addRole(role('by-alias', allow('kms:Sign', '*', condition))))
    const input = { Message, SigningAlgorithm: 'RSASSA_PSS_SHA_256' } as const
    await expect(kms.send(new SignCommand({ ...input, KeyId: 'alias/rp/visa/sig' }))).resolves.toBeDefined()
    await expect(kms.send(new SignCommand({ ...input, KeyId }))).rejects.toMatchObject(denied)
  })

  test('a key that is not there tells a role that may not use it nothing', async () => {
    const absent = `arn:aws:kms:${region}:${accountId}:key/11111111-2222-3333-4444-555555555555`
    await expect(sign({ KeyId: absent })).rejects.toMatchObject(denied)
    await expect(sign({ KeyId: 'alias/none' })).rejects.toMatchObject({ name: 'NotFoundException' })
  })

  test('a role without policies may nothing', async () => {
    const kms = kmsClient(aws, aws.addRole(role('nobody')))
    await expect(kms.send(new ListKeysCommand({}))).rejects.toMatchObject(denied)
  })
})

describe('keys for data', () => {
  test('an encryption context is a condition, and Decrypt without a key id is decided on the key in the blob', async () => {
    const { KeyMetadata } = await kmsClient(aws).send(new CreateKeyCommand({}))
    const KeyId = KeyMetadata?.Arn ?? ''
    const condition = {
      StringEquals: { 'kms:EncryptionContext:table': 'subject-keys' },
      'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['table', 'subject'] },
    }
    const claims = role('claims', allow(['kms:GenerateDataKey', 'kms:Decrypt'], KeyId, condition))
    const kms = kmsClient(aws, aws.addRole(claims))
    const EncryptionContext = { table: 'subject-keys', subject: 'asha' }
    const made = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext }))
    const { CiphertextBlob } = made
    await expect(kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }))).resolves.toBeDefined()
    for (const context of [{ table: 'audit' }, { ...EncryptionContext, extra: '1' }, undefined])
      await expect(
        kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext: context })),
      ).rejects.toMatchObject(denied)
    const stranger = kmsClient(aws, aws.addRole(role('stranger', allow('kms:Decrypt', `${KeyId}0`))))
    await expect(stranger.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }))).rejects.toMatchObject(denied)
  })

  test('a key policy that does not speak of the account shuts IAM out, and its deny is final', async () => {
    const statement = (Effect: string, principal: string, Action: string) => ({
      Effect,
      Principal: { AWS: principal },
      Action,
      Resource: '*',
    })
    const owner = role('owner', allow('kms:*', '*'))
    const other = role('other', allow('kms:*', '*'))
    const Policy = JSON.stringify(
      policy(statement('Allow', owner.arn, 'kms:*'), statement('Deny', owner.arn, 'kms:Decrypt')),
    )
    const { KeyMetadata } = await kmsClient(aws).send(new CreateKeyCommand({ Policy }))
    const KeyId = KeyMetadata?.Arn
    const encrypt = new EncryptCommand({ KeyId, Plaintext: Buffer.from('x') })
    const [byOwner, byOther] = [kmsClient(aws, aws.addRole(owner)), kmsClient(aws, aws.addRole(other))]
    const { CiphertextBlob } = await byOwner.send(encrypt)
    await expect(byOther.send(encrypt)).rejects.toMatchObject({
      message: expect.stringMatching(/because no resource-based policy allows the kms:Encrypt action$/),
    })
    await expect(byOwner.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
      message: expect.stringMatching(/with an explicit deny in a resource-based policy$/),
    })
  })
})

describe('DynamoDB', () => {
  const arn = (table: string): string => `arn:aws:dynamodb:${region}:${accountId}:table/${table}`
  const key = (id: string) => ({ pk: { S: id }, sk: { S: '1' } })
  const as = (added: Role): DynamoDBClient => dynamodbClient(aws, aws.addRole(added))
  beforeAll(async () => {
    for (const name of ['claims', 'sessions'])
      await aws.createTable({
        name,
        partitionKey: 'pk',
        sortKey: 'sk',
        indexes: [{ name: 'by-holder', partitionKey: 'holder' }],
      })
  })

  const put = (TableName: string, id: string): TransactWriteItem => ({ Put: { TableName, Item: key(id) } })
  const transact = (client: DynamoDBClient, ...TransactItems: TransactWriteItem[]) =>
    client.send(new TransactWriteItemsCommand({ TransactItems }))

  describe('transactions', () => {
    test('need the action of every part on its own table, and ConditionCheckItem has its own', async () => {
      const writes = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem']
      const client = as(role('transacts', allow(writes, arn('claims')), allow('dynamodb:PutItem', arn('sessions'))))
      await expect(transact(client, put('claims', 'a'), put('sessions', 'a'))).resolves.toBeDefined()
      const remove = { Delete: { TableName: 'sessions', Key: key('a') } }
      await expect(transact(client, put('claims', 'b'), remove)).rejects.toMatchObject(denied)
      const check = {
        ConditionCheck: { TableName: 'claims', Key: key('z'), ConditionExpression: 'attribute_not_exists(pk)' },
      }
      await expect(transact(client, check, put('claims', 'c'))).rejects.toMatchObject({
        ...denied,
        message: expect.stringContaining('dynamodb:ConditionCheckItem on resource'),
      })
      const may = as(role('checks', allow(['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'], arn('claims'))))
      await expect(transact(may, check, put('claims', 'c'))).resolves.toBeDefined()
      const left = await dynamodbClient(aws).send(new GetItemCommand({ TableName: 'claims', Key: key('b') }))
      expect(left.Item).toBeUndefined()
    })

    test('an action named after the transaction allows nothing', async () => {
      const client = as(role('misled', allow('dynamodb:TransactWriteItems', '*')))
      await expect(transact(client, put('claims', 'a'))).rejects.toMatchObject(denied)
    })

    test('dynamodb:EnclosingOperation tells a transaction from a single write', async () => {
      const only = { StringEquals: { 'dynamodb:EnclosingOperation': 'TransactWriteItems' } }
      const client = as(role('together', allow('dynamodb:PutItem', arn('claims'), only)))
      await expect(transact(client, put('claims', 'a'))).resolves.toBeDefined()
      await expect(client.send(new PutItemCommand({ TableName: 'claims', Item: key('a') }))).rejects.toMatchObject(
        denied,
      )
    })
  })

  describe('leading keys', () => {
    const condition = {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': `SVC#${variable('aws:PrincipalTag/service')}#*` },
    }
    const tagged = (added: Role): DynamoDBClient => as({ ...added, tags: { service: 'visa' } })
    let client: DynamoDBClient
    beforeAll(() => {
      client = tagged(role('tenant', allow('dynamodb:*', [arn('claims'), arn('claims/index/*')], condition)))
    })

    test('every key of a transaction must be the tenant’s own', async () => {
      await expect(transact(client, put('claims', 'SVC#visa#1'), put('claims', 'SVC#visa#2'))).resolves.toBeDefined()
      const smuggled = [put('claims', 'SVC#visa#3'), put('claims', 'SVC#bank#3')]
      await expect(transact(client, ...smuggled)).rejects.toMatchObject(denied)
      const check = {
        ConditionCheck: { TableName: 'claims', Key: key('SVC#bank#1'), ConditionExpression: 'attribute_exists(pk)' },
      }
      await expect(transact(client, put('claims', 'SVC#visa#4'), check)).rejects.toMatchObject(denied)
    })

    test('batches, gets, queries in any spelling, and the key of an index', async () => {
      const get = (id: string) => client.send(new GetItemCommand({ TableName: 'claims', Key: key(id) }))
      await expect(get('SVC#visa#1')).resolves.toBeDefined()
      await expect(get('SVC#bank#1')).rejects.toMatchObject(denied)
      const batch = (...ids: string[]) =>
        client.send(new BatchGetItemCommand({ RequestItems: { claims: { Keys: ids.map(key) } } }))
      await expect(batch('SVC#visa#1', 'SVC#visa#2')).resolves.toBeDefined()
      await expect(batch('SVC#visa#1', 'SVC#bank#2')).rejects.toMatchObject(denied)
      const write = (id: string) =>
        client.send(new BatchWriteItemCommand({ RequestItems: { claims: [{ DeleteRequest: { Key: key(id) } }] } }))
      await expect(write('SVC#visa#9')).resolves.toBeDefined()
      await expect(write('SVC#bank#9')).rejects.toMatchObject(denied)
      const query = (expression: string, id: string, IndexName?: string) =>
        client.send(
          new QueryCommand({
            TableName: 'claims',
            IndexName,
            KeyConditionExpression: expression,
            ExpressionAttributeValues: { ':v': { S: id }, ...(expression.includes(':s') ? { ':s': { S: '1' } } : {}) },
            ...(expression.includes('#k') ? { ExpressionAttributeNames: { '#k': 'pk' } } : {}),
          }),
        )
      for (const spelling of ['pk = :v', '#k=:v', ':v = pk', '(pk = :v) and begins_with(sk, :s)']) {
        await expect(query(spelling, 'SVC#visa#1'), spelling).resolves.toBeDefined()
        await expect(query(spelling, 'SVC#bank#1'), spelling).rejects.toMatchObject(denied)
      }
      // DynamoDB takes the two in any order; the stand-in wants the partition key first, so only the decision is tested.
      await expect(query('sk = :s AND pk = :v', 'SVC#bank#1')).rejects.toMatchObject(denied)
      await expect(query('holder = :v', 'SVC#visa#1', 'by-holder')).resolves.toBeDefined()
      await expect(query('holder = :v', 'SVC#bank#1', 'by-holder')).rejects.toMatchObject(denied)
      await expect(query('sk = :s', 'SVC#visa#1')).rejects.toMatchObject({ name: 'ValidationException' })
    })

    test('Scan names no key, so ForAllValues lets it through, and Null closes the gap', async () => {
      const scan = new ScanCommand({ TableName: 'claims' })
      await expect(client.send(scan)).resolves.toBeDefined()
      const present = { ...condition, Null: { 'dynamodb:LeadingKeys': 'false' } }
      const closed = tagged(role('closed', allow('dynamodb:*', arn('claims'), present)))
      await expect(closed.send(scan)).rejects.toMatchObject(denied)
      const own = new GetItemCommand({ TableName: 'claims', Key: key('SVC#visa#1') })
      await expect(closed.send(own)).resolves.toBeDefined()
    })
  })

  test('attributes are counted wherever a request names them', async () => {
    const listed = { 'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'level', 'at'] } }
    const specific = { StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' } }
    const client = as(role('narrow', allow('dynamodb:*', arn('claims'), { ...listed, ...specific })))
    const query = (more: object) =>
      client.send(
        new QueryCommand({
          TableName: 'claims',
          KeyConditionExpression: 'pk = :v',
          ExpressionAttributeValues: { ':v': { S: 'a' } },
          ...more,
        }),
      )
    await expect(
      query({ ProjectionExpression: 'pk, #l', ExpressionAttributeNames: { '#l': 'level' } }),
    ).resolves.toBeDefined()
    await expect(
      query({ ProjectionExpression: 'pk, #n', ExpressionAttributeNames: { '#n': 'name' } }),
    ).rejects.toMatchObject(denied)
    await expect(
      query({
        ProjectionExpression: 'level',
        FilterExpression: 'attribute_exists(birthdate.#y)',
        ExpressionAttributeNames: { '#y': 'level' },
      }),
    ).rejects.toMatchObject(denied)
    await expect(query({})).rejects.toMatchObject(denied)
  })

  test('an index has its own ARN', async () => {
    const input = { KeyConditionExpression: 'holder = :v', ExpressionAttributeValues: { ':v': { S: 'x' } } }
    const query = new QueryCommand({ TableName: 'claims', IndexName: 'by-holder', ...input })
    await expect(as(role('table-only', allow('dynamodb:Query', arn('claims')))).send(query)).rejects.toMatchObject({
      message: expect.stringContaining(`on resource: ${arn('claims')}/index/by-holder because`),
    })
    const may = as(role('index-too', allow('dynamodb:Query', `${arn('claims')}/index/by-holder`)))
    await expect(may.send(query)).resolves.toBeDefined()
  })

  test('PartiQL is left to the administrator, whatever a role may', async () => {
    const statement = new ExecuteStatementCommand({ Statement: "SELECT * FROM claims WHERE pk = 'a'" })
    await expect(as(role('everything', allow('*', '*'))).send(statement)).rejects.toMatchObject(denied)
    await expect(dynamodbClient(aws).send(statement)).resolves.toBeDefined()
  })

  test('a deny stands against every allow, in the words of AWS', async () => {
    const client = as(role('guarded', allow('*', '*'), deny('dynamodb:PutItem', arn('claims'))))
    await expect(client.send(new PutItemCommand({ TableName: 'claims', Item: key('a') }))).rejects.toMatchObject({
      message: `User: arn:aws:sts::${accountId}:assumed-role/guarded/guarded is not authorized to perform: dynamodb:PutItem on resource: ${arn('claims')} with an explicit deny in an identity-based policy`,
    })
  })
})

test('a role whose policy is not understood is not added, and new policies replace the old under the same credentials', async () => {
  const strange = {
    ...role('strange'),
    policies: [policy(allow('kms:Sign', '*', { Near: { 'kms:MessageType': 'x' } }))],
  }
  expect(() => aws.addRole(strange)).toThrow(PolicyRefusedError)
  const before = aws.addRole(role('changing'))
  await expect(kmsClient(aws, before).send(new ListKeysCommand({}))).rejects.toMatchObject(denied)
  const after = aws.addRole(role('changing', allow('kms:ListKeys', '*')))
  expect(after).toEqual(before)
  await expect(kmsClient(aws, before).send(new ListKeysCommand({}))).resolves.toBeDefined()
})
