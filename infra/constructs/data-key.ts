import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { subjectKeyConditions } from '../iam-statements.ts'
import type { Lifetime } from '../lifetimes.ts'
import { project } from '../names.ts'
import { doorRoleArns } from './door-roles.ts'
import { keyPolicy } from './key-policy.ts'

export interface DataKeyProps {
  readonly stage: string
  readonly lifetime: Lifetime
}

/** Wraps the data key of each subject. Yearly rotation by KMS; old wrappings stay readable. */
export class DataKey extends Construct {
  readonly key: Key

  constructor(scope: Construct, id: string, { stage, lifetime }: DataKeyProps) {
    super(scope, id)
    this.key = new Key(this, 'Key', {
      alias: `${project}/${stage}/data`,
      description: `Wraps the data keys of subjects (${stage})`,
      keySpec: KeySpec.SYMMETRIC_DEFAULT,
      keyUsage: KeyUsage.ENCRYPT_DECRYPT,
      enableKeyRotation: true,
      removalPolicy: lifetime.removal,
      pendingWindow: lifetime.keyPendingWindow,
      policy: keyPolicy({
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        roleArns: doorRoleArns(this, stage, ({ dataKey }) => dataKey.some((action) => action !== 'kms:DescribeKey')),
        equals: subjectKeyConditions,
      }),
    })
  }
}
