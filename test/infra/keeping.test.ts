import { describe, expect, test } from 'vitest'
import { pascalCase } from '../../infra/names.ts'
import { tables } from '../../shared/adapters/aws/dynamodb/tables.ts'
import { type Resource, services, stage, stageNames } from './synthesised.ts'

const replica = (table: Resource | undefined) => Object(table?.Properties['Replicas'])[0]
const recovers = (table: Resource | undefined) =>
  replica(table)?.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled === true

const shapes = Object.entries(tables)
const tableOf = (stageName: string, table: string) =>
  stage(stageName)
    .ofType('AWS::DynamoDB::GlobalTable')
    .find(({ path }) => path === `Keep/${pascalCase(table)}`)

describe('what a lasting stage keeps', () => {
  test.each(shapes.filter(([, shape]) => shape.personalData))(
    '%s, personal data, can be recovered and not be deleted',
    (name) => {
      const table = tableOf('lasting', name)
      expect(recovers(table)).toBe(true)
      expect(replica(table)).toMatchObject({ DeletionProtectionEnabled: true })
    },
  )

  test('nothing removable in a lasting stage', () => {
    const keeping = /^AWS::(DynamoDB|KMS::Key|Logs::LogGroup|S3|SQS)/
    const kept = stage('lasting').resources.filter(({ Type }) => keeping.test(Type))
    expect(kept.length).toBeGreaterThan(shapes.length + services.length)
    for (const { path, DeletionPolicy, UpdateReplacePolicy } of kept) {
      expect([path, DeletionPolicy, UpdateReplacePolicy]).toEqual([path, 'Retain', 'Retain'])
    }
  })

  test('a deleted key can be called back for 30 days', () => {
    for (const key of stage('lasting').ofType('AWS::KMS::Key')) {
      expect(key.Properties).toMatchObject({ PendingWindowInDays: 30 })
    }
  })
})

describe.each(stageNames)('tables and keys in %s', (name) => {
  test('there are exactly the tables of the house', () => {
    expect(
      stage(name)
        .ofType('AWS::DynamoDB::GlobalTable')
        .map(({ path }) => path)
        .sort(),
    ).toEqual(shapes.map(([table]) => `Keep/${pascalCase(table)}`).sort())
  })

  test.each(shapes)('%s has the key and the expiry of its shape', (table, shape) => {
    const properties = tableOf(name, table)?.Properties ?? {}
    const keys = 'sortKey' in shape ? [shape.partitionKey, shape.sortKey] : [shape.partitionKey]
    expect(properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys.map((AttributeName) => ({ AttributeName })),
    })
    expect(properties['TimeToLiveSpecification']).toEqual(
      'timeToLive' in shape ? { AttributeName: shape.timeToLive, Enabled: true } : undefined,
    )
  })

  test.each(shapes.filter(([, shape]) => shape.backup === 'never'))('%s is never backed up', (table) => {
    // A restored copy would bring back a key that was deleted to erase somebody, or a login that was spent.
    expect(recovers(tableOf(name, table))).toBe(false)
  })

  test('subject keys are never backed up', () => {
    expect(tables['subject-keys'].backup).toBe('never')
    expect(recovers(tableOf(name, 'subject-keys'))).toBe(false)
  })

  test('each service has an RSA-2048 signing key under its alias, tokens have one, and the data key rotates', () => {
    const { keep } = stage(name)
    for (const { id } of services) {
      keep.hasResourceProperties('AWS::KMS::Alias', {
        AliasName: `alias/verify-once/${name}/${id}/client-assertion`,
      })
    }
    const keys = stage(name)
      .ofType('AWS::KMS::Key')
      .map(({ Properties }) => Properties)
    expect(keys.filter(({ KeySpec, KeyUsage }) => KeySpec === 'RSA_2048' && KeyUsage === 'SIGN_VERIFY')).toHaveLength(
      services.length + 1,
    )
    expect(
      keys.filter(({ KeySpec, EnableKeyRotation }) => KeySpec === 'SYMMETRIC_DEFAULT' && EnableKeyRotation),
    ).toHaveLength(1)
    expect(keys).toHaveLength(services.length + 3)
  })
})

describe.each(['practice', 'ephemeral'])('%s leaves nothing behind', (name) => {
  test('everything goes with its stack', () => {
    const staying = stage(name).resources.filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain')
    expect(staying.map(({ path }) => path)).toEqual([])
  })
})
