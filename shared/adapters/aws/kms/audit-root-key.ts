import { createHash } from 'node:crypto'
import { type KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { Fault } from '../../../kernel/fault.ts'
import type { AuditRootKey } from '../../../ports/audit-seals.ts'
import { keyFault, keyIdOf } from './keys.ts'

/** KMS is sent the digest, and IAM allows nothing else. */
export const auditRootKey = (kms: KMSClient, arn: string): AuditRootKey => ({
  keyId: () => keyIdOf(arn),
  sign: async (text) => {
    try {
      const { Signature } = await kms.send(
        new SignCommand({
          KeyId: arn,
          SigningAlgorithm: 'ECDSA_SHA_256',
          MessageType: 'DIGEST',
          Message: createHash('sha256').update(text, 'utf8').digest(),
        }),
      )
      if (Signature === undefined) throw new Fault('key-unavailable', 'KMS answered without a signature')
      return Buffer.from(Signature).toString('base64url')
    } catch (error) {
      throw keyFault(error)
    }
  },
})
