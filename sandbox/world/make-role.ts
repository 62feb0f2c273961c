import * as z from 'zod'
import type { Maker, ToMake } from '../assembly/deploy.ts'
import { listOf, objectOf, textOf } from '../assembly/json.ts'
import { UnknownInAssembly } from '../assembly/problems.ts'
import { generatedName } from './names.ts'
import type { Plan } from './plan.ts'

const document = z.record(z.string(), z.unknown())

const roleShape = z.object({
  RoleName: z.string().optional(),
  AssumeRolePolicyDocument: document,
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z.array(z.object({ PolicyDocument: document })).default([]),
  Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]),
})

const texts = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : listOf(value).map(textOf))

/** Services that a trust policy lets wear the role. A statement with a condition is not counted: nothing here could meet it. */
const trustedServices = (trust: Readonly<Record<string, unknown>>): readonly string[] =>
  listOf(trust['Statement'])
    .map(objectOf)
    .filter(
      ({ Effect, Action, Condition }) =>
        Effect === 'Allow' && texts(Action).includes('sts:AssumeRole') && Condition === undefined,
    )
    .flatMap(({ Principal }) => texts(objectOf(Principal)['Service']))

/** AWS-managed policies by ARN, as far as they are known here. */
const managedPolicies: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map([
  [
    'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: '*',
        },
      ],
    },
  ],
])

const managedPolicy = (resource: ToMake, arn: string): Readonly<Record<string, unknown>> => {
  const known = managedPolicies.get(arn)
  if (known !== undefined) return known
  const { stack, logicalId, path } = resource
  const what = `managed policy ${arn} is not known`
  throw new UnknownInAssembly([{ stack: stack.name, where: logicalId, what, ...(path === undefined ? {} : { path }) }])
}

/** `AWS::IAM::Role`: its policies decide what the function that wears it may do at the local AWS. */
export const roleMaker =
  (plan: Plan, accountId: string): Maker =>
  (resource) => {
    const role = roleShape.parse(resource.properties)
    const name = role.RoleName ?? generatedName(resource).slice(0, 64)
    const arn = `arn:aws:iam::${accountId}:role/${name}`
    plan.roles.set(name, {
      name,
      arn,
      policies: [
        ...role.Policies.map(({ PolicyDocument }) => PolicyDocument),
        ...role.ManagedPolicyArns.map((managed) => managedPolicy(resource, managed)),
      ],
      trusted: trustedServices(role.AssumeRolePolicyDocument),
      tags: Object.fromEntries(role.Tags.map(({ Key, Value }) => [Key, Value])),
    })
    return { ref: name, attributes: { Arn: arn, RoleId: name } }
  }

const policyShape = z.object({ PolicyDocument: document, Roles: z.array(z.string()).default([]) })

/** `AWS::IAM::Policy`: attached to roles that were made before it. */
export const policyMaker =
  (plan: Plan): Maker =>
  (resource) => {
    const { PolicyDocument, Roles } = policyShape.parse(resource.properties)
    for (const name of Roles) plan.roles.get(name)?.policies.push(PolicyDocument)
    return { ref: resource.logicalId, attributes: {} }
  }
