import * as z from 'zod'
import type { JsonObject } from '../wire/json.ts'
import { type KeyStore, keyNotFound } from './key-store.ts'
import type { KmsKey } from './kms-key.ts'
import { keyId, read } from './request-shapes.ts'

/** One KMS operation: a request in, an answer out; `store` is the account's keys. */
export type Operation = (store: KeyStore, input: JsonObject) => JsonObject | Promise<JsonObject>

/** The key a cryptographic operation names, by id, ARN, alias or alias ARN. */
export function keyOf(store: KeyStore, keyId: string): KmsKey {
  const key = store.find(keyId)
  if (!key) throw keyNotFound(store, keyId)
  return key
}

/** The key an administrative operation names: there, KMS takes no alias. */
export function keyWithoutAlias(store: KeyStore, keyId: string): KmsKey {
  const key = keyId.includes('alias/') ? undefined : store.find(keyId)
  if (!key) throw keyNotFound(store, keyId)
  return key
}

export const epochSeconds = (): number => Date.now() / 1000

export const onlyKeyId = z.object({ KeyId: keyId })

/** An operation that changes one key, named without an alias, and keeps the change. */
export const changing =
  (change: (key: KmsKey, input: JsonObject, store: KeyStore) => JsonObject): Operation =>
  (store, input) => {
    const key = keyWithoutAlias(store, read(onlyKeyId, input).KeyId)
    const answer = change(key, input, store)
    store.save()
    return answer
  }
