import type { WantedFault } from '../world/controls.ts'

/** One way for each error of the service, at the same place. */
export const eachError = (
  errors: readonly string[],
  fails: (error: string) => readonly WantedFault[],
): Readonly<Record<string, readonly WantedFault[]>> => Object.fromEntries(errors.map((error) => [error, fails(error)]))

/** Too busy, broken, not allowed, away, or locked: what DynamoDB answers while nobody can reach what is in a table. */
export const storeErrors = [
  'ThrottlingException',
  'InternalServerError',
  'AccessDeniedException',
  'ResourceNotFoundException',
  'KMSDisabledException',
] as const

/** The same of KMS, and what it answers about a key that is disabled, on its way to be deleted, gone, or of another kind. */
export const keyErrors = [
  'ThrottlingException',
  'DisabledException',
  'KMSInvalidStateException',
  'NotFoundException',
  'DependencyTimeoutException',
  'KMSInternalException',
  'InvalidKeyUsageException',
  'AccessDeniedException',
] as const
