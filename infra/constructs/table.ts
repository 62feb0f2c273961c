import { type Attribute, AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import type { TableShape } from '../../shared/adapters/aws/dynamodb/tables.ts'
import type { Lifetime } from '../lifetimes.ts'

/**
 * One table from its shape. Encrypted by a key that DynamoDB owns: claim values are ciphertext under their subject's own key
 * already, and a customer key would put kms:Decrypt into the rights of every door.
 * Protection covers every table of a lasting stage, not only personal data: without subject keys no claim can be read again.
 */
export function makeTable(scope: Construct, id: string, shape: TableShape, lifetime: Lifetime): TableV2 {
  return new TableV2(scope, id, {
    partitionKey: text(shape.partitionKey),
    ...(shape.sortKey !== undefined && { sortKey: text(shape.sortKey) }),
    ...(shape.timeToLive !== undefined && { timeToLiveAttribute: shape.timeToLive }),
    billing: Billing.onDemand(),
    pointInTimeRecoverySpecification: {
      pointInTimeRecoveryEnabled: lifetime.backup && shape.backup === 'point-in-time',
    },
    deletionProtection: lifetime.protect,
    removalPolicy: lifetime.removal,
  })
}

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING })
