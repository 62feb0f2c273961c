import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Equals } from '../iam-statements.ts'

export interface KeyUse {
  readonly actions: readonly string[]
  /** Roles that may do it, by ARN; IAM must allow it as well. */
  readonly roleArns: readonly string[]
  readonly equals: Equals
}

/**
 * Key policy in two halves, so that whoever administers a key cannot use it and whoever uses it cannot administer it.
 *
 * Both halves name the account root as principal. In a key policy that means "IAM of this account decides", not "the root
 * user may": without it no IAM policy has any effect on the key, and a key nobody can administer cannot be recovered.
 * So administration is open to whom IAM gives it, but never includes a cryptographic operation; and use is delegated only
 * to the doors' own roles, by name, so that even an IAM policy with every permission does not sign.
 *
 * What a policy inside one account cannot do: stop an administrator who rewrites this very policy (kms:PutKeyPolicy) or
 * makes himself one of the roles. Both leave a CloudTrail event; a service control policy or a separate account would stop them.
 */
export function keyPolicy(use: KeyUse): PolicyDocument {
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'AdministerThroughIam',
        principals: [new AccountRootPrincipal()],
        actions: [...administration],
        resources: ['*'], // in a key policy: this key
      }),
      new PolicyStatement({
        sid: 'UseByDoorsOnly',
        principals: [new AccountRootPrincipal()],
        actions: [...use.actions],
        resources: ['*'],
        conditions: { StringEquals: { ...use.equals, 'aws:PrincipalArn': [...use.roleArns] } },
      }),
    ],
  })
}

/** Everything CloudFormation and an operator need, each by name. No kms:CreateGrant: a grant would hand out use past this policy. */
const administration = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:GetPublicKey',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
] as const
