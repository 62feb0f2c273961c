import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { auditRootConditions } from '../iam-statements.ts'
import type { Lifetime } from '../lifetimes.ts'
import { auditRootKeyAlias } from '../names.ts'
import { doorRoleArns } from './door-roles.ts'
import { keyPolicy } from './key-policy.ts'

export interface AuditRootKeyProps {
  readonly stage: string
  readonly lifetime: Lifetime
}

/**
 * Signs the root of each day of the audit trail. Apart from every other key: no token and no client assertion can come of it.
 * Never rotated: an old root must stay verifiable, and one signature a day wears no key out.
 */
export class AuditRootKey extends Construct {
  readonly key: Key

  constructor(scope: Construct, id: string, { stage, lifetime }: AuditRootKeyProps) {
    super(scope, id)
    this.key = new Key(this, 'Key', {
      alias: auditRootKeyAlias(stage).replace('alias/', ''),
      description: `Signs the daily roots of the audit trail (${stage})`,
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: lifetime.removal,
      pendingWindow: lifetime.keyPendingWindow,
      policy: keyPolicy({
        actions: ['kms:Sign'],
        roleArns: doorRoleArns(this, stage, ({ auditRootKey }) => auditRootKey.includes('kms:Sign')),
        equals: auditRootConditions,
      }),
    })
  }
}
