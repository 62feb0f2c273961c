import { createHash } from 'node:crypto'
import { type KMSClient, SignCommand, type SigningAlgorithmSpec } from '@aws-sdk/client-kms'
import { Fault } from '../../../kernel/fault.ts'
import type { ClientKey } from '../../../ports/client-key.ts'
import { keyFault, keyIdOf } from './keys.ts'

/** JWA names (RFC 7518 §3.1) as KMS calls them. */
export const signingAlgorithms = {
  PS256: 'RSASSA_PSS_SHA_256',
  RS256: 'RSASSA_PKCS1_V1_5_SHA_256',
} as const satisfies Record<string, SigningAlgorithmSpec>

export type ClientAlgorithm = keyof typeof signingAlgorithms

/** A signature of RSA is as long as its modulus (RFC 8017 §8): 2048, 3072 or 4096 bits. One in DER, or of ECDSA, is not. */
const lengths = [256, 384, 512]

/** Client keys in KMS, one per service. The message never leaves: KMS is sent its SHA-256 digest, and IAM allows nothing else. */
export const clientKey = (kms: KMSClient, keys: Readonly<Record<string, string>>): ClientKey => {
  const arnOf = (service: string): string => {
    const arn = Object.hasOwn(keys, service) ? keys[service] : undefined
    if (arn === undefined) throw new Fault('key-unavailable', 'no client key is configured for this service')
    return arn
  }
  return {
    keyId: (service) => keyIdOf(arnOf(service)),
    sign: async (service, algorithm, signingInput) => {
      try {
        const { Signature } = await kms.send(
          new SignCommand({
            KeyId: arnOf(service),
            SigningAlgorithm: signingAlgorithms[algorithm],
            MessageType: 'DIGEST',
            Message: createHash('sha256').update(signingInput, 'ascii').digest(),
          }),
        )
        if (!lengths.includes(Signature?.length ?? 0) || Signature === undefined)
          throw new Fault('key-unavailable', 'KMS answered without a signature')
        return Buffer.from(Signature).toString('base64url')
      } catch (error) {
        throw keyFault(error)
      }
    },
  }
}
