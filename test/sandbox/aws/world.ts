import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import type { Credentials, PolicyDocument, Role, RunningAws } from '../../../sandbox/aws/start.ts'

export const region = 'ap-south-1'
export const accountId = '123456789012'
export const place = { port: 0, region, accountId }

/** The SDK as it is: only the endpoint and the credentials are set, as the environment would set them. */
export const kmsClient = (aws: RunningAws, credentials: Credentials = aws.administrator): KMSClient =>
  new KMSClient({ endpoint: aws.url, region, credentials, maxAttempts: 1 })

export const dynamodbClient = (aws: RunningAws, credentials: Credentials = aws.administrator): DynamoDBClient =>
  new DynamoDBClient({ endpoint: aws.url, region, credentials, maxAttempts: 1 })

export type StatementJson = Readonly<Record<string, unknown>>

export const allow = (action: string | string[], resource: string | string[], condition?: object): StatementJson => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...(condition ? { Condition: condition } : {}),
})

export const deny = (action: string | string[], resource: string | string[], condition?: object): StatementJson => ({
  ...allow(action, resource, condition),
  Effect: 'Deny',
})

export const policy = (...statements: readonly StatementJson[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: statements,
})

export const role = (name: string, ...statements: readonly StatementJson[]): Role => ({
  name,
  arn: `arn:aws:iam::${accountId}:role/${name}`,
  policies: statements.length === 0 ? [] : [policy(...statements)],
})

/** A policy variable as policies write it. */
export const variable = (name: string): string => `\${${name}}`
