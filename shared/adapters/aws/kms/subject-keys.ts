import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import { keyIdOf } from '../../../domain/verified-claims/sealed-claims.ts'
import { Fault } from '../../../kernel/fault.ts'
import type { SubjectKeyIds, SubjectKeyring, SubjectKeys } from '../../../ports/subject-keys.ts'
import { type Store, storeFault } from '../dynamodb/store.ts'
import { keyFault } from './keys.ts'

const row = z.object({ wrapped: z.string() })

interface Places {
  readonly kms: KMSClient
  readonly store: Store
  readonly dataKeyArn: string
}

/** What a wrapped key belongs to; IAM allows the data key for this table only, and KMS refuses another subject's context. */
const contextOf = (subject: string) => ({ table: 'subject-keys', subject })

export const subjectKeys = (places: Places): SubjectKeys => ({
  keyFor: async (subject) => {
    const wrapped = await stored(places.store, subject)
    return wrapped === undefined ? generate(places, subject) : opened(places, subject, wrapped)
  },
})

export const subjectKeyring = (places: Places): SubjectKeyring => ({
  open: async (subject) => {
    const wrapped = await stored(places.store, subject)
    return wrapped === undefined ? undefined : opened(places, subject, wrapped)
  },
})

export const subjectKeyIds = (store: Store): SubjectKeyIds => ({
  current: async (subject) => {
    const wrapped = await stored(store, subject)
    return wrapped === undefined ? undefined : keyIdOf(wrapped)
  },
})

const opened = async (places: Places, subject: string, wrapped: string) => ({
  key: await unwrap(places, subject, wrapped),
  keyId: keyIdOf(wrapped),
})

const stored = async (store: Store, subject: string): Promise<string | undefined> => {
  try {
    const { Item } = await store.client.send(
      new GetItemCommand({
        TableName: store.tableName('subject-keys'),
        Key: marshall({ subject }),
        ConsistentRead: true,
      }),
    )
    return Item === undefined ? undefined : row.parse(unmarshall(Item)).wrapped
  } catch (error) {
    throw storeFault(error)
  }
}

const noKey = (): Fault => new Fault('key-unavailable', 'KMS answered without a key')

/** AES-256 and nothing shorter. */
const wholeKey = (key: Uint8Array | undefined): Uint8Array => {
  if (key?.length !== 32) throw noKey()
  return key
}

const generate = async ({ kms, dataKeyArn }: Places, subject: string) => {
  try {
    const { Plaintext, CiphertextBlob } = await kms.send(
      new GenerateDataKeyCommand({ KeyId: dataKeyArn, KeySpec: 'AES_256', EncryptionContext: contextOf(subject) }),
    )
    if (CiphertextBlob === undefined) throw noKey()
    const newlyWrapped = Buffer.from(CiphertextBlob).toString('base64url')
    return { key: wholeKey(Plaintext), keyId: keyIdOf(newlyWrapped), newlyWrapped }
  } catch (error) {
    throw keyFault(error)
  }
}

const unwrap = async ({ kms, dataKeyArn }: Places, subject: string, wrapped: string): Promise<Uint8Array> => {
  try {
    const { Plaintext } = await kms.send(
      new DecryptCommand({
        KeyId: dataKeyArn,
        CiphertextBlob: Buffer.from(wrapped, 'base64url'),
        EncryptionContext: contextOf(subject),
      }),
    )
    return wholeKey(Plaintext)
  } catch (error) {
    throw keyFault(error)
  }
}
