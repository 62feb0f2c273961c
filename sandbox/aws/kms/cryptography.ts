import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { WireError } from '../wire/wire-error.ts'
import { encryptionOperations } from './encryption-operations.ts'
import { macOperations } from './mac-operations.ts'
import type { Operation } from './operation.ts'
import { read } from './request-shapes.ts'
import { signingOperations } from './signing-operations.ts'

const generateRandom: Operation = (_store, input) => {
  const request = read(z.object({ NumberOfBytes: z.int().min(1).max(1024) }), input)
  return { Plaintext: randomBytes(request.NumberOfBytes).toString('base64') }
}

/** `DryRun` (KMS API): everything is checked, nothing is returned, and success is an exception of its own. */
const canDryRun =
  (operation: Operation): Operation =>
  async (store, input) => {
    const answer = await operation(store, input)
    if (input['DryRun'] === true)
      throw new WireError(
        'DryRunOperationException',
        'The request would have succeeded, but the DryRun option is set to true.',
        412,
      )
    return answer
  }

const { GetPublicKey, ...signing } = signingOperations
const withKeys = { ...signing, ...encryptionOperations, ...macOperations }

export const cryptography: Readonly<Record<string, Operation>> = {
  ...Object.fromEntries(Object.entries(withKeys).map(([name, operation]) => [name, canDryRun(operation)])),
  GetPublicKey,
  GenerateRandom: generateRandom,
}
