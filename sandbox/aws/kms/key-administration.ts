import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Policy } from '../iam/policy.ts'
import { PolicyRefusedError } from '../iam/policy.ts'
import { parsePolicy } from '../iam/policy-document.ts'
import type { JsonObject } from '../wire/json.ts'
import { WireError } from '../wire/wire-error.ts'
import { makeMaterial } from './key-material.ts'
import { algorithmsOf, usageFor } from './key-spec.ts'
import type { KeyStore } from './key-store.ts'
import { type KmsKey, mustBeEnabled, mustNotBePendingDeletion } from './kms-key.ts'
import { epochSeconds, keyOf, keyWithoutAlias, type Operation } from './operation.ts'
import { keyId, read, tags } from './request-shapes.ts'

const onlyKeyId = z.object({ KeyId: keyId })

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

/** What KMS writes when no policy is given: the account decides by its IAM policies. */
const defaultPolicy = (accountId: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${accountId}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  })

function policyFrom(arn: string, text: string): Policy {
  try {
    return parsePolicy(`of ${arn}`, JSON.parse(text), 'key')
  } catch (error) {
    if (error instanceof PolicyRefusedError || error instanceof SyntaxError)
      throw new WireError('MalformedPolicyDocumentException', error.message)
    throw error
  }
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

/** An operation that changes one key, named without an alias, and keeps the change. */
const changing =
  (change: (key: KmsKey, input: JsonObject, store: KeyStore) => JsonObject): Operation =>
  (store, input) => {
    const key = keyWithoutAlias(store, read(onlyKeyId, input).KeyId)
    const answer = change(key, input, store)
    store.save()
    return answer
  }

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

const tagResource = changing((key, input) => {
  const request = read(onlyKeyId.extend({ Tags: tags }), input)
  mustNotBePendingDeletion(key)
  key.tags = new Map([...key.tags, ...request.Tags.map((tag): [string, string] => [tag.TagKey, tag.TagValue])])
  return {}
})

const untagResource = changing((key, input) => {
  const request = read(onlyKeyId.extend({ TagKeys: z.array(z.string()) }), input)
  mustNotBePendingDeletion(key)
  key.tags = new Map([...key.tags].filter(([name]) => !request.TagKeys.includes(name)))
  return {}
})

const listResourceTags: Operation = (store, input) => {
  const key = keyWithoutAlias(store, read(onlyKeyId, input).KeyId)
  return { Tags: [...key.tags].map(([TagKey, TagValue]) => ({ TagKey, TagValue })), Truncated: false }
}

const policyName = z.literal('default').default('default')

const getKeyPolicy: Operation = (store, input) => {
  const request = read(onlyKeyId.extend({ PolicyName: policyName }), input)
  return { Policy: keyWithoutAlias(store, request.KeyId).policyText, PolicyName: 'default' }
}

const putKeyPolicy = changing((key, input) => {
  const request = read(onlyKeyId.extend({ PolicyName: policyName, Policy: z.string().min(1).max(32_768) }), input)
  key.policy = policyFrom(key.arn, request.Policy)
  key.policyText = request.Policy
  return {}
})

const updateKeyDescription = changing((key, input) => {
  const request = read(onlyKeyId.extend({ Description: z.string().max(8192) }), input)
  mustNotBePendingDeletion(key)
  key.description = request.Description
  return {}
})

function mustRotate(key: KmsKey): void {
  if (key.spec !== 'SYMMETRIC_DEFAULT')
    throw new WireError('UnsupportedOperationException', `${key.arn} is not a symmetric encryption key.`)
}

/** Rotation is remembered, never carried out: a practice world does not live for a year. */
const rotate = (rotation: boolean): Operation =>
  changing((key) => {
    mustRotate(key)
    mustBeEnabled(key)
    key.rotation = rotation
    return {}
  })

const rotationPeriodInDays = 365

const getKeyRotationStatus: Operation = (store, input) => {
  const key = keyWithoutAlias(store, read(onlyKeyId, input).KeyId)
  mustRotate(key)
  const on = key.rotation && key.state !== 'PendingDeletion'
  return {
    KeyId: key.arn,
    KeyRotationEnabled: on,
    ...(on ? { RotationPeriodInDays: rotationPeriodInDays } : {}),
  }
}

export const keyAdministration: Readonly<Record<string, Operation>> = {
  CreateKey: createKey,
  DescribeKey: describeKey,
  ListKeys: listKeys,
  EnableKey: switchTo('Enabled'),
  DisableKey: switchTo('Disabled'),
  ScheduleKeyDeletion: scheduleKeyDeletion,
  CancelKeyDeletion: cancelKeyDeletion,
  TagResource: tagResource,
  UntagResource: untagResource,
  ListResourceTags: listResourceTags,
  GetKeyPolicy: getKeyPolicy,
  PutKeyPolicy: putKeyPolicy,
  UpdateKeyDescription: updateKeyDescription,
  EnableKeyRotation: rotate(true),
  DisableKeyRotation: rotate(false),
  GetKeyRotationStatus: getKeyRotationStatus,
}
