import * as z from 'zod'
import { WireError } from '../wire/wire-error.ts'
import type { Alias, KeyStore } from './key-store.ts'
import { mustNotBePendingDeletion } from './kms-key.ts'
import { epochSeconds, keyWithoutAlias, type Operation } from './operation.ts'
import { keyId, read } from './request-shapes.ts'

const aliasName = z
  .string()
  .max(256)
  .regex(/^alias\/[a-zA-Z0-9/_-]+$/, 'Member must satisfy regular expression pattern: ^alias/[a-zA-Z0-9/_-]+$')

const pointing = z.object({ AliasName: aliasName, TargetKeyId: keyId })

const createAlias: Operation = (store, input) => {
  const request = read(pointing, input)
  if (request.AliasName.startsWith('alias/aws/')) throw new WireError('NotAuthorizedException', '')
  if (store.aliases.has(request.AliasName))
    throw new WireError(
      'AlreadyExistsException',
      `An alias with the name ${aliasArn(store, request.AliasName)} already exists`,
    )
  point(store, request.AliasName, request.TargetKeyId)
  return {}
}

const updateAlias: Operation = (store, input) => {
  const request = read(pointing, input)
  const current = aliasOf(store, request.AliasName)
  const [before, after] = [store.keys.get(current.keyId), keyWithoutAlias(store, request.TargetKeyId)]
  // An alias moves only between keys that can do the same work (KMS API, UpdateAlias).
  if (
    before &&
    (before.usage !== after.usage || (before.spec === 'SYMMETRIC_DEFAULT') !== (after.spec === 'SYMMETRIC_DEFAULT'))
  )
    throw new WireError(
      'ValidationException',
      `Alias ${request.AliasName} can not be changed to a key of another type or usage.`,
    )
  point(store, request.AliasName, request.TargetKeyId)
  return {}
}

function point(store: KeyStore, name: string, target: string): void {
  const key = keyWithoutAlias(store, target)
  mustNotBePendingDeletion(key)
  store.aliases.set(name, { name, keyId: key.id, createdAt: epochSeconds() })
  store.save()
}

const deleteAlias: Operation = (store, input) => {
  const request = read(z.object({ AliasName: aliasName }), input)
  store.aliases.delete(aliasOf(store, request.AliasName).name)
  store.save()
  return {}
}

function aliasOf(store: KeyStore, name: string): Alias {
  const alias = store.aliases.get(name)
  if (!alias) throw new WireError('NotFoundException', `Alias ${aliasArn(store, name)} is not found.`)
  return alias
}

const listAliases: Operation = (store, input) => {
  const request = read(z.object({ KeyId: keyId.optional() }), input)
  const only = request.KeyId === undefined ? undefined : keyWithoutAlias(store, request.KeyId).id
  const aliases = [...store.aliases.values()].filter((alias) => only === undefined || alias.keyId === only)
  return {
    Aliases: aliases.map((alias) => ({
      AliasName: alias.name,
      AliasArn: aliasArn(store, alias.name),
      TargetKeyId: alias.keyId,
      CreationDate: alias.createdAt,
      LastUpdatedDate: alias.createdAt,
    })),
    Truncated: false,
  }
}

export const aliasArn = (store: KeyStore, name: string): string =>
  `arn:aws:kms:${store.region}:${store.accountId}:${name}`

export const aliasOperations: Readonly<Record<string, Operation>> = {
  CreateAlias: createAlias,
  UpdateAlias: updateAlias,
  DeleteAlias: deleteAlias,
  ListAliases: listAliases,
}
