import {
  AlreadyExistsException,
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  EnableKeyRotationCommand,
  NotFoundException,
  PutKeyPolicyCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-kms'
import * as z from 'zod'
import type { Maker } from '../assembly/deploy.ts'
import type { Account } from './account.ts'
import { placeOf } from './names.ts'
import type { RememberedKeys } from './remembered-keys.ts'

const keyShape = z.object({
  Description: z.string().optional(),
  EnableKeyRotation: z.boolean().default(false),
  KeyPolicy: z.record(z.string(), z.unknown()),
  KeySpec: z
    .enum(['SYMMETRIC_DEFAULT', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'ECC_NIST_P256'])
    .default('SYMMETRIC_DEFAULT'),
  KeyUsage: z.enum(['ENCRYPT_DECRYPT', 'SIGN_VERIFY']).default('ENCRYPT_DECRYPT'),
})

type KeyProperties = z.infer<typeof keyShape>

/** The id of the key kept from an earlier start, its policy brought up to date. */
const keptKey = async (account: Account, keyId: string, policy: string): Promise<string | undefined> => {
  try {
    await account.kms.send(new DescribeKeyCommand({ KeyId: keyId }))
  } catch (error) {
    if (error instanceof NotFoundException) return undefined
    throw error
  }
  await account.kms.send(new PutKeyPolicyCommand({ KeyId: keyId, PolicyName: 'default', Policy: policy }))
  return keyId
}

const createKey = async (account: Account, key: KeyProperties, policy: string): Promise<string> => {
  const { KeyMetadata } = await account.kms.send(
    new CreateKeyCommand({
      KeySpec: key.KeySpec,
      KeyUsage: key.KeyUsage,
      Policy: policy,
      Description: key.Description ?? '',
    }),
  )
  const keyId = KeyMetadata?.KeyId
  if (keyId === undefined) throw new Error('The local KMS made a key without an id.')
  if (key.EnableKeyRotation) await account.kms.send(new EnableKeyRotationCommand({ KeyId: keyId }))
  return keyId
}

/** `AWS::KMS::Key`: a real key, made now, in the local KMS, under the template's key policy. */
export const keyMaker =
  (account: Account, remembered: RememberedKeys): Maker =>
  async (resource) => {
    const key = keyShape.parse(resource.properties)
    const policy = JSON.stringify(key.KeyPolicy)
    const before = remembered.keyId(placeOf(resource))
    const kept = before === undefined ? undefined : await keptKey(account, before, policy)
    const keyId = kept ?? (await createKey(account, key, policy))
    remembered.remember(placeOf(resource), keyId)
    const arn = `arn:aws:kms:${account.region}:${account.accountId}:key/${keyId}`
    return { ref: keyId, attributes: { Arn: arn, KeyId: keyId } }
  }

const aliasShape = z.object({ AliasName: z.string(), TargetKeyId: z.string() })

export const aliasMaker =
  (account: Account): Maker =>
  async (resource) => {
    const { AliasName, TargetKeyId } = aliasShape.parse(resource.properties)
    try {
      await account.kms.send(new CreateAliasCommand({ AliasName, TargetKeyId }))
    } catch (error) {
      if (!(error instanceof AlreadyExistsException)) throw error
      await account.kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId }))
    }
    return { ref: AliasName, attributes: {} }
  }
