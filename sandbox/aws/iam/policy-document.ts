import * as z from 'zod'
import { isKnownConditionKey, isManyValued } from './condition-keys.ts'
import { arnParts } from './pattern.ts'
import type { Condition, Operator, Patterns, Policy, PolicyPrincipal, Statement } from './policy.ts'
import { PolicyRefusedError } from './policy.ts'
import { variablesIn } from './variables.ts'

/** An IAM policy document as JSON, as CDK synthesises it and KMS stores it. Its shape is checked by `parsePolicy`. */
export type PolicyDocument = Readonly<Record<string, unknown>>

const texts = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)])
const scalar = z.union([z.string(), z.boolean(), z.number()]).transform(String)
const scalars = z.union([scalar.transform((one) => [one]), z.array(scalar).min(1)])

const statementShape = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.union([z.literal('*'), z.record(z.string(), texts)]).optional(),
  Action: texts.optional(),
  NotAction: texts.optional(),
  Resource: texts.optional(),
  NotResource: texts.optional(),
  Condition: z.record(z.string(), z.record(z.string(), scalars)).optional(),
})
type RawStatement = z.infer<typeof statementShape>

const documentShape = z.strictObject({
  Version: z.literal('2012-10-17'),
  Id: z.string().optional(),
  Statement: z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(statementShape)),
})

/**
 * Reads a policy document completely or not at all.
 *
 * @param name what to call the policy in the refusal
 * @param kind `identity` for a policy of a role, `key` for the policy of a KMS key (there, every statement names principals)
 * @throws PolicyRefusedError listing everything that is not understood: unknown elements, operators, condition keys, principals
 */
export function parsePolicy(name: string, document: unknown, kind: Policy['kind']): Policy {
  const read = documentShape.safeParse(document)
  if (!read.success) throw new PolicyRefusedError(name, read.error.issues.map(describe))
  const reasons: string[] = []
  const statements = read.data.Statement.map((raw, index): Statement => {
    const where = raw.Sid ? `statement "${raw.Sid}"` : `statement ${index}`
    return readStatement(raw, kind, (reason) => reasons.push(`${where}: ${reason}`))
  })
  if (reasons.length > 0) throw new PolicyRefusedError(name, reasons)
  return { kind, statements }
}

type Complain = (reason: string) => void

const describe = (issue: z.core.$ZodIssue): string => `${issue.path.join('.') || 'document'}: ${issue.message}`

function readStatement(raw: RawStatement, kind: Policy['kind'], complain: Complain): Statement {
  const actions = eitherOr(raw.Action, raw.NotAction, 'Action', complain)
  const resources = eitherOr(raw.Resource, raw.NotResource, 'Resource', complain)
  for (const action of actions.patterns) checkAction(action, complain)
  for (const resource of resources.patterns) checkResource(resource, complain)
  for (const text of resources.patterns) checkVariables(text, complain)
  return {
    ...(raw.Sid === undefined ? {} : { sid: raw.Sid }),
    effect: raw.Effect,
    principals: readPrincipals(raw, kind, complain),
    actions,
    resources,
    conditions: readConditions(raw, actions, complain),
  }
}

function eitherOr(
  plain: string[] | undefined,
  negated: string[] | undefined,
  element: string,
  complain: Complain,
): Patterns {
  if (plain && negated) complain(`has both ${element} and Not${element}`)
  if (!plain && !negated) complain(`has neither ${element} nor Not${element}`)
  return { negated: plain === undefined, patterns: plain ?? negated ?? [] }
}

function checkAction(action: string, complain: Complain): void {
  if (action !== '*' && !/^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/.test(action))
    complain(`action "${action}" is not service:Name`)
}

function checkResource(resource: string, complain: Complain): void {
  if (resource !== '*' && !arnParts(resource)) complain(`resource "${resource}" is neither * nor an ARN of six parts`)
}

function checkVariables(text: string, complain: Complain): void {
  for (const name of variablesIn(text)) {
    if (!isKnownConditionKey(name)) complain(`policy variable \${${name}} is not known here`)
    if (isManyValued(name)) complain(`policy variable \${${name}} has many values`)
  }
}

function readPrincipals(raw: RawStatement, kind: Policy['kind'], complain: Complain): PolicyPrincipal[] {
  if (kind === 'identity') {
    if (raw.Principal !== undefined) complain('has a Principal, which a policy of an identity may not have')
    return []
  }
  if (raw.Principal === undefined) {
    complain('has no Principal, which a key policy must have')
    return []
  }
  if (raw.Principal === '*') return [{ kind: 'everyone' }]
  return Object.entries(raw.Principal).flatMap(([type, names]) =>
    names.flatMap((each) => readPrincipal(type, each, complain)),
  )
}

function readPrincipal(type: string, name: string, complain: Complain): PolicyPrincipal[] {
  if (type === 'Service') return [{ kind: 'service', service: name }]
  if (type === 'AWS' && name === '*') return [{ kind: 'everyone' }]
  if (type === 'AWS' && /^\d{12}$/.test(name)) return [{ kind: 'account', accountId: name }]
  const parts = type === 'AWS' ? arnParts(name) : undefined
  if (parts?.[5] === 'root') return [{ kind: 'account', accountId: parts[4] ?? '' }]
  if (parts && !name.includes('*')) return [{ kind: 'arn', arn: name }]
  complain(`principal ${type} "${name}" is not understood`)
  return []
}

function readConditions(raw: RawStatement, actions: Patterns, complain: Complain): Condition[] {
  return Object.entries(raw.Condition ?? {}).flatMap(([operator, keys]) => {
    const read = readOperator(operator)
    if (!read) {
      complain(`condition operator "${operator}" is not understood`)
      return []
    }
    return Object.entries(keys).map(([key, values]) => {
      checkConditionKey(key, actions, complain)
      if (isManyValued(key) && !read.quantifier && read.operator !== 'Null')
        complain(`condition key "${key}" has many values and needs ForAllValues: or ForAnyValue:`)
      for (const value of values) checkValue(read.operator, value, complain)
      return { ...read, key: key.toLowerCase(), values }
    })
  })
}

/** A key of a service that is not served here is harmless only in a statement that can never speak of a service that is. */
function checkConditionKey(key: string, actions: Patterns, complain: Complain): void {
  if (isKnownConditionKey(key)) return
  const service = key.split(':')[0]?.toLowerCase()
  const foreign =
    service !== 'aws' &&
    !actions.negated &&
    actions.patterns.every((action) => !action.startsWith('*') && !/^(kms|dynamodb):/i.test(action))
  if (!foreign) complain(`condition key "${key}" is not known here`)
}

function checkValue(operator: Operator, value: string, complain: Complain): void {
  checkVariables(value, complain)
  if ((operator === 'Null' || operator === 'Bool') && !/^(true|false)$/i.test(value))
    complain(`${operator} wants true or false, not "${value}"`)
  if (operator.startsWith('Numeric') && !Number.isFinite(Number(value)))
    complain(`${operator} wants a number, not "${value}"`)
  if (operator.startsWith('Date') && !/^\d+$/.test(value) && Number.isNaN(Date.parse(value)))
    complain(`${operator} wants a date, not "${value}"`)
}

const operators: ReadonlyMap<string, Operator> = new Map(
  (
    [
      'StringEquals',
      'StringNotEquals',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
      'StringLike',
      'StringNotLike',
      'ArnEquals',
      'ArnNotEquals',
      'ArnLike',
      'ArnNotLike',
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
      'DateEquals',
      'DateNotEquals',
      'DateLessThan',
      'DateLessThanEquals',
      'DateGreaterThan',
      'DateGreaterThanEquals',
      'Bool',
      'Null',
    ] satisfies Operator[]
  ).map((name) => [name, name]),
)

function readOperator(text: string): Pick<Condition, 'operator' | 'quantifier' | 'ifExists'> | undefined {
  const found = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(text)
  const operator = operators.get(found?.[2] ?? '')
  const ifExists = found?.[3] !== undefined
  if (!operator || (operator === 'Null' && ifExists)) return undefined
  if (found?.[1] === undefined) return { operator, ifExists }
  return { operator, ifExists, quantifier: found[1] === 'ForAllValues' ? 'all' : 'any' }
}
