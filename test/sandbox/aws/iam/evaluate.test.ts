import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../../sandbox/aws/iam/evaluate.ts'
import type { AccessRequest } from '../../../../sandbox/aws/iam/policy.ts'
import { parsePolicy } from '../../../../sandbox/aws/iam/policy-document.ts'
import { accountId, allow, deny, policy, type StatementJson, variable } from '../world.ts'

const key = `arn:aws:kms:ap-south-1:${accountId}:key/1`
const table = `arn:aws:dynamodb:ap-south-1:${accountId}:table/claims`
const roleArn = `arn:aws:iam::${accountId}:role/callback`
const caller = { roleArn, sessionArn: `arn:aws:sts::${accountId}:assumed-role/callback/callback`, accountId }

const identity = (...statements: StatementJson[]) => [parsePolicy('test', policy(...statements), 'identity')]
const keyPolicy = (...statements: StatementJson[]) => parsePolicy('test', policy(...statements), 'key')

const asking = (action: string, resource = key, context: Record<string, string[]> = {}): AccessRequest => ({
  caller,
  action,
  resource,
  context: new Map(Object.entries(context)),
})

const isAllowed = (statements: StatementJson[], request: AccessRequest): boolean =>
  evaluate(request, identity(...statements)).allowed

describe('actions and resources', () => {
  test.each([
    ['kms:Sign', 'kms:Sign', true],
    ['KMS:sign', 'kms:Sign', true],
    ['kms:*', 'kms:Sign', true],
    ['*', 'kms:Sign', true],
    ['kms:Si?n', 'kms:Sign', true],
    ['kms:S*', 'kms:Verify', false],
    ['kms:Sig', 'kms:Sign', false],
    ['dynamodb:*', 'kms:Sign', false],
  ])('action %s on %s: %s', (pattern, action, expected) => {
    expect(isAllowed([allow(pattern, '*')], asking(action))).toBe(expected)
  })

  test.each([
    ['*', true],
    [table, true],
    [`${table}/index/*`, false],
    [`arn:aws:dynamodb:*:${accountId}:table/*`, true],
    [`arn:aws:dynamodb:*:${accountId}:table/claim?`, true],
    [`arn:aws:dynamodb:*:${accountId}:table/Claims`, false],
    ['arn:aws:dynamodb:*:999999999999:table/claims', false],
    [`arn:*:*:*:*:table/claims`, true],
    [`arn:aws:dynamodb:*:*:*:table/claims`, false],
  ])('resource %s: %s', (pattern, expected) => {
    expect(isAllowed([allow('dynamodb:GetItem', pattern)], asking('dynamodb:GetItem', table))).toBe(expected)
  })

  test('NotAction and NotResource allow the rest and nothing of what they name', () => {
    const rest = { Effect: 'Allow', NotAction: 'kms:Sign', NotResource: table }
    expect(isAllowed([rest], asking('kms:Verify'))).toBe(true)
    expect(isAllowed([rest], asking('kms:Sign'))).toBe(false)
    expect(isAllowed([rest], asking('kms:Verify', table))).toBe(false)
  })

  test('nothing is allowed that is not said, and an explicit deny beats any allow', () => {
    expect(evaluate(asking('kms:Sign'), [])).toEqual({ allowed: false, why: 'no-allow', policyType: 'identity-based' })
    expect(evaluate(asking('kms:Sign'), identity(allow('*', '*'), deny('kms:Si*', key)))).toEqual({
      allowed: false,
      why: 'explicit-deny',
      policyType: 'identity-based',
    })
  })
})

describe('conditions', () => {
  const holds = (condition: object, context: Record<string, string[]>): boolean =>
    isAllowed([allow('kms:Sign', '*', condition)], asking('kms:Sign', key, context))

  const pss = { 'kms:signingalgorithm': ['RSASSA_PSS_SHA_256'] }
  test.each<[object, Record<string, string[]>, boolean]>([
    [{ StringEquals: { 'kms:SigningAlgorithm': 'RSASSA_PSS_SHA_256' } }, pss, true],
    [{ StringEquals: { 'KMS:signingALGORITHM': ['x', 'RSASSA_PSS_SHA_256'] } }, pss, true],
    [{ StringEquals: { 'kms:SigningAlgorithm': 'rsassa_pss_sha_256' } }, pss, false],
    [{ StringEqualsIgnoreCase: { 'kms:SigningAlgorithm': 'rsassa_pss_sha_256' } }, pss, true],
    [{ StringEquals: { 'kms:SigningAlgorithm': 'RSASSA_PSS_*' } }, pss, false],
    [{ StringLike: { 'kms:SigningAlgorithm': 'RSASSA_PSS_*' } }, pss, true],
    [{ StringNotLike: { 'kms:SigningAlgorithm': 'RSASSA_PKCS1*' } }, pss, true],
    [{ StringNotEquals: { 'kms:SigningAlgorithm': ['a', 'RSASSA_PSS_SHA_256'] } }, pss, false],
    [{ StringEquals: { 'kms:SigningAlgorithm': 'x' } }, {}, false],
    [{ StringNotEquals: { 'kms:SigningAlgorithm': 'x' } }, {}, true],
    [{ StringEqualsIfExists: { 'kms:SigningAlgorithm': 'x' } }, {}, true],
    [{ StringEqualsIfExists: { 'kms:SigningAlgorithm': 'x' } }, pss, false],
    [{ Null: { 'kms:SigningAlgorithm': 'false' } }, pss, true],
    [{ Null: { 'kms:SigningAlgorithm': true } }, {}, true],
    [{ Null: { 'kms:SigningAlgorithm': false } }, {}, false],
    [{ Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:securetransport': ['true'] }, true],
    [{ Bool: { 'aws:SecureTransport': false } }, { 'aws:securetransport': ['true'] }, false],
    [{ NumericLessThan: { 'aws:EpochTime': 10 } }, { 'aws:epochtime': ['9'] }, true],
    [{ NumericLessThan: { 'aws:EpochTime': 10 } }, { 'aws:epochtime': ['10'] }, false],
    [{ NumericGreaterThanEquals: { 'aws:EpochTime': '10' } }, { 'aws:epochtime': ['10'] }, true],
    [
      { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } },
      { 'aws:currenttime': ['2029-12-31T23:59:59Z'] },
      true,
    ],
    [
      { DateGreaterThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } },
      { 'aws:currenttime': ['2029-12-31T23:59:59Z'] },
      false,
    ],
    [{ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/call*` } }, { 'aws:principalarn': [roleArn] }, true],
    [{ ArnNotEquals: { 'aws:PrincipalArn': roleArn } }, { 'aws:principalarn': [roleArn] }, false],
  ])('%j with %j: %s', (condition, context, expected) => {
    expect(holds(condition, context)).toBe(expected)
  })

  test('all conditions of a statement must hold', () => {
    const both = { StringEquals: { 'kms:SigningAlgorithm': 'RSASSA_PSS_SHA_256', 'kms:MessageType': 'DIGEST' } }
    expect(holds(both, { ...pss, 'kms:messagetype': ['DIGEST'] })).toBe(true)
    expect(holds(both, { ...pss, 'kms:messagetype': ['RAW'] })).toBe(false)
    expect(holds(both, pss)).toBe(false)
  })

  const keys = (...values: string[]) => ({ 'dynamodb:leadingkeys': values })
  const all = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'SVC#visa#*' } }
  const any = { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': 'SVC#visa#*' } }
  const noneOf = { 'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': 'SVC#visa#*' } }
  const present = { Null: { 'dynamodb:LeadingKeys': 'false' } }
  test.each<[string, object, Record<string, string[]>, boolean]>([
    ['all of them', all, keys('SVC#visa#1', 'SVC#visa#2'), true],
    ['all but one', all, keys('SVC#visa#1', 'SVC#bank#2'), false],
    ['absent: ForAllValues is true', all, {}, true],
    ['absent, with Null: false it is not', { ...all, ...present }, {}, false],
    ['present, with Null: false it is', { ...all, ...present }, keys('SVC#visa#1'), true],
    ['any of them', any, keys('x', 'SVC#visa#2'), true],
    ['none of them', any, keys('x'), false],
    ['absent: ForAnyValue is false', any, {}, false],
    ['negated, none of them', noneOf, keys('x', 'y'), true],
    ['negated, one of them', noneOf, keys('x', 'SVC#visa#1'), false],
  ])('set operators, %s', (_name, condition, context, expected) => {
    expect(holds(condition, context)).toBe(expected)
  })
})

describe('policy variables', () => {
  const tenancy = {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': `SVC#${variable('aws:PrincipalTag/service')}#*` },
  }
  const ask = (service: string | undefined, leading: string) =>
    asking('dynamodb:Query', table, {
      'dynamodb:leadingkeys': [leading],
      ...(service === undefined ? {} : { 'aws:principaltag/service': [service] }),
    })

  test('the tag of the caller is filled in, and a wildcard in the tag is only a letter', () => {
    const statements = [allow('dynamodb:Query', table, tenancy)]
    expect(isAllowed(statements, ask('visa', 'SVC#visa#1'))).toBe(true)
    expect(isAllowed(statements, ask('bank', 'SVC#visa#1'))).toBe(false)
    expect(isAllowed(statements, ask('*', 'SVC#visa#1'))).toBe(false)
    expect(isAllowed(statements, ask('*', 'SVC#*#1'))).toBe(true)
  })

  test('without the tag an Allow does not apply and a Deny does, however the condition is turned', () => {
    const negated = { StringNotLike: { 'kms:RequestAlias': `alias/${variable('aws:PrincipalTag/service')}` } }
    const request = asking('dynamodb:Query', table, { 'kms:requestalias': ['alias/visa'] })
    expect(isAllowed([allow('dynamodb:Query', table, tenancy)], ask(undefined, 'SVC#visa#1'))).toBe(false)
    expect(isAllowed([allow('dynamodb:Query', table, negated)], request)).toBe(false)
    expect(isAllowed([allow('*', '*'), deny('dynamodb:Query', table, negated)], request)).toBe(false)
    expect(
      isAllowed([allow('dynamodb:Query', `${table}/${variable('aws:PrincipalTag/service')}`)], ask(undefined, 'x')),
    ).toBe(false)
  })

  test('a default stands in for an absent tag, and the variable * is a star', () => {
    const withDefault = {
      StringEquals: { 'kms:RequestAlias': `alias/${variable("aws:PrincipalTag/service, 'none'")}` },
    }
    const star = { StringLike: { 'kms:RequestAlias': `alias/${variable('*')}` } }
    const request = (alias: string) => asking('kms:Sign', key, { 'kms:requestalias': [alias] })
    expect(isAllowed([allow('kms:Sign', '*', withDefault)], request('alias/none'))).toBe(true)
    expect(isAllowed([allow('kms:Sign', '*', star)], request('alias/*'))).toBe(true)
    expect(isAllowed([allow('kms:Sign', '*', star)], request('alias/visa'))).toBe(false)
  })
})

describe('key policies', () => {
  const root = { AWS: `arn:aws:iam::${accountId}:root` }
  const to = (principal: unknown, statement: StatementJson): StatementJson => ({ ...statement, Principal: principal })
  const byAccount = to(root, allow('kms:*', '*'))
  const mayAll = identity(allow('kms:*', '*'))
  const sign = asking('kms:Sign')

  test('the account decides by its IAM policies when the key policy hands it over', () => {
    expect(evaluate(sign, mayAll, keyPolicy(byAccount))).toEqual({ allowed: true })
    expect(evaluate(sign, [], keyPolicy(byAccount))).toMatchObject({ allowed: false, policyType: 'identity-based' })
    expect(evaluate(sign, mayAll, keyPolicy(to({ AWS: accountId }, allow('kms:Sign', '*')))).allowed).toBe(true)
  })

  test('without that, IAM allows do not count', () => {
    const other = to({ AWS: `arn:aws:iam::${accountId}:role/admin` }, allow('kms:*', '*'))
    const service = to({ Service: 'logs.amazonaws.com' }, allow('kms:*', '*'))
    const elsewhere = to({ AWS: 'arn:aws:iam::999999999999:root' }, allow('kms:*', '*'))
    for (const statement of [other, service, elsewhere])
      expect(evaluate(sign, mayAll, keyPolicy(statement))).toEqual({
        allowed: false,
        why: 'no-allow',
        policyType: 'resource-based',
      })
    const onlyDescribe = to(root, allow('kms:DescribeKey', '*'))
    expect(evaluate(sign, mayAll, keyPolicy(onlyDescribe)).allowed).toBe(false)
  })

  test('a statement that names the role allows by itself, under its conditions', () => {
    const named = to({ AWS: roleArn }, allow('kms:Sign', '*', { StringEquals: { 'kms:MessageType': 'DIGEST' } }))
    const ask = (type: string) => asking('kms:Sign', key, { 'kms:messagetype': [type] })
    expect(evaluate(ask('DIGEST'), [], keyPolicy(named)).allowed).toBe(true)
    expect(evaluate(ask('RAW'), [], keyPolicy(named)).allowed).toBe(false)
    expect(evaluate(sign, [], keyPolicy(to('*', allow('kms:Sign', '*')))).allowed).toBe(true)
  })

  test('a deny wins wherever it stands', () => {
    const noSign = deny('kms:Sign', '*')
    for (const principal of ['*', root, { AWS: roleArn }])
      expect(evaluate(sign, mayAll, keyPolicy(byAccount, to(principal, noSign)))).toEqual({
        allowed: false,
        why: 'explicit-deny',
        policyType: 'resource-based',
      })
    const byRole = identity(allow('kms:*', '*'), noSign)
    const named = keyPolicy(to({ AWS: roleArn }, allow('kms:*', '*')))
    expect(evaluate(sign, byRole, named)).toMatchObject({ why: 'explicit-deny', policyType: 'identity-based' })
  })
})
