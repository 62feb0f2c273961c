// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its substitutions so
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { readAssembly } from '../../../sandbox/assembly/manifest.ts'
import { startAws } from '../../../sandbox/aws/start.ts'
import { startGateway } from '../../../sandbox/gateway/serve.ts'
import { logRing } from '../../../sandbox/lambda/log-ring.ts'
import { openAccount } from '../../../sandbox/world/account.ts'
import { closing } from '../../../sandbox/world/closing.ts'
import { provision } from '../../../sandbox/world/provision.ts'
import { writeAssembly } from '../fixtures/assembly.ts'

const open = closing()
afterEach(() => open.close())

/** Writes one row, and answers with what it is called and what it was refused. */
const handler = `
const { createRequire } = require('node:module')
const { DynamoDBClient, PutItemCommand } = createRequire(process.cwd() + '/')('@aws-sdk/client-dynamodb')
const client = new DynamoDBClient({ maxAttempts: 1 })
exports.handler = async () => {
  try {
    await client.send(new PutItemCommand({ TableName: process.env.TABLE, Item: { id: { S: 'a' } } }))
    return { wrote: true, environment: Object.keys(process.env).sort() }
  } catch (error) {
    return { refused: error.name }
  }
}`

const api = { Ref: 'Api' }
const functionArn = { 'Fn::GetAtt': ['Door', 'Arn'] }

const template = (change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  Resources: {
    Table: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
        Replicas: [{ Region: { Ref: 'AWS::Region' } }],
      },
    },
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
        },
      },
    },
    Rights: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        PolicyName: 'rights',
        Roles: [{ Ref: 'Role' }],
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: { 'Fn::GetAtt': ['Table', 'Arn'] } }],
        },
      },
    },
    Door: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'door',
        Code: { S3Bucket: 'assets', S3Key: 'door.zip' },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Timeout: 10,
        MemorySize: 256,
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Environment: { Variables: { TABLE: { Ref: 'Table' } } },
      },
    },
    Permission: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: functionArn,
        Principal: 'apigateway.amazonaws.com',
        SourceArn: { 'Fn::Sub': 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/*/write' },
      },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP' } },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: api,
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: functionArn,
        PayloadFormatVersion: '2.0',
      },
    },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: api,
        RouteKey: 'GET /write',
        AuthorizationType: 'NONE',
        Target: { 'Fn::Sub': 'integrations/${Integration}' },
      },
    },
    Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: api, StageName: '$default', AutoDeploy: true } },
    ...change,
  },
})

const boot = async (
  written: Readonly<Record<string, unknown>>,
  code: Readonly<Record<string, string>> = { 'door.zip': handler },
) => {
  const aws = await startAws({ port: 0, region: 'eu-central-1', accountId: '000000000000' })
  open.add(aws.close)
  const account = openAccount({ region: 'eu-central-1', accountId: '000000000000' }, aws.url, aws.administrator)
  open.add(account.close)
  const logs = logRing(100)
  const assembly = readAssembly(writeAssembly([{ name: `s-${randomUUID().slice(0, 8)}`, template: written, code }]))
  const provisioned = await provision(assembly, { aws, account, apiEndpoint: 'http://localhost:1', logs })
  for (const each of provisioned.functions) open.add(each.close)
  const gateway = await startGateway({ api: provisioned.api, port: 0, logs })
  open.add(gateway.close)
  const knock = async () => {
    const answer = await fetch(`http://127.0.0.1:${gateway.port}/write`)
    const body: unknown = await answer.json()
    return { status: answer.status, body }
  }
  return { aws, knock }
}

describe('a small world made of a template', () => {
  it('lets a function do what its role may, in exactly its environment', async () => {
    const { aws, knock } = await boot(template())
    expect(await knock()).toEqual({
      status: 200,
      body: {
        wrote: true,
        environment: [
          'AWS_ACCESS_KEY_ID',
          'AWS_CONFIG_FILE',
          'AWS_ENDPOINT_URL',
          'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
          'AWS_LAMBDA_FUNCTION_NAME',
          'AWS_LAMBDA_LOG_GROUP_NAME',
          'AWS_REGION',
          'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED',
          'AWS_SECRET_ACCESS_KEY',
          'AWS_SESSION_TOKEN',
          'AWS_SHARED_CREDENTIALS_FILE',
          'TABLE',
        ],
      },
    })
    expect(aws.denials()).toEqual([])
  })

  it('refuses what the role may not, and remembers it', async () => {
    const { aws, knock } = await boot(template({ Rights: undefined }))
    expect(await knock()).toEqual({ status: 200, body: { refused: 'AccessDeniedException' } })
    expect(aws.denials()).toMatchObject([{ action: 'dynamodb:PutItem' }])
  })

  it('answers 500 when the template has no permission for the API to invoke the function', async () => {
    const { knock } = await boot(template({ Permission: undefined }))
    expect(await knock()).toEqual({ status: 500, body: { message: 'Internal Server Error' } })
  })

  it.each([
    ['a function whose bundle is missing', {}, {}, /Door wants the asset door\.zip/],
    [
      'a role that Lambda may not assume',
      { Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [] } } } },
      undefined,
      /trust policy does not let Lambda assume it/,
    ],
    [
      'a managed policy it does not know',
      {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            AssumeRolePolicyDocument: {},
            ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
          },
        },
      },
      undefined,
      /managed policy arn:aws:iam::aws:policy\/AdministratorAccess is not known/,
    ],
    [
      'a property of the wrong kind',
      { Permission: { Type: 'AWS::Lambda::Permission', Properties: { FunctionName: 7, Principal: 'x' } } },
      undefined,
      /Permission cannot be made: [\s\S]*FunctionName/,
    ],
    [
      'an access log variable it cannot fill',
      {
        Stage: {
          Type: 'AWS::ApiGatewayV2::Stage',
          Properties: {
            ApiId: api,
            StageName: '$default',
            AccessLogSettings: { DestinationArn: 'x', Format: '$context.nonsense' },
          },
        },
      },
      undefined,
      /\$context\.nonsense is not known/,
    ],
    ['an API without a stage', { Stage: undefined }, undefined, /has no stage/],
    [
      'a key policy the KMS does not understand',
      {
        Key: {
          Type: 'AWS::KMS::Key',
          Properties: { KeyPolicy: { Version: '2012-10-17', Statement: [{ Effect: 'Maybe' }] } },
        },
      },
      undefined,
      /Key cannot be made/,
    ],
  ])('stops at %s', async (_, change, code, message) => {
    await expect(boot(template(change), code)).rejects.toThrow(message)
  })
})
