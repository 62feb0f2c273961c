import { DescribeKeyCommand, type EncryptionAlgorithmSpec, type KMSClient } from '@aws-sdk/client-kms'
import type { HealthCheck } from '../../../ports/health-checks.ts'
import { type ClientAlgorithm, signingAlgorithms } from './client-key.ts'

/** What a key must be able to do: a key of another kind can be enabled and useless. */
export type Purpose =
  | { readonly signs: ClientAlgorithm }
  | { readonly decrypts: Extract<EncryptionAlgorithmSpec, 'RSAES_OAEP_SHA_256' | 'SYMMETRIC_DEFAULT'> }

/** Whether a key is enabled and fit for its purpose, as KMS describes it; no signature is made to find out. */
export const keyHealth = (kms: KMSClient, name: string, arn: string, purpose: Purpose): HealthCheck => ({
  name,
  ask: async () => {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: arn }))
    if (KeyMetadata?.Enabled !== true) throw new Error('key is not enabled')
    const { KeyUsage, SigningAlgorithms = [], EncryptionAlgorithms = [] } = KeyMetadata
    const fit =
      'signs' in purpose
        ? KeyUsage === 'SIGN_VERIFY' && SigningAlgorithms.includes(signingAlgorithms[purpose.signs])
        : KeyUsage === 'ENCRYPT_DECRYPT' && EncryptionAlgorithms.includes(purpose.decrypts)
    if (!fit) throw new Error('key is of another kind')
  },
})
