import { createPublicKey, verify } from 'node:crypto'
import { CreateTableCommand, DescribeTableCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { CreateKeyCommand, GetPublicKeyCommand, SignCommand } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningAws, startAws } from '../../../sandbox/aws/start.ts'
import { accountId, allow, dynamodbClient, kmsClient, place, region, role } from './world.ts'

let aws: RunningAws
beforeAll(async () => {
  aws = await startAws(place)
})
afterAll(async () => aws.close())

test('a key made by the administrator signs for a role that may, and not for one that may not', async () => {
  const { KeyMetadata } = await kmsClient(aws).send(
    new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
  )
  const keyArn = KeyMetadata?.Arn ?? ''
  expect(keyArn).toMatch(new RegExp(`^arn:aws:kms:${region}:${accountId}:key/`))
  const signer = kmsClient(aws, aws.addRole(role('signer', allow(['kms:Sign', 'kms:GetPublicKey'], keyArn))))
  const message = Buffer.from('hello')
  const signed = await signer.send(
    new SignCommand({ KeyId: keyArn, Message: message, SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256' }),
  )
  const { PublicKey } = await signer.send(new GetPublicKeyCommand({ KeyId: keyArn }))
  const publicKey = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' })
  expect(verify('sha256', message, publicKey, signed.Signature ?? Buffer.of())).toBe(true)

  const reader = kmsClient(aws, aws.addRole(role('reader', allow('kms:GetPublicKey', keyArn))))
  await expect(
    reader.send(new SignCommand({ KeyId: keyArn, Message: message, SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256' })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:sts::${accountId}:assumed-role/reader/reader is not authorized to perform: kms:Sign on resource: ${keyArn} because no identity-based policy allows the kms:Sign action`,
  })
})

test('a table has an ARN of our region and account, and a role sees only what its policy names', async () => {
  const administrator = dynamodbClient(aws)
  await administrator.send(
    new CreateTableCommand({
      TableName: 'sessions',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  )
  const { Table } = await administrator.send(new DescribeTableCommand({ TableName: 'sessions' }))
  const arn = `arn:aws:dynamodb:${region}:${accountId}:table/sessions`
  expect(Table?.TableArn).toBe(arn)
  const writer = dynamodbClient(aws, aws.addRole(role('writer', allow('dynamodb:PutItem', arn))))
  await writer.send(new PutItemCommand({ TableName: 'sessions', Item: { id: { S: 'a' } } }))
  await writer.send(new PutItemCommand({ TableName: arn, Item: { id: { S: 'b' } } }))
  await expect(
    writer.send(new GetItemCommand({ TableName: 'sessions', Key: { id: { S: 'a' } } })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:sts::${accountId}:assumed-role/writer/writer is not authorized to perform: dynamodb:GetItem on resource: ${arn} because no identity-based policy allows the dynamodb:GetItem action`,
  })
  const read = await administrator.send(new GetItemCommand({ TableName: 'sessions', Key: { id: { S: 'b' } } }))
  expect(read.Item).toEqual({ id: { S: 'b' } })
})
