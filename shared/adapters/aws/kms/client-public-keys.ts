import { createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand, type KMSClient } from '@aws-sdk/client-kms'
import * as z from 'zod'
import type { ClientPublicKeys, PublicJwk } from '../../../ports/client-key.ts'
import { keyFault, keyIdOf } from './keys.ts'

const rsaJwk = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() })

/** Public halves never change, so one instance asks KMS once per key. */
export const clientPublicKeys = (
  kms: KMSClient,
  keys: Readonly<Record<string, string>>,
  algorithmOf: (service: string) => 'PS256' | 'RS256',
): ClientPublicKeys => {
  const read = async ([service, arn]: readonly [string, string]): Promise<PublicJwk> => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: arn }))
    const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' })
    return { ...rsaJwk.parse(key.export({ format: 'jwk' })), kid: keyIdOf(arn), alg: algorithmOf(service), use: 'sig' }
  }
  let known: Promise<readonly PublicJwk[]> | undefined
  return {
    all: async () => {
      known ??= Promise.all(
        Object.entries(keys)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(read),
      )
      try {
        return await known
      } catch (error) {
        known = undefined
        throw keyFault(error)
      }
    },
  }
}
