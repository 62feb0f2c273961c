import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import type { Place } from '../assembly/deploy.ts'
import type { RoleCredentials } from '../lambda/function-definition.ts'

/** The administrator's clients at the local AWS: what a deployment would act with. */
export interface Account extends Place {
  readonly dynamodb: DynamoDBClient
  readonly kms: KMSClient
  readonly close: () => void
}

export const openAccount = (place: Place, endpoint: string, credentials: RoleCredentials): Account => {
  const settings = { endpoint, region: place.region, credentials: { ...credentials }, maxAttempts: 1 }
  const dynamodb = new DynamoDBClient(settings)
  const kms = new KMSClient(settings)
  return {
    ...place,
    dynamodb,
    kms,
    close: () => {
      dynamodb.destroy()
      kms.destroy()
    },
  }
}
