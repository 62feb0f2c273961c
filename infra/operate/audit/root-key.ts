import { createPublicKey, verify } from 'node:crypto'
import { GetPublicKeyCommand, type KMSClient } from '@aws-sdk/client-kms'
import { type Root, rootText } from '../../../shared/domain/audit/root.ts'
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts'
import { sha256 } from '../../../shared/kernel/sha256.ts'
import { Sentence } from '../../build/sentence.mjs'
import { auditRootKeyAlias } from '../../names.ts'
import { isObject, textIn } from '../json.ts'

/** The public half of the key that signs the roots (RFC 7518 §6.2). */
export interface RootJwk {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
  readonly kid: string
}

/** Exactly such a key, each coordinate in its one spelling; `undefined` for anything else. */
export const rootJwkIn = (value: unknown): RootJwk | undefined => {
  if (!isObject(value) || Object.keys(value).length !== 5) return undefined
  const [kty, crv, x, y, kid] = ['kty', 'crv', 'x', 'y', 'kid'].map((name) => textIn(value, name))
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined || kid === undefined) return undefined
  return [x, y].every((one) => isCanonical(one, 32)) ? { kty, crv, x, y, kid } : undefined
}

/** RFC 7638: what an auditor compares, or has in writing. */
export const thumbprintOf = ({ kty, crv, x, y }: RootJwk): string => sha256(canonicalJson({ kty, crv, x, y }))

/** base64url lets the last letter be spelled in several ways; here one byte changed is a change. */
const isCanonical = (text: string, bytes?: number): boolean => {
  const read = Buffer.from(text, 'base64url')
  return read.toString('base64url') === text && (bytes === undefined || read.length === bytes)
}

export const isSignedWith =
  (jwk: RootJwk) =>
  (root: Root): boolean => {
    if (!isCanonical(root.signature)) return false
    const { kty, crv, x, y } = jwk
    try {
      const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' })
      return verify(
        'sha256',
        Buffer.from(rootText(root)),
        { key, dsaEncoding: 'der' },
        Buffer.from(root.signature, 'base64url'),
      )
    } catch {
      return false
    }
  }

/** @throws Sentence when KMS does not give it */
export const rootKeyOfStage = async (kms: KMSClient, stage: string): Promise<RootJwk> => {
  const alias = auditRootKeyAlias(stage)
  const { KeyId = '', PublicKey } = await kms
    .send(new GetPublicKeyCommand({ KeyId: alias }))
    .catch((error: unknown) => {
      throw new Sentence(
        `KMS does not give the public key ${alias}: ${error instanceof Error ? error.name : 'unknown'}.`,
      )
    })
  const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' })
  const jwk = rootJwkIn({ ...key.export({ format: 'jwk' }), kid: KeyId.slice(KeyId.lastIndexOf('/') + 1) })
  if (jwk === undefined) throw new Sentence(`The key ${alias} is not on the curve P-256.`)
  return jwk
}
