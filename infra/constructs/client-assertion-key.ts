import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { signConditions } from '../iam-statements.ts'
import type { Lifetime } from '../lifetimes.ts'
import { project } from '../names.ts'
import type { KmsSigningAlgorithm } from '../signing-algorithms.ts'
import { doorRoleArns } from './door-roles.ts'
import { keyPolicy } from './key-policy.ts'

export interface ClientAssertionKeyProps {
  readonly stage: string
  readonly service: string
  readonly algorithms: readonly KmsSigningAlgorithm[]
  readonly lifetime: Lifetime
}

/**
 * The key with which one service proves itself to its identity provider (private_key_jwt, OIDC Core §9). RSA-2048: eSignet up
 * to 1.6 accepts nothing else. KMS does not rotate asymmetric keys, and eSignet holds one key per client id: rotation is a
 * second client id, docs/esignet.md.
 */
export class ClientAssertionKey extends Construct {
  readonly key: Key
  readonly algorithms: readonly KmsSigningAlgorithm[]

  constructor(scope: Construct, id: string, { stage, service, algorithms, lifetime }: ClientAssertionKeyProps) {
    super(scope, id)
    this.algorithms = algorithms
    this.key = new Key(this, 'Key', {
      alias: `${project}/${stage}/${service}/client-assertion`,
      description: `Signs the client assertions of ${service} (${stage})`,
      keySpec: KeySpec.RSA_2048,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: lifetime.removal,
      pendingWindow: lifetime.keyPendingWindow,
      policy: keyPolicy({
        actions: ['kms:Sign'],
        roleArns: doorRoleArns(this, stage, (rights) => rights.clientKeys.includes('kms:Sign')),
        equals: signConditions(algorithms),
      }),
    })
  }
}
