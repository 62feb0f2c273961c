import { anything, type KnownType, list, object, tags } from './shape.ts'

export const iam: Readonly<Record<string, KnownType>> = {
  'AWS::IAM::Role': {
    properties: {
      RoleName: anything,
      Description: anything,
      AssumeRolePolicyDocument: anything,
      ManagedPolicyArns: list(anything),
      Policies: list(object({ PolicyName: anything, PolicyDocument: anything })),
      MaxSessionDuration: anything,
      Tags: tags,
    },
    attributes: ['Arn', 'RoleId'],
    here: 'acted-out',
  },
  'AWS::IAM::Policy': {
    properties: { PolicyName: anything, PolicyDocument: anything, Roles: list(anything) },
    attributes: [],
    here: 'acted-out',
  },
}
