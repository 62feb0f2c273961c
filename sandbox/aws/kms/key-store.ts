import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { parsePolicy } from '../iam/policy-document.ts'
import { WireError } from '../wire/wire-error.ts'
import { exportMaterial, importMaterial } from './key-material.ts'
import type { KmsKey } from './kms-key.ts'

export interface Alias {
  /** `alias/…` */
  readonly name: string
  readonly keyId: string
  /** Epoch seconds. */
  readonly createdAt: number
}

export interface KeyStore {
  readonly keys: Map<string, KmsKey>
  readonly aliases: Map<string, Alias>
  readonly accountId: string
  readonly region: string
  /** A key by id, ARN, alias name or alias ARN; undefined when there is none. */
  find(keyId: string): KmsKey | undefined
  /** Writes everything to the file, when there is one. Called after every change. */
  save(): void
}

const savedKey = z.strictObject({
  id: z.string(),
  arn: z.string(),
  spec: z.string(),
  usage: z.enum(['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC']),
  material: z.string(),
  createdAt: z.number(),
  description: z.string(),
  state: z.enum(['Enabled', 'Disabled', 'PendingDeletion']),
  deletionDate: z.number().optional(),
  pendingWindowInDays: z.number().optional(),
  rotation: z.boolean(),
  policyText: z.string(),
  tags: z.array(z.tuple([z.string(), z.string()])),
})

const savedStore = z.strictObject({
  keys: z.array(savedKey),
  aliases: z.array(z.strictObject({ name: z.string(), keyId: z.string(), createdAt: z.number() })),
})

/**
 * The keys of one account and region. Without a file they live and die with the process; with one (mode 0600, replaced
 * whole) they come back at the next start.
 */
export function openKeyStore(accountId: string, region: string, file: string | undefined): KeyStore {
  const keys = new Map<string, KmsKey>()
  const aliases = new Map<string, Alias>()
  const root = `arn:aws:kms:${region}:${accountId}:`
  if (file) load(file, keys, aliases)
  return {
    keys,
    aliases,
    accountId,
    region,
    find(keyId) {
      const name = keyId.startsWith(root) ? keyId.slice(root.length) : keyId
      if (name.startsWith('alias/')) return keys.get(aliases.get(name)?.keyId ?? '')
      return keys.get(keyId.startsWith(root) ? name.replace(/^key\//, '') : keyId)
    },
    save() {
      if (file) save(file, keys, aliases)
    },
  }
}

export const keyNotFound = (store: KeyStore, keyId: string): WireError => {
  const what = keyId.includes('alias/') ? 'Alias' : 'Key'
  const arn = keyId.startsWith('arn:')
    ? keyId
    : `arn:aws:kms:${store.region}:${store.accountId}:${what === 'Key' ? `key/${keyId}` : keyId}`
  return new WireError(
    'NotFoundException',
    `${what} ${what === 'Key' ? `'${arn}' does not exist` : `${arn} is not found.`}`,
  )
}

function load(file: string, keys: Map<string, KmsKey>, aliases: Map<string, Alias>): void {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    // No file yet: the first start with this directory.
    return
  }
  const saved = savedStore.parse(JSON.parse(text))
  for (const key of saved.keys) {
    const { deletionDate, pendingWindowInDays, ...rest } = key
    keys.set(key.id, {
      ...rest,
      ...(deletionDate === undefined ? {} : { deletionDate }),
      ...(pendingWindowInDays === undefined ? {} : { pendingWindowInDays }),
      material: importMaterial(key.spec, key.material),
      policy: parsePolicy(key.arn, JSON.parse(key.policyText), 'key'),
      tags: new Map(key.tags),
    })
  }
  for (const alias of saved.aliases) aliases.set(alias.name, alias)
}

function save(file: string, keys: Map<string, KmsKey>, aliases: Map<string, Alias>): void {
  const saved = {
    keys: [...keys.values()].map(({ policy: _policy, ...key }) => ({
      ...key,
      material: exportMaterial(key.material),
      tags: [...key.tags],
    })),
    aliases: [...aliases.values()],
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const next = `${file}.next`
  writeFileSync(next, JSON.stringify(saved), { mode: 0o600 })
  renameSync(next, file)
}
