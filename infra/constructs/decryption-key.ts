import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { decryptConditions } from '../iam-statements.ts'
import type { Lifetime } from '../lifetimes.ts'
import { decryptionKeyAlias, firstKey } from '../names.ts'
import { doorRoleArns } from './door-roles.ts'
import { keyPolicy } from './key-policy.ts'

export interface DecryptionKeyProps {
  readonly stage: string
  readonly service: string
  /** Told apart by it from other keys of the same service. */
  readonly name: string
  readonly lifetime: Lifetime
}

/**
 * The key to which a provider encrypts UserInfo for one service (OIDC Core §5.3.2). RSA of exactly 2048 bits: eSignet fails
 * with any other. Apart from the client assertion key, because one key never both signs and decrypts.
 */
export class DecryptionKey extends Construct {
  readonly key: Key

  constructor(scope: Construct, id: string, { stage, service, name, lifetime }: DecryptionKeyProps) {
    super(scope, id)
    this.key = new Key(this, 'Key', {
      alias: decryptionKeyAlias(stage, service, name),
      description: `Opens the UserInfo encrypted for ${service} (${[stage, ...(name === firstKey ? [] : [name])].join(', ')})`,
      keySpec: KeySpec.RSA_2048,
      keyUsage: KeyUsage.ENCRYPT_DECRYPT,
      removalPolicy: lifetime.removal,
      pendingWindow: lifetime.keyPendingWindow,
      policy: keyPolicy({
        actions: ['kms:Decrypt'],
        roleArns: doorRoleArns(this, stage, ({ decryptionKeys }) => decryptionKeys.includes('kms:Decrypt')),
        equals: decryptConditions,
      }),
    })
  }
}
