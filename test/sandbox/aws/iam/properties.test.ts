import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../../../../sandbox/aws/iam/evaluate.ts'
import type { AccessRequest } from '../../../../sandbox/aws/iam/policy.ts'
import { parsePolicy } from '../../../../sandbox/aws/iam/policy-document.ts'
import { accountId, policy, type StatementJson, variable } from '../world.ts'

const actions = ['kms:Sign', 'kms:Verify', 'kms:Decrypt', 'dynamodb:GetItem', 'dynamodb:PutItem']
const resources = ['key/1', 'key/2', 'table/a', 'table/b'].map((name) => `arn:aws:kms:ap-south-1:${accountId}:${name}`)

const someAction = fc.constantFrom(...actions, 'kms:*', 'dynamodb:*Item', '*', 'KMS:s*')
const someResource = fc.constantFrom(...resources, '*', `arn:aws:kms:*:${accountId}:key/*`, `arn:aws:kms:*:*:table/?`)
const someCondition = fc.constantFrom<(object | undefined)[]>(
  undefined,
  { StringEquals: { 'kms:MessageType': 'DIGEST' } },
  { StringNotEquals: { 'kms:MessageType': 'RAW' } },
  { StringEqualsIfExists: { 'kms:SigningAlgorithm': 'PSS' } },
  { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': `${variable('aws:PrincipalTag/service')}#*` } },
  { 'ForAnyValue:StringEquals': { 'dynamodb:LeadingKeys': 'visa#1' } },
  { Null: { 'dynamodb:LeadingKeys': 'false' } },
)

const statement = (effect: 'Allow' | 'Deny'): fc.Arbitrary<StatementJson> =>
  fc
    .record({
      action: fc.array(someAction, { minLength: 1, maxLength: 3 }),
      notAction: fc.boolean(),
      resource: fc.array(someResource, { minLength: 1, maxLength: 2 }),
      notResource: fc.boolean(),
      condition: someCondition,
    })
    .map((made) => ({
      Effect: effect,
      [made.notAction ? 'NotAction' : 'Action']: made.action,
      [made.notResource ? 'NotResource' : 'Resource']: made.resource,
      ...(made.condition ? { Condition: made.condition } : {}),
    }))

const anyStatement = fc.oneof(statement('Allow'), statement('Deny'))

const optional = (key: string, values: string[]): fc.Arbitrary<[string, string[]][]> =>
  fc.subarray(values, { maxLength: 1 }).map((chosen) => (chosen.length === 0 ? [] : [[key, chosen]]))

const request: fc.Arbitrary<AccessRequest> = fc
  .tuple(
    fc.constantFrom(...actions),
    fc.constantFrom(...resources),
    optional('kms:messagetype', ['RAW', 'DIGEST']),
    optional('kms:signingalgorithm', ['PSS', 'PKCS1']),
    optional('dynamodb:leadingkeys', ['visa#1', 'bank#1']),
    optional('aws:principaltag/service', ['visa', 'bank', '*']),
  )
  .map(([action, resource, ...context]) => ({
    caller: { roleArn: 'arn:aws:iam::1:role/r', sessionArn: 'arn:aws:sts::1:assumed-role/r/r', accountId },
    action,
    resource,
    context: new Map(context.flat()),
  }))

const decide = (asked: AccessRequest, statements: readonly StatementJson[]) =>
  evaluate(asked, [parsePolicy('any', policy(...statements), 'identity')])

test('an explicit deny of everything wins over any policy', () => {
  const denyAll = { Effect: 'Deny', Action: '*', Resource: '*' }
  fc.assert(
    fc.property(fc.array(anyStatement), request, fc.nat(), (statements, asked, at) => {
      const place = at % (statements.length + 1)
      const verdict = decide(asked, [...statements.slice(0, place), denyAll, ...statements.slice(place)])
      expect(verdict).toMatchObject({ allowed: false, why: 'explicit-deny' })
    }),
  )
})

test('adding an Allow never takes away what was allowed; adding a Deny never gives', () => {
  fc.assert(
    fc.property(fc.array(anyStatement), statement('Allow'), statement('Deny'), request, (before, more, less, asked) => {
      const was = decide(asked, before).allowed
      if (was) expect(decide(asked, [...before, more]).allowed).toBe(true)
      if (!was) expect(decide(asked, [...before, less]).allowed).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('the order of statements, and their spread over policies, do not matter', () => {
  fc.assert(
    fc.property(fc.array(anyStatement, { maxLength: 5 }), request, (statements, asked) => {
      const together = decide(asked, statements)
      const reversed = decide(asked, [...statements].reverse())
      const apart = evaluate(
        asked,
        statements.map((each) => parsePolicy('one', policy(each), 'identity')),
      )
      expect([reversed, apart]).toEqual([together, together])
    }),
  )
})

test('no Allow, no access', () => {
  fc.assert(
    fc.property(fc.array(statement('Deny')), request, (statements, asked) => {
      expect(decide(asked, statements).allowed).toBe(false)
    }),
  )
})

test('any element, operator or key that is not known refuses the whole document', () => {
  const known = new Set(['Sid', 'Effect', 'Principal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'])
  const word = fc.stringMatching(/^[A-Z][A-Za-z]{2,12}$/).filter((name) => !known.has(name))
  const one = { Effect: 'Allow', Action: 'kms:Sign', Resource: '*' }
  fc.assert(
    fc.property(fc.array(anyStatement), word, fc.constantFrom('element', 'operator', 'key'), (others, name, kind) => {
      const strange = {
        element: { ...one, [name]: 'x' },
        operator: { ...one, Condition: { [`X${name}`]: { 'kms:MessageType': 'RAW' } } },
        key: { ...one, Condition: { StringEquals: { [`kms:X${name}`]: 'RAW' } } },
      }[kind]
      expect(() => parsePolicy('strange', policy(...others, strange), 'identity')).toThrow(name)
    }),
  )
})
