import * as z from 'zod'
import { WireError } from '../wire/wire-error.ts'
import { policyFrom } from './key-policy.ts'
import { type KmsKey, mustBeEnabled, mustNotBePendingDeletion } from './kms-key.ts'
import { changing, keyWithoutAlias, type Operation, onlyKeyId } from './operation.ts'
import { read, tags } from './request-shapes.ts'

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

/** What is said about a key and may change while it lives. */
export const keySettings: Readonly<Record<string, Operation>> = {
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
