import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { JsonObject } from '../wire/json.ts'
import { WireError } from '../wire/wire-error.ts'
import { makeMaterial } from './key-material.ts'
import { defaultPolicy, policyFrom } from './key-policy.ts'
import { algorithmsOf, usageFor } from './key-spec.ts'
import type { KeyStore } from './key-store.ts'
import { type KmsKey, mustNotBePendingDeletion } from './kms-key.ts'
import { changing, epochSeconds, keyOf, type Operation, onlyKeyId } from './operation.ts'
import { read, tags } from './request-shapes.ts'

const createKey: Operation = async (store, input) => {
  const shape = z.object({
    KeySpec: z.string().optional(),
    CustomerMasterKeySpec: z.string().optional(),
    KeyUsage: z.string().optional(),
    Description: z.string().max(8192).default(''),
    Policy: z.string().max(32_768).optional(),
    Tags: tags.default([]),
    MultiRegion: z.boolean().default(false),
    Origin: z.string().default('AWS_KMS'),
  })
  const request = read(shape, input)
  if (request.MultiRegion || request.Origin !== 'AWS_KMS')
    throw new WireError(
      'UnsupportedOperationException',
      'The practice world has single-Region keys of origin AWS_KMS only.',
    )
  const spec = request.KeySpec ?? request.CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT'
  const usage = usageFor(spec, request.KeyUsage)
  const id = randomUUID()
  const arn = `arn:aws:kms:${store.region}:${store.accountId}:key/${id}`
  const policyText = request.Policy ?? defaultPolicy(store.accountId)
  const key: KmsKey = {
    id,
    arn,
    spec,
    usage,
    material: await makeMaterial(spec),
    createdAt: epochSeconds(),
    description: request.Description,
    state: 'Enabled',
    rotation: false,
    policyText,
    policy: policyFrom(arn, policyText),
    tags: new Map(request.Tags.map((tag) => [tag.TagKey, tag.TagValue])),
  }
  store.keys.set(id, key)
  store.save()
  return { KeyMetadata: metadataOf(store, key) }
}

function metadataOf(store: KeyStore, key: KmsKey): JsonObject {
  const algorithms = algorithmsOf(key.spec, key.usage)
  const list = {
    SIGN_VERIFY: 'SigningAlgorithms',
    ENCRYPT_DECRYPT: 'EncryptionAlgorithms',
    GENERATE_VERIFY_MAC: 'MacAlgorithms',
  }
  return {
    AWSAccountId: store.accountId,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: key.createdAt,
    Enabled: key.state === 'Enabled',
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: key.state,
    ...(key.deletionDate === undefined ? {} : { DeletionDate: key.deletionDate }),
    Origin: 'AWS_KMS',
    KeyManager: 'CUSTOMER',
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    [list[key.usage]]: algorithms,
    MultiRegion: false,
  }
}

const describeKey: Operation = (store, input) => ({
  KeyMetadata: metadataOf(store, keyOf(store, read(onlyKeyId, input).KeyId)),
})

const listKeys: Operation = (store) => ({
  Keys: [...store.keys.values()].map((key) => ({ KeyId: key.id, KeyArn: key.arn })),
  Truncated: false,
})

const switchTo = (state: 'Enabled' | 'Disabled'): Operation =>
  changing((key) => {
    mustNotBePendingDeletion(key)
    key.state = state
    return {}
  })

const secondsOfDay = 86_400

const scheduleKeyDeletion = changing((key, input) => {
  const shape = onlyKeyId.extend({ PendingWindowInDays: z.int().min(7).max(30).default(30) })
  const request = read(shape, input)
  mustNotBePendingDeletion(key)
  key.state = 'PendingDeletion'
  key.pendingWindowInDays = request.PendingWindowInDays
  key.deletionDate = epochSeconds() + request.PendingWindowInDays * secondsOfDay
  return {
    KeyId: key.arn,
    DeletionDate: key.deletionDate,
    KeyState: key.state,
    PendingWindowInDays: key.pendingWindowInDays,
  }
})

/** The key comes back disabled: enabling it again is a decision of its own. */
const cancelKeyDeletion = changing((key) => {
  if (key.state !== 'PendingDeletion')
    throw new WireError('KMSInvalidStateException', `${key.arn} is not pending deletion.`)
  key.state = 'Disabled'
  delete key.deletionDate
  delete key.pendingWindowInDays
  return { KeyId: key.arn }
})

/** A key from its creation to its end. */
export const keyLifecycle: Readonly<Record<string, Operation>> = {
  CreateKey: createKey,
  DescribeKey: describeKey,
  ListKeys: listKeys,
  EnableKey: switchTo('Enabled'),
  DisableKey: switchTo('Disabled'),
  ScheduleKeyDeletion: scheduleKeyDeletion,
  CancelKeyDeletion: cancelKeyDeletion,
}
