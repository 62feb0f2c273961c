import { expect, test } from 'vitest'
import { PolicyRefusedError } from '../../../../sandbox/aws/iam/policy.ts'
import { parsePolicy } from '../../../../sandbox/aws/iam/policy-document.ts'
import { allow, policy, variable } from '../world.ts'

const statement = allow('kms:Sign', '*')
const withCondition = (condition: object) => policy(allow('kms:Sign', '*', condition))

test.each<[string, unknown, RegExp]>([
  ['no document', 'policy', /document/],
  ['an older version', { ...policy(statement), Version: '2008-10-17' }, /Version/],
  ['an unknown element of the document', { ...policy(statement), Extra: 1 }, /Extra/],
  ['an unknown element of a statement', policy({ ...statement, Reason: 'x' }), /Reason/],
  ['an effect of another spelling', policy({ ...statement, Effect: 'allow' }), /Effect/],
  ['no action', policy({ Effect: 'Allow', Resource: '*' }), /neither Action nor NotAction/],
  ['Action and NotAction', policy({ ...statement, NotAction: 'kms:Verify' }), /both Action and NotAction/],
  ['no resource', policy({ Effect: 'Allow', Action: 'kms:Sign' }), /neither Resource nor NotResource/],
  ['a principal', policy({ ...statement, Principal: '*' }), /Principal/],
  ['an action without a service', policy(allow('Sign', '*')), /"Sign"/],
  ['a resource that is no ARN', policy(allow('kms:Sign', 'key/1')), /"key\/1"/],
  ['an unknown operator', withCondition({ StringMatches: { 'kms:MessageType': 'RAW' } }), /"StringMatches"/],
  ['IpAddress, which has no meaning here', withCondition({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }), /IpAddress/],
  [
    'NullIfExists, which does not exist',
    withCondition({ NullIfExists: { 'kms:MessageType': 'true' } }),
    /NullIfExists/,
  ],
  ['an unknown set operator', withCondition({ 'ForSome:StringEquals': { 'kms:MessageType': 'x' } }), /ForSome/],
  ['an unknown condition key', withCondition({ StringEquals: { 'kms:Colour': 'x' } }), /"kms:Colour"/],
  ['an unknown global key', withCondition({ StringEquals: { 'aws:Mood': 'x' } }), /"aws:Mood"/],
  [
    'many values without a set operator',
    withCondition({ StringEquals: { 'dynamodb:LeadingKeys': 'x' } }),
    /ForAllValues/,
  ],
  ['an unknown variable', withCondition({ StringEquals: { 'kms:RequestAlias': variable('aws:Mood') } }), /aws:mood/],
  ['Bool of something else', withCondition({ Bool: { 'aws:SecureTransport': 'yes' } }), /"yes"/],
  ['a number that is none', withCondition({ NumericLessThan: { 'aws:EpochTime': 'soon' } }), /"soon"/],
  ['a date that is none', withCondition({ DateLessThan: { 'aws:CurrentTime': 'soon' } }), /"soon"/],
])('%s is refused, and the refusal names it', (_name, document, expected) => {
  expect(() => parsePolicy('test', document, 'identity')).toThrow(PolicyRefusedError)
  expect(() => parsePolicy('test', document, 'identity')).toThrow(expected)
})

test.each<[string, unknown, RegExp]>([
  ['no principal', policy(statement), /no Principal/],
  ['NotPrincipal', policy({ ...statement, NotPrincipal: '*' }), /NotPrincipal/],
  ['a federated principal', policy({ ...statement, Principal: { Federated: 'x' } }), /Federated/],
  [
    'a principal with a wildcard',
    policy({ ...statement, Principal: { AWS: 'arn:aws:iam::123456789012:role/*' } }),
    /role/,
  ],
])('a key policy with %s is refused', (_name, document, expected) => {
  expect(() => parsePolicy('test', document, 'key')).toThrow(expected)
})

test('everything that is wrong is listed at once', () => {
  const document = policy({ ...allow('Sign', 'key/1', { Near: { 'kms:MessageType': 'x' } }), Sid: 'Three' })
  const reasons = [
    expect.stringContaining('statement "Three": action "Sign"'),
    expect.stringContaining('resource "key/1"'),
    expect.stringContaining('operator "Near"'),
  ]
  expect(() => parsePolicy('test', document, 'identity')).toThrow(expect.objectContaining({ reasons }))
})

test('a key of a service that is not served is accepted where the statement cannot reach one that is', () => {
  const condition = { StringEquals: { 'events:source': 'verify-once' } }
  expect(() => parsePolicy('test', policy(allow('events:PutEvents', '*', condition)), 'identity')).not.toThrow()
  for (const action of ['*', 'kms:Sign', 'dynamodb:*'])
    expect(() => parsePolicy('test', policy(allow(action, '*', condition)), 'identity')).toThrow(/events:source/)
})
