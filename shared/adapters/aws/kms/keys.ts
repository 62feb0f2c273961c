import { KMSClient } from '@aws-sdk/client-kms'
import { Fault } from '../../../kernel/fault.ts'
import { patience } from '../patience.ts'

/** One client per function instance. */
export const openKms = (): KMSClient => new KMSClient(patience)

/** Denied, disabled, throttled, unreachable: the key cannot be used. The error's name may be told, its message may not. */
export const keyFault = (error: unknown): Fault =>
  error instanceof Fault ? error : new Fault('key-unavailable', error instanceof Error ? error.name : 'unknown', error)

/** The key id inside a key ARN; it serves as `kid`. */
export const keyIdOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)
