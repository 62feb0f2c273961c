import { anything, type KnownType, list, object, oneOf, tags } from './shape.ts'

const keySchema = list(object({ AttributeName: anything, KeyType: oneOf('HASH', 'RANGE') }))

const index = object({
  IndexName: anything,
  KeySchema: keySchema,
  Projection: object({ ProjectionType: anything, NonKeyAttributes: anything }),
})

/**
 * Backups, deletion protection, encryption keys and contributor insights protect a lasting deployment; a world that
 * lives for an afternoon accepts and ignores them. Keys, indexes and time to live are real.
 */
const replica = object({
  Region: anything,
  DeletionProtectionEnabled: anything,
  PointInTimeRecoverySpecification: object({ PointInTimeRecoveryEnabled: anything, RecoveryPeriodInDays: anything }),
  ContributorInsightsSpecification: anything,
  SSESpecification: anything,
  TableClass: anything,
  Tags: tags,
})

export const dynamodb: Readonly<Record<string, KnownType>> = {
  'AWS::DynamoDB::GlobalTable': {
    properties: {
      TableName: anything,
      AttributeDefinitions: list(object({ AttributeName: anything, AttributeType: oneOf('S', 'N', 'B') })),
      KeySchema: keySchema,
      BillingMode: oneOf('PAY_PER_REQUEST'),
      GlobalSecondaryIndexes: list(index),
      TimeToLiveSpecification: object({ AttributeName: anything, Enabled: oneOf(true, false) }),
      SSESpecification: object({ SSEEnabled: anything, SSEType: anything }),
      Replicas: list(replica),
    },
    attributes: ['Arn', 'TableId'],
    here: 'acted-out',
  },
}
