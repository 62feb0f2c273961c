import type { JsonObject } from '../wire/json.ts'
import { type KeyStore, keyNotFound } from './key-store.ts'
import type { KmsKey } from './kms-key.ts'

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
