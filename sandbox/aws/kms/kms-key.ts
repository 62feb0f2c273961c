import type { KeyObject } from 'node:crypto'
import type { Policy } from '../iam/policy.ts'
import { WireError } from '../wire/wire-error.ts'
import { algorithmsOf, type KeyUsage } from './key-spec.ts'

export type Material =
  | { readonly kind: 'secret'; readonly bytes: Buffer }
  | { readonly kind: 'pair'; readonly privateKey: KeyObject; readonly publicKey: KeyObject }

export interface KmsKey {
  readonly id: string
  readonly arn: string
  readonly spec: string
  readonly usage: KeyUsage
  readonly material: Material
  /** Epoch seconds. */
  readonly createdAt: number
  description: string
  state: 'Enabled' | 'Disabled' | 'PendingDeletion'
  /** Epoch seconds; only while the deletion is pending. */
  deletionDate?: number
  pendingWindowInDays?: number
  rotation: boolean
  policyText: string
  policy: Policy
  tags: ReadonlyMap<string, string>
}

/** Key states that refuse cryptography: DisabledException and KMSInvalidStateException (KMS guide, "Key states"). */
export function mustBeEnabled(key: KmsKey): void {
  if (key.state === 'Disabled') throw new WireError('DisabledException', `${key.arn} is disabled.`)
  mustNotBePendingDeletion(key)
}

export function mustNotBePendingDeletion(key: KmsKey): void {
  if (key.state === 'PendingDeletion')
    throw new WireError('KMSInvalidStateException', `${key.arn} is pending deletion.`)
}

/** The key is for this use, and the algorithm is one of its spec; else InvalidKeyUsageException. */
export function mustServe(key: KmsKey, usage: KeyUsage, operation: string, algorithm: string): void {
  if (key.usage !== usage)
    throw new WireError(
      'InvalidKeyUsageException',
      `${key.arn} key usage is ${key.usage} which is not valid for ${operation}.`,
    )
  if (!algorithmsOf(key.spec, usage).includes(algorithm))
    throw new WireError('InvalidKeyUsageException', `Algorithm ${algorithm} is incompatible with key spec ${key.spec}.`)
}

export type Pair = Extract<Material, { kind: 'pair' }>

/** The pair of an asymmetric key. */
export function pairIn(key: KmsKey): Pair {
  if (key.material.kind === 'pair') return key.material
  throw new WireError('UnsupportedOperationException', `${key.arn} is not an asymmetric key.`)
}

/** The secret of a symmetric key. */
export function secretIn(key: KmsKey): Buffer {
  if (key.material.kind === 'secret') return key.material.bytes
  throw new WireError('InvalidKeyUsageException', `${key.arn} is not a symmetric key.`)
}
