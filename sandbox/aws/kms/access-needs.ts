import type { AccessNeed, Call } from '../wire/door.ts'
import { type JsonObject, listIn, objectIn, textIn } from '../wire/json.ts'
import { aliasArn } from './aliases.ts'
import { keyIdIn } from './ciphertext.ts'
import { type KeyStore, keyNotFound } from './key-store.ts'
import type { KmsKey } from './kms-key.ts'

/**
 * What a KMS call must be allowed: the action on the key's ARN under the key's own policy (an alias is resolved first),
 * for alias operations also on the alias, and for the few without a key on `*`.
 */
export function kmsAccessNeeds(store: KeyStore, call: Call): AccessNeed[] {
  const { operation, input } = call
  const action = `kms:${operation}`
  const context = requestContext(store, operation, input)
  if (withoutKey.has(operation)) return [{ action, resource: '*', context: new Map(context) }]
  const alias = textIn(input['AliasName'])
  if (alias !== undefined && operation.endsWith('Alias')) return aliasNeeds(store, action, alias, input, context)
  if (operation === 'ListAliases') return [{ action, resource: '*', context: new Map(context) }]
  return [keyNeed(store, action, keyNamedBy(store, input), textIn(input['KeyId']) ?? '', context)]
}

const withoutKey = new Set(['CreateKey', 'ListKeys', 'GenerateRandom'])

type Entry = [string, readonly string[]]

function aliasNeeds(
  store: KeyStore,
  action: string,
  alias: string,
  input: JsonObject,
  context: readonly Entry[],
): AccessNeed[] {
  const target = textIn(input['TargetKeyId'])
  const ids = [target, store.aliases.get(alias)?.keyId].filter((id) => id !== undefined)
  return [
    { action, resource: aliasArn(store, alias), context: new Map(context) },
    ...ids.map((id) => keyNeed(store, action, store.find(id), id, context)),
  ]
}

/** For Decrypt without a key id, the ciphertext says which key; an id that names nothing yields undefined. */
function keyNamedBy(store: KeyStore, input: JsonObject): KmsKey | undefined {
  const id = textIn(input['KeyId'])
  if (id !== undefined) return store.find(id)
  const sealed = textIn(input['CiphertextBlob'])
  return sealed === undefined ? undefined : store.keys.get(keyIdIn(Buffer.from(sealed, 'base64')) ?? '')
}

function keyNeed(
  store: KeyStore,
  action: string,
  key: KmsKey | undefined,
  asked: string,
  context: readonly Entry[],
): AccessNeed {
  if (!key) {
    // An alias that points nowhere has no ARN to decide about; KMS says so before it speaks of permission.
    if (asked.includes('alias/')) throw keyNotFound(store, asked)
    const resource = asked.startsWith('arn:') ? asked : `arn:aws:kms:${store.region}:${store.accountId}:key/${asked}`
    return { action, resource, context: new Map(context) }
  }
  return { action, resource: key.arn, keyPolicy: key.policy, context: new Map([...context, ...keyContext(store, key)]) }
}

function keyContext(store: KeyStore, key: KmsKey): Entry[] {
  const aliases = [...store.aliases.values()].filter((alias) => alias.keyId === key.id).map((alias) => alias.name)
  return [
    ['kms:keyspec', [key.spec]],
    ['kms:customermasterkeyspec', [key.spec]],
    ['kms:keyusage', [key.usage]],
    ['kms:customermasterkeyusage', [key.usage]],
    ['kms:keyorigin', ['AWS_KMS']],
    ['kms:multiregion', ['false']],
    ...(aliases.length > 0 ? [['kms:resourcealiases', aliases] satisfies Entry] : []),
    ...[...key.tags].map(([name, value]): Entry => [`aws:resourcetag/${name.toLowerCase()}`, [value]]),
  ]
}

/** Operations whose requests carry an encryption algorithm, said or by default (KMS guide, kms:EncryptionAlgorithm). */
const encrypting = new Set(['Encrypt', 'Decrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'])
const signing = new Set(['Sign', 'Verify'])

function requestContext(store: KeyStore, operation: string, input: JsonObject): Entry[] {
  const entries: Entry[] = [['kms:calleraccount', [store.accountId]]]
  const say = (key: string, value: unknown): void => {
    if (value !== undefined) entries.push([key, [String(value)]])
  }
  if (signing.has(operation)) {
    say('kms:signingalgorithm', input['SigningAlgorithm'])
    say('kms:messagetype', input['MessageType'] ?? 'RAW')
  }
  if (encrypting.has(operation)) say('kms:encryptionalgorithm', input['EncryptionAlgorithm'] ?? 'SYMMETRIC_DEFAULT')
  say('kms:macalgorithm', input['MacAlgorithm'])
  say('kms:requestalias', requestAlias(store, input))
  if (operation === 'CreateKey') entries.push(...creationContext(input))
  if (operation === 'ScheduleKeyDeletion')
    say('kms:schedulekeydeletionpendingwindowindays', input['PendingWindowInDays'] ?? 30)
  say('kms:bypasspolicylockoutsafetycheck', input['BypassPolicyLockoutSafetyCheck'])
  return [...entries, ...encryptionContext(input), ...tagContext(input)]
}

/** Present only when the caller used an alias, in its name form. */
function requestAlias(store: KeyStore, input: JsonObject): string | undefined {
  const id = textIn(input['KeyId'])
  const root = `arn:aws:kms:${store.region}:${store.accountId}:`
  const name = id?.startsWith(root) ? id.slice(root.length) : id
  return name?.startsWith('alias/') ? name : undefined
}

const creationContext = (input: JsonObject): Entry[] => [
  ['kms:keyspec', [textIn(input['KeySpec']) ?? textIn(input['CustomerMasterKeySpec']) ?? 'SYMMETRIC_DEFAULT']],
  ['kms:keyusage', [textIn(input['KeyUsage']) ?? 'ENCRYPT_DECRYPT']],
  ['kms:keyorigin', [textIn(input['Origin']) ?? 'AWS_KMS']],
  ['kms:multiregion', [String(input['MultiRegion'] === true)]],
]

function encryptionContext(input: JsonObject): Entry[] {
  const pairs = Object.entries(objectIn(input['EncryptionContext']))
  if (pairs.length === 0) return []
  return [
    ['kms:encryptioncontextkeys', pairs.map(([name]) => name)],
    ...pairs.map(([name, value]): Entry => [`kms:encryptioncontext:${name.toLowerCase()}`, [String(value)]]),
  ]
}

function tagContext(input: JsonObject): Entry[] {
  const given = listIn(input['Tags']).map(objectIn)
  const names = [...given.map((tag) => textIn(tag['TagKey'])), ...listIn(input['TagKeys']).map(textIn)].filter(
    (name) => name !== undefined,
  )
  if (names.length === 0) return []
  return [
    ['aws:tagkeys', names],
    ...given.map((tag): Entry => [`aws:requesttag/${String(tag['TagKey']).toLowerCase()}`, [String(tag['TagValue'])]]),
  ]
}
