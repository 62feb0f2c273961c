import { createRequire } from 'node:module'
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { type Credentials, type RunningAws, startAws } from '../../sandbox/aws/start.ts'
import { openStore, type Store } from '../../shared/adapters/aws/dynamodb/store.ts'
import { type TableName, tables } from '../../shared/adapters/aws/dynamodb/tables.ts'

export interface AwsWorld {
  readonly aws: RunningAws
  readonly store: Store
  readonly kms: KMSClient
  readonly dataKeyArn: string
  readonly clientKeyArn: string
  close(): Promise<void>
}

/** Whether the DynamoDB stand-in can run on this machine; where it cannot, the AWS twins are not tested, and it is said. */
export const canRunAws = (): boolean => {
  if (process.env['DYNAMODB_ENDPOINT'] !== undefined) return true
  try {
    createRequire(`${process.cwd()}/`).resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`)
    return true
  } catch {
    return false
  }
}

/** Our tables and keys at the local AWS, reached by the unmodified SDK as the administrator. */
export const startAwsWorld = async (): Promise<AwsWorld> => {
  const aws = await startAws({ port: 0, region: 'eu-central-1', accountId: '000000000000' })
  speakTo(aws.url, aws.administrator)
  for (const [name, shape] of Object.entries(tables)) {
    const sortKey = 'sortKey' in shape ? { sortKey: shape.sortKey } : {}
    await aws.createTable({ name, partitionKey: shape.partitionKey, ...sortKey })
  }
  const kms = new KMSClient({})
  const create = async (spec: 'SYMMETRIC_DEFAULT' | 'RSA_2048') => {
    const usage = spec === 'RSA_2048' ? 'SIGN_VERIFY' : 'ENCRYPT_DECRYPT'
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec: spec, KeyUsage: usage }))
    return KeyMetadata?.Arn ?? ''
  }
  const names = Object.fromEntries(Object.keys(tables).map((name) => [name, name])) as Record<TableName, string>
  return {
    aws,
    kms,
    store: openStore(names),
    dataKeyArn: await create('SYMMETRIC_DEFAULT'),
    clientKeyArn: await create('RSA_2048'),
    close: () => aws.close(),
  }
}

/** The adapters open their clients from the environment, as they do in Lambda; here it points to this machine. */
const speakTo = (url: string, credentials: Credentials): void => {
  process.env['AWS_REGION'] = 'eu-central-1'
  process.env['AWS_ENDPOINT_URL'] = url
  process.env['AWS_ACCESS_KEY_ID'] = credentials.accessKeyId
  process.env['AWS_SECRET_ACCESS_KEY'] = credentials.secretAccessKey
  if (credentials.sessionToken === undefined) delete process.env['AWS_SESSION_TOKEN']
  else process.env['AWS_SESSION_TOKEN'] = credentials.sessionToken
}
