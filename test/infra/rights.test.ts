import { describe, expect, test } from 'vitest'
import { functions, jobs } from '../../functions/index.ts'
import type { Capability } from '../../shared/wiring/capability.ts'
import { rights, statementsByDoor, statementsByKey } from './policies.ts'
import { services, stage, stageNames } from './synthesised.ts'

const tablesOf = (...names: string[]) => names.map((name) => `dynamodb:DescribeTable ${name}`)
const clientKeys = ['OmeraBankClientAssertion/Key', 'VisaClientAssertion/Key']
const sign = clientKeys.map((key) => `kms:Sign ${key}`)

const recognising = ['dynamodb:PutItem Replay', 'kms:GetPublicKey Token/Key']
/** A decision is made of what lies in the clear: its doors can open no value. */
const judging = [
  ...recognising,
  'dynamodb:Query VerifiedClaims',
  'dynamodb:GetItem SubjectKeys',
  'dynamodb:PutItem Audit',
]

/** What each door may do on AWS beside writing its own log. A new door, or a new right of an old one, is written here on purpose. */
const ledger: Readonly<Record<string, readonly string[]>> = {
  login: ['dynamodb:PutItem LoginTransactions', 'dynamodb:PutItem Audit', ...sign],
  callback: [
    'dynamodb:UpdateItem LoginTransactions',
    'dynamodb:PutItem Sessions',
    'dynamodb:PutItem VerifiedClaims',
    'dynamodb:GetItem SubjectKeys',
    'dynamodb:PutItem SubjectKeys',
    'dynamodb:ConditionCheckItem SubjectKeys',
    'dynamodb:PutItem Audit',
    'kms:Decrypt Data/Key',
    'kms:GenerateDataKey Data/Key',
    ...sign,
  ],
  session: [
    'dynamodb:GetItem Sessions',
    'dynamodb:Query VerifiedClaims',
    'dynamodb:GetItem SubjectKeys',
    'kms:Decrypt Data/Key',
  ],
  jwks: [...clientKeys, 'Token/Key'].map((key) => `kms:GetPublicKey ${key}`),
  token: ['dynamodb:PutItem Replay', 'kms:Sign Token/Key'],
  'authorization-server': [],
  openapi: [],
  decisions: judging,
  evaluation: judging,
  claims: [...judging, 'kms:Decrypt Data/Key'],
  erasure: [
    ...recognising,
    'dynamodb:DeleteItem SubjectKeys',
    'dynamodb:DeleteItem VerifiedClaims',
    'dynamodb:Query VerifiedClaims',
    'dynamodb:DeleteItem Sessions',
    'dynamodb:PutItem Audit',
    'kms:Sign Token/Key',
  ],
  'seal-audit': ['dynamodb:Query Audit', 'dynamodb:Query Seals', 'dynamodb:PutItem Seals', 'kms:Sign AuditRoot/Key'],
  health: [
    ...tablesOf('LoginTransactions', 'Sessions', 'VerifiedClaims', 'SubjectKeys', 'Replay', 'Audit', 'Seals'),
    ...[...clientKeys, 'Token/Key', 'Data/Key'].map((key) => `kms:DescribeKey ${key}`),
  ],
}

/** Whoever holds the client key is the service towards eSignet. Nobody else joins this list without a review. */
const maySign = ['login', 'callback', 'token-exchange', 'reauthentication']

/** Which doors the policy of a key lets use it. */
const usersOf = (key: string): readonly string[] => {
  if (key.includes('AuditRoot')) return ['seal-audit']
  if (key.includes('Token')) return ['token', 'erasure']
  return key.includes('Data') ? ['callback', 'session', 'claims'] : ['login', 'callback']
}

describe.each(stageNames)('rights in %s', (name) => {
  const synthesised = stage(name)
  const doors = statementsByDoor(synthesised)

  test.each(Object.keys({ ...functions, ...jobs }))('%s may do what the ledger says, and nothing else', (door) => {
    expect(rights(synthesised, doors.get(door) ?? [])).toEqual([...(ledger[door] ?? ['not in the ledger'])].sort())
  })

  test('only login and callback may sign as a client', () => {
    const signers = [...doors].filter(([, statements]) =>
      rights(synthesised, statements).some((right) => /^kms:Sign .*ClientAssertion/.test(right)),
    )
    const names = signers.map(([door]) => door)
    const declared = Object.entries(functions).filter(([, { uses }]) =>
      uses.some((use: Capability) => use === 'client-key'),
    )
    expect(names).toEqual(declared.map(([door]) => door))
    expect(maySign).toEqual(expect.arrayContaining(names))
  })

  test('no wildcard in any policy', () => {
    for (const [door, statements] of doors) {
      for (const { Effect, Action, Resource } of statements) {
        expect(Effect).toBe('Allow')
        expect(JSON.stringify([Action, Resource]), door).not.toMatch(/[*?]/)
      }
    }
    for (const [key, statements] of statementsByKey(synthesised)) {
      // In a key policy the resource is always written `*` and means the key itself.
      for (const { Action } of statements) expect(JSON.stringify(Action), key).not.toMatch(/[*?]/)
    }
  })

  test('every kms statement that signs carries algorithm and message-type conditions', () => {
    const all = [...doors.values(), ...statementsByKey(synthesised).values()].flat()
    const signing = all.filter(({ Action }) => Action.includes('kms:Sign'))
    expect(signing.length).toBeGreaterThan(services.length)
    for (const { Action, Resource, Condition } of signing) {
      expect(Action).toEqual(['kms:Sign'])
      const isRoot = JSON.stringify([Resource, Condition]).match(/AuditRoot|seal-audit/) !== null
      expect(Condition['StringEquals']).toMatchObject({
        'kms:SigningAlgorithm': [isRoot ? 'ECDSA_SHA_256' : 'RSASSA_PSS_SHA_256'],
        'kms:MessageType': 'DIGEST',
      })
    }
  })

  test('the data key opens nothing but subject keys', () => {
    const all = [...doors.values(), ...statementsByKey(synthesised).values()].flat()
    const opening = all.filter(({ Action }) => Action.some((action) => /Decrypt|Encrypt|DataKey/.test(action)))
    expect(opening.length).toBeGreaterThan(0)
    for (const { Condition } of opening) {
      expect(Condition['StringEquals']).toMatchObject({ 'kms:EncryptionContext:table': 'subject-keys' })
    }
  })

  test('whoever administers a key cannot use it, and only the doors that need it can', () => {
    const uses = /Sign$|Verify|Decrypt|Encrypt|DataKey|Mac$|CreateGrant|DeriveSharedSecret/
    for (const [key, statements] of statementsByKey(synthesised)) {
      const using = statements.filter(({ Action }) => Action.some((action) => uses.test(action)))
      expect(using, key).toHaveLength(1)
      const roles = JSON.stringify(using[0]?.Condition['StringEquals']?.['aws:PrincipalArn'])
      const named = [...roles.matchAll(/:role\/verify-once-[a-z]+-([a-z-]+)/g)].map(([, door]) => door)
      expect(named, key).toEqual(usersOf(key))
    }
  })

  test('nobody can read a whole table, and only erasure can delete from one', () => {
    const actions = [...doors].flatMap(([door, statements]) =>
      statements.flatMap(({ Action }) => Action.map((action) => `${door} ${action}`)),
    )
    expect(actions.filter((action) => /Scan|Batch|PartiQL/.test(action))).toEqual([])
    const deleting = actions.filter((action) => action.includes('Delete'))
    expect(new Set(deleting)).toEqual(new Set(['erasure dynamodb:DeleteItem']))
  })

  test('whoever deletes cannot read what was deleted, deletes people alone, and reads keys alone', () => {
    const statements = doors.get('erasure') ?? []
    const deleting = statements.filter(({ Action }) => Action.includes('dynamodb:DeleteItem'))
    expect(deleting).toHaveLength(3)
    for (const { Action, Condition } of deleting) {
      expect(Action).toEqual(['dynamodb:DeleteItem'])
      expect(Condition['StringEqualsIfExists']).toEqual({ 'dynamodb:ReturnValues': 'NONE' })
    }
    const leading = deleting.map(({ Condition }) => Condition['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'])
    expect(leading.filter((keys) => keys !== undefined).sort()).toEqual(['SVC#*', 'p_*'])
    const querying = statements.filter(({ Action }) => Action.includes('dynamodb:Query'))
    expect(querying.map(({ Condition }) => Condition)).toEqual([
      {
        StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
        'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['owner', 'fact'] },
      },
    ])
  })

  test('the audit trail can only be added to', () => {
    const audit = [...doors.values()]
      .flatMap((statements) => rights(synthesised, statements))
      .filter((right) => right.endsWith(' Audit'))
    expect(new Set(audit)).toEqual(
      new Set(['dynamodb:PutItem Audit', 'dynamodb:DescribeTable Audit', 'dynamodb:Query Audit']),
    )
  })

  test('whoever writes events cannot write the proof of them, nor the reverse', () => {
    const who = (right: string) =>
      [...doors].filter(([, statements]) => rights(synthesised, statements).includes(right)).map(([door]) => door)
    expect(who('dynamodb:PutItem Seals')).toEqual(['seal-audit'])
    expect(who('dynamodb:PutItem Audit')).not.toContain('seal-audit')
    expect(who('dynamodb:Query Audit')).toEqual(['seal-audit'])
  })

  test('every function has its own role, which only Lambda assumes', () => {
    const roles = synthesised.ofType('AWS::Lambda::Function').map((door) => synthesised.target(door.Properties['Role']))
    expect(new Set(roles).size).toBe(Object.keys({ ...functions, ...jobs }).length)
    for (const role of synthesised.ofType('AWS::IAM::Role')) {
      expect(role.Properties['AssumeRolePolicyDocument']).toMatchObject({
        Statement: [{ Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
      })
    }
  })

  test('no AWS managed policy, and no policy beside the role’s own', () => {
    for (const role of synthesised.ofType('AWS::IAM::Role'))
      expect(role.Properties).not.toHaveProperty('ManagedPolicyArns')
    expect(synthesised.ofType('AWS::IAM::Policy')).toEqual([])
    expect(synthesised.ofType('AWS::IAM::ManagedPolicy')).toEqual([])
  })
})
