import { createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand, type KMSClient } from '@aws-sdk/client-kms'
import { Sentence } from '../../build/sentence.mjs'
import type { Jwk } from './jwk.ts'

/** The public half of a key in KMS; `kid` is the KMS key id, which client assertions carry. @throws Sentence */
export const kmsPublicKey = async (kms: KMSClient, alias: string): Promise<Jwk> => {
  const { KeyId, PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: alias })).catch((error: unknown) => {
    throw new Sentence(`KMS does not give the public key ${alias}: ${reasonOf(error)}`)
  })
  if (KeyId === undefined || PublicKey === undefined) throw new Sentence(`KMS has no public key for ${alias}.`)
  const { kty, n, e } = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }).export({
    format: 'jwk',
  })
  return { kty, n, e, kid: KeyId.slice(KeyId.lastIndexOf('/') + 1) }
}

/** The name says enough; messages of an SDK may quote more than an operator wants on a screen. */
const reasonOf = (error: unknown): string => {
  const name = error instanceof Error ? error.name : 'unknown'
  const hints: Readonly<Record<string, string>> = {
    NotFoundException: 'there is no such alias in this account and region. Is the stage deployed, and its name right?',
    AccessDeniedException: 'these credentials may not (kms:GetPublicKey).',
    CredentialsProviderError: 'there are no AWS credentials in the environment.',
  }
  return hints[name] ?? (/region/i.test(String(error)) ? 'no region: set AWS_REGION.' : `${name}.`)
}
