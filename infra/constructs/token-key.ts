import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { signConditions, tokenAlgorithms } from '../iam-statements.ts'
import type { Lifetime } from '../lifetimes.ts'
import { project } from '../names.ts'
import { doorRoleArns } from './door-roles.ts'
import { keyPolicy } from './key-policy.ts'

export interface TokenKeyProps {
  readonly stage: string
  readonly lifetime: Lifetime
}

/**
 * Signs the access tokens of the platform (RFC 9068), one key per stage. RSA-2048 with PS256 and not P-256: every call at a
 * back-channel door verifies, few sign; RSA verifies faster, and KMS charges a fifth for its signature. Apart from the client
 * keys: who signs tokens for back ends must not be able to speak for a service at eSignet.
 */
export class TokenKey extends Construct {
  readonly key: Key

  constructor(scope: Construct, id: string, { stage, lifetime }: TokenKeyProps) {
    super(scope, id)
    this.key = new Key(this, 'Key', {
      alias: `${project}/${stage}/token`,
      description: `Signs the access tokens of back ends (${stage})`,
      keySpec: KeySpec.RSA_2048,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: lifetime.removal,
      pendingWindow: lifetime.keyPendingWindow,
      policy: keyPolicy({
        actions: ['kms:Sign'],
        roleArns: doorRoleArns(this, stage, ({ tokenKey }) => tokenKey.includes('kms:Sign')),
        equals: signConditions(tokenAlgorithms),
      }),
    })
  }
}
