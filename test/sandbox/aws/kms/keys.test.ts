import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateKeyCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  GenerateMacCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  GetPublicKeyCommand,
  type KeySpec,
  type KMSClient,
  ListAliasesCommand,
  ListKeysCommand,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
  SignCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningAws, startAws } from '../../../../sandbox/aws/start.ts'
import { accountId, kmsClient, place, region } from '../world.ts'

let aws: RunningAws
let kms: KMSClient
beforeAll(async () => {
  aws = await startAws(place)
  kms = kmsClient(aws)
})
afterAll(async () => aws.close())

const root = `arn:aws:kms:${region}:${accountId}`

async function signingKey(KeySpec: KeySpec = 'ECC_NIST_P256'): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec, KeyUsage: 'SIGN_VERIFY' }))
  return KeyMetadata?.KeyId ?? ''
}

const sign = (KeyId: string) =>
  kms.send(new SignCommand({ KeyId, Message: Buffer.from('m'), SigningAlgorithm: 'ECDSA_SHA_256' }))

test('a key describes itself', async () => {
  const made = await kms.send(
    new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY', Description: 'visa' }),
  )
  const id = made.KeyMetadata?.KeyId ?? ''
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: id }))
  expect(KeyMetadata).toMatchObject({
    AWSAccountId: accountId,
    Arn: `${root}:key/${id}`,
    Description: 'visa',
    Enabled: true,
    KeyManager: 'CUSTOMER',
    KeySpec: 'RSA_2048',
    KeyState: 'Enabled',
    KeyUsage: 'SIGN_VERIFY',
    MultiRegion: false,
    Origin: 'AWS_KMS',
  })
  expect(KeyMetadata?.CreationDate).toBeInstanceOf(Date)
  expect(KeyMetadata?.SigningAlgorithms).toContain('RSASSA_PSS_SHA_256')
  const { Keys } = await kms.send(new ListKeysCommand({}))
  expect(Keys).toContainEqual({ KeyId: id, KeyArn: `${root}:key/${id}` })
})

test.each([
  [{ KeySpec: 'RSA_2048' as const }],
  [{ KeySpec: 'HMAC_256' as const, KeyUsage: 'SIGN_VERIFY' as const }],
  [{ KeySpec: 'ECC_NIST_P256' as const, KeyUsage: 'ENCRYPT_DECRYPT' as const }],
  [{ KeySpec: 'SYMMETRIC_DEFAULT' as const, KeyUsage: 'SIGN_VERIFY' as const }],
])('%j is no key that can be made', async (wish) => {
  await expect(kms.send(new CreateKeyCommand(wish))).rejects.toMatchObject({ name: 'ValidationException' })
})

describe('aliases', () => {
  test('a key answers to its id, ARN, alias and alias ARN, and the alias can move', async () => {
    const [first, second] = [await signingKey(), await signingKey()]
    const AliasName = 'alias/rp/visa/sig'
    await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: first }))
    for (const name of [first, `${root}:key/${first}`, AliasName, `${root}:${AliasName}`])
      expect((await sign(name)).KeyId).toBe(`${root}:key/${first}`)
    const publicKey = async () => (await kms.send(new GetPublicKeyCommand({ KeyId: AliasName }))).PublicKey
    const before = await publicKey()
    await kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId: second }))
    expect((await sign(AliasName)).KeyId).toBe(`${root}:key/${second}`)
    expect(await publicKey()).not.toEqual(before)
    const { Aliases } = await kms.send(new ListAliasesCommand({ KeyId: second }))
    expect(Aliases).toMatchObject([{ AliasName, AliasArn: `${root}:${AliasName}`, TargetKeyId: second }])
    await kms.send(new DeleteAliasCommand({ AliasName }))
    await expect(sign(AliasName)).rejects.toMatchObject({ name: 'NotFoundException' })
  })

  test('a name taken, a name not allowed, a key not there, a key of another kind', async () => {
    const TargetKeyId = await signingKey()
    const AliasName = 'alias/taken'
    await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId }))
    const create = (name: string, target: string) =>
      kms.send(new CreateAliasCommand({ AliasName: name, TargetKeyId: target }))
    await expect(create(AliasName, TargetKeyId)).rejects.toMatchObject({ name: 'AlreadyExistsException' })
    await expect(create('visa', TargetKeyId)).rejects.toMatchObject({ name: 'ValidationException' })
    await expect(create('alias/free', 'no-such-key')).rejects.toMatchObject({ name: 'NotFoundException' })
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}))
    await expect(
      kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId: KeyMetadata?.KeyId })),
    ).rejects.toMatchObject({ name: 'ValidationException' })
  })
})

describe('states', () => {
  test('a disabled key refuses until it is enabled', async () => {
    const KeyId = await signingKey()
    await kms.send(new DisableKeyCommand({ KeyId }))
    await expect(sign(KeyId)).rejects.toMatchObject({ name: 'DisabledException' })
    await expect(kms.send(new GetPublicKeyCommand({ KeyId }))).rejects.toMatchObject({ name: 'DisabledException' })
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }))
    expect(KeyMetadata).toMatchObject({ KeyState: 'Disabled', Enabled: false })
    await kms.send(new EnableKeyCommand({ KeyId }))
    await expect(sign(KeyId)).resolves.toBeDefined()
  })

  test('a key that waits for deletion refuses everything, and comes back disabled', async () => {
    const KeyId = await signingKey()
    const shortest = new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 6 })
    await expect(kms.send(shortest)).rejects.toMatchObject({ name: 'ValidationException' })
    const scheduled = await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }))
    expect(scheduled).toMatchObject({ KeyState: 'PendingDeletion', PendingWindowInDays: 7 })
    expect(scheduled.DeletionDate).toBeInstanceOf(Date)
    await expect(sign(KeyId)).rejects.toMatchObject({ name: 'KMSInvalidStateException' })
    await expect(kms.send(new EnableKeyCommand({ KeyId }))).rejects.toMatchObject({ name: 'KMSInvalidStateException' })
    await kms.send(new CancelKeyDeletionCommand({ KeyId }))
    await expect(sign(KeyId)).rejects.toMatchObject({ name: 'DisabledException' })
    await expect(kms.send(new CancelKeyDeletionCommand({ KeyId }))).rejects.toMatchObject({
      name: 'KMSInvalidStateException',
    })
  })
})

test('tags, rotation and policy are kept', async () => {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Tags: [{ TagKey: 'a', TagValue: '1' }] }))
  const KeyId = KeyMetadata?.KeyId
  await kms.send(new TagResourceCommand({ KeyId, Tags: [{ TagKey: 'b', TagValue: '2' }] }))
  await kms.send(new UntagResourceCommand({ KeyId, TagKeys: ['a'] }))
  expect((await kms.send(new ListResourceTagsCommand({ KeyId }))).Tags).toEqual([{ TagKey: 'b', TagValue: '2' }])
  const rotation = () => kms.send(new GetKeyRotationStatusCommand({ KeyId }))
  expect((await rotation()).KeyRotationEnabled).toBe(false)
  await kms.send(new EnableKeyRotationCommand({ KeyId }))
  expect((await rotation()).KeyRotationEnabled).toBe(true)
  await expect(kms.send(new EnableKeyRotationCommand({ KeyId: await signingKey() }))).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
  })
  const written = await kms.send(new GetKeyPolicyCommand({ KeyId }))
  expect(written.Policy).toContain(`arn:aws:iam::${accountId}:root`)
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }],
  })
  await kms.send(new PutKeyPolicyCommand({ KeyId, Policy }))
  expect((await kms.send(new GetKeyPolicyCommand({ KeyId }))).Policy).toBe(Policy)
  const refused = new PutKeyPolicyCommand({ KeyId, Policy: Policy.replace('"Effect"', '"NotPrincipal":"x","Effect"') })
  await expect(kms.send(refused)).rejects.toMatchObject({ name: 'MalformedPolicyDocumentException' })
})

test('a request that is no request of the operation is a ValidationException', async () => {
  const nothing = new GenerateMacCommand({ KeyId: 'x', Message: Buffer.of(), MacAlgorithm: 'HMAC_SHA_256' })
  await expect(kms.send(nothing)).rejects.toMatchObject({ name: 'ValidationException' })
})
