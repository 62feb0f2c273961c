import { type Policy, PolicyRefusedError } from '../iam/policy.ts'
import { parsePolicy } from '../iam/policy-document.ts'
import { WireError } from '../wire/wire-error.ts'

/** What KMS writes when no policy is given: the account decides by its IAM policies. */
export const defaultPolicy = (accountId: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${accountId}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  })

/** @throws WireError MalformedPolicyDocumentException, listing what the policy says that is not understood */
export function policyFrom(arn: string, text: string): Policy {
  try {
    return parsePolicy(`of ${arn}`, JSON.parse(text), 'key')
  } catch (error) {
    if (error instanceof PolicyRefusedError || error instanceof SyntaxError)
      throw new WireError('MalformedPolicyDocumentException', error.message)
    throw error
  }
}
