import { KMSClient } from '@aws-sdk/client-kms'
import { Fault } from '../../../kernel/fault.ts'

/** One client per function instance; a browser waits, so a slow answer is a clear refusal. */
export const openKms = (): KMSClient =>
  new KMSClient({ maxAttempts: 3, requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 } })

/** Denied, disabled, throttled, unreachable: the key cannot be used. The error's name may be told, its message may not. */
export const keyFault = (error: unknown): Fault =>
  error instanceof Fault ? error : new Fault('key-unavailable', error instanceof Error ? error.name : 'unknown', error)

/** The key id inside a key ARN; it serves as `kid`. */
export const keyIdOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)
