import { createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand, type KMSClient } from '@aws-sdk/client-kms'
import * as z from 'zod'
import { flawOf } from '../../../domain/provider/published-key.ts'
import { Fault } from '../../../kernel/fault.ts'
import type { ClientPublicKeys, PublicJwk } from '../../../ports/client-key.ts'
import { keyFault, keyIdOf } from './keys.ts'

const rsaJwk = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() })

/**
 * Public halves never change, so one instance asks KMS once per key. What we would not believe of a provider we do not publish
 * of ourselves.
 */
export const clientPublicKeys = (
  kms: KMSClient,
  keys: Readonly<Record<string, string>>,
  algorithmOf: (service: string) => 'PS256' | 'RS256',
): ClientPublicKeys => {
  const read = async ([service, arn]: readonly [string, string]): Promise<PublicJwk> => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: arn }))
    const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' })
    const jwk = rsaJwk.parse(key.export({ format: 'jwk' }))
    const flaw = flawOf(jwk)
    if (flaw !== undefined) throw new Fault('key-unavailable', `the public key cannot be published: ${flaw}`)
    return { ...jwk, kid: keyIdOf(arn), alg: algorithmOf(service), use: 'sig' }
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
