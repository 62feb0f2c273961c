import { DecryptCommand, InvalidCiphertextException, type KMSClient } from '@aws-sdk/client-kms'
import { Fault } from '../../../kernel/fault.ts'
import type { DecryptionKey } from '../../../ports/decryption-key.ts'
import { keyFault } from './keys.ts'

/** Decryption keys in KMS: current first, then previous. `keys` maps a service to their ARNs, newest first. */
export const decryptionKey = (kms: KMSClient, keys: Readonly<Record<string, readonly string[]>>): DecryptionKey => ({
  unwrap: async (service, encryptedKey) => {
    const arns = Object.hasOwn(keys, service) ? (keys[service] ?? []) : []
    if (arns.length === 0) throw new Fault('key-unavailable', 'no decryption key is configured for this service')
    for (const arn of arns) {
      const opened = await unwrapWith(kms, arn, encryptedKey)
      if (opened !== undefined) return opened
    }
    return undefined
  },
})

const unwrapWith = async (kms: KMSClient, arn: string, encryptedKey: Uint8Array): Promise<Uint8Array | undefined> => {
  try {
    const { Plaintext } = await kms.send(
      new DecryptCommand({ KeyId: arn, CiphertextBlob: encryptedKey, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }),
    )
    return Plaintext
  } catch (error) {
    // Not wrapped for this key: not a fault of KMS.
    if (error instanceof InvalidCiphertextException) return undefined
    throw keyFault(error)
  }
}
