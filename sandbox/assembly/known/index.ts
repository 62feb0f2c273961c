import { apiGateway } from './api-gateway.ts'
import { dynamodb } from './dynamodb.ts'
import { events } from './events.ts'
import { iam } from './iam.ts'
import { kms } from './kms.ts'
import { lambda } from './lambda.ts'
import { anything, type KnownType } from './shape.ts'
import { watching } from './watching.ts'

const cdk: Readonly<Record<string, KnownType>> = {
  'AWS::CDK::Metadata': {
    properties: { Analytics: anything },
    attributes: [],
    here: { nothing: 'it tells AWS which constructs were used' },
  },
}

/** Every resource type that may occur in the practice stage. Anything else stops the start. */
export const knownTypes: ReadonlyMap<string, KnownType> = new Map(
  Object.entries({ ...dynamodb, ...kms, ...lambda, ...iam, ...apiGateway, ...events, ...watching, ...cdk }),
)
