// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its substitutions so
import { describe, expect, it } from 'vitest'
import { requireKnown, unknownsIn } from '../../../sandbox/assembly/check.ts'
import { deployAssembly, type ToMake } from '../../../sandbox/assembly/deploy.ts'
import { readAssembly } from '../../../sandbox/assembly/manifest.ts'
import { BrokenAssembly, UnknownInAssembly } from '../../../sandbox/assembly/problems.ts'
import { type StackFixture, writeAssembly } from '../fixtures/assembly.ts'

const alias = (name: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
  Type: 'AWS::KMS::Alias',
  Properties: { AliasName: name, TargetKeyId: 'k' },
  ...more,
})

const deploy = async (...stacks: StackFixture[]) => {
  const assembly = readAssembly(writeAssembly(stacks))
  requireKnown(assembly)
  const made: ToMake[] = []
  const { outputs } = await deployAssembly(
    assembly,
    { region: 'eu-central-1', accountId: '123456789012' },
    (resource) => {
      made.push(resource)
      return { ref: `ref-${resource.logicalId}`, attributes: { Arn: `arn-${resource.logicalId}`, KeyId: 'id' } }
    },
  )
  return { made, names: made.map(({ logicalId }) => logicalId), outputs }
}

const aliasNamed = async (
  name: unknown,
  template: Readonly<Record<string, unknown>> = {},
  resources = {},
): Promise<unknown> => {
  const { made } = await deploy({ name: 's', template: { ...template, Resources: { ...resources, A: alias(name) } } })
  return made.find(({ logicalId }) => logicalId === 'A')?.properties['AliasName']
}

const unknowns = (template: Readonly<Record<string, unknown>>): readonly string[] =>
  unknownsIn(readAssembly(writeAssembly([{ name: 's', template }]))).map(({ where, what }) => `${where}: ${what}`)

describe('intrinsics', () => {
  const key = { K: { Type: 'AWS::KMS::Key', Properties: {} } }
  const template = {
    Mappings: { M: { a: { b: 'mapped' } } },
    Parameters: { P: { Type: 'String', Default: 'given' } },
    Conditions: {
      Yes: { 'Fn::Equals': [{ Ref: 'P' }, 'given'] },
      No: { 'Fn::Not': [{ Condition: 'Yes' }] },
      Both: { 'Fn::And': [{ Condition: 'Yes' }, { 'Fn::Or': [{ Condition: 'No' }, { Condition: 'Yes' }] }] },
    },
  }
  it.each([
    ['plain', 'plain'],
    [{ Ref: 'K' }, 'ref-K'],
    [{ Ref: 'P' }, 'given'],
    [{ Ref: 'AWS::Region' }, 'eu-central-1'],
    [{ Ref: 'AWS::AccountId' }, '123456789012'],
    [{ Ref: 'AWS::Partition' }, 'aws'],
    [{ Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
    [{ Ref: 'AWS::StackName' }, 's'],
    [{ 'Fn::GetAtt': ['K', 'Arn'] }, 'arn-K'],
    [{ 'Fn::GetAtt': 'K.Arn' }, 'arn-K'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'K' }, 'b']] }, 'a-ref-K-b'],
    [{ 'Fn::Sub': '${AWS::Region}/${K}/${K.Arn}/${!Kept}' }, 'eu-central-1/ref-K/arn-K/${Kept}'],
    [{ 'Fn::Sub': ['${own}-${P}', { own: { Ref: 'K' } }] }, 'ref-K-given'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [',', 'x,y,z'] }] }, 'y'],
    [{ 'Fn::FindInMap': ['M', 'a', { 'Fn::Select': [0, ['b']] }] }, 'mapped'],
    [{ 'Fn::If': ['Both', 'yes', 'no'] }, 'yes'],
    [{ 'Fn::If': ['No', 'yes', { Ref: 'AWS::NoValue' }] }, undefined],
  ])('%j is %j', async (written, meant) => {
    expect(await aliasNamed(written, template, key)).toEqual(meant)
  })
})

describe('order', () => {
  it('puts a resource after what it mentions or depends on', async () => {
    const { names } = await deploy({
      name: 's',
      template: {
        Resources: {
          A: alias({ 'Fn::Sub': '${B.Arn}' }),
          B: { Type: 'AWS::KMS::Key', DependsOn: ['C'], Properties: {} },
          C: alias({ Ref: 'D' }),
          D: { Type: 'AWS::KMS::Key', Properties: {} },
        },
      },
    })
    expect(names).toEqual(['D', 'C', 'B', 'A'])
  })

  it('refuses a circle', async () => {
    const circle = deploy({ name: 's', template: { Resources: { A: alias({ Ref: 'B' }), B: alias({ Ref: 'A' }) } } })
    await expect(circle).rejects.toThrow(/A → B → A/)
  })

  it('leaves out what its condition leaves out', async () => {
    const { names, outputs } = await deploy({
      name: 's',
      template: {
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        Resources: { A: alias('a', { Condition: 'Never' }), B: alias('b') },
        Outputs: { X: { Condition: 'Never', Value: { Ref: 'A' } }, Y: { Value: { Ref: 'B' } } },
      },
    })
    expect(names).toEqual(['B'])
    expect(outputs.get('s')).toEqual(new Map([['Y', 'ref-B']]))
  })

  it('takes stacks in the order of their dependencies and hands exports on', async () => {
    const { made, outputs } = await deploy(
      {
        name: 'serve',
        after: ['keep'],
        template: {
          Resources: { A: alias({ 'Fn::ImportValue': 'keep:K' }) },
          Outputs: { Name: { Value: { Ref: 'A' } } },
        },
      },
      {
        name: 'keep',
        template: {
          Resources: { K: { Type: 'AWS::KMS::Key', Properties: {} } },
          Outputs: { K: { Value: { Ref: 'K' }, Export: { Name: 'keep:K' } } },
        },
      },
    )
    expect(made.map(({ stack, properties }) => [stack.name, properties['AliasName']])).toEqual([
      ['keep', undefined],
      ['serve', 'ref-K'],
    ])
    expect(outputs.get('serve')?.get('Name')).toBe('ref-A')
  })
})

describe('what is not known', () => {
  const resource = (type: string, properties: unknown, more = {}) => ({
    Resources: { X: { Type: type, Properties: properties, ...more } },
  })

  it.each([
    ['a resource type', resource('AWS::S3::Bucket', {}), 'X: resource type AWS::S3::Bucket is not known'],
    [
      'a property',
      resource('AWS::KMS::Key', { MultiRegion: true }),
      'X: AWS::KMS::Key: property MultiRegion is not known',
    ],
    [
      'a nested property',
      resource('AWS::DynamoDB::GlobalTable', { Replicas: [{ Region: 'r', Surprise: 1 }] }),
      'X: AWS::DynamoDB::GlobalTable: property Replicas[0].Surprise is not known',
    ],
    [
      'a value',
      resource('AWS::DynamoDB::GlobalTable', { BillingMode: 'PROVISIONED' }),
      'X: AWS::DynamoDB::GlobalTable: BillingMode is "PROVISIONED", known: "PAY_PER_REQUEST"',
    ],
    [
      'a payload format',
      resource('AWS::ApiGatewayV2::Integration', { PayloadFormatVersion: '1.0' }),
      'X: AWS::ApiGatewayV2::Integration: PayloadFormatVersion is "1.0", known: "2.0"',
    ],
    [
      'a runtime',
      resource('AWS::Lambda::Function', { Runtime: 'python3.13' }),
      'X: AWS::Lambda::Function: Runtime is "python3.13", known is a nodejs runtime',
    ],
    [
      'an authorizer',
      resource('AWS::ApiGatewayV2::Route', { AuthorizationType: 'JWT' }),
      'X: AWS::ApiGatewayV2::Route: AuthorizationType is "JWT", known: "NONE"',
    ],
    [
      'a branch of Fn::If',
      {
        Conditions: { C: { 'Fn::Equals': ['1', '1'] } },
        ...resource('AWS::KMS::Key', { KeySpec: { 'Fn::If': ['C', 'RSA_2048', 'HMAC_256'] } }),
      },
      'X: AWS::KMS::Key: KeySpec is "HMAC_256", known: "SYMMETRIC_DEFAULT", "RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256"',
    ],
    [
      'a hidden structure',
      resource('AWS::Lambda::Function', { Code: { 'Fn::FindInMap': ['a', 'b', 'c'] } }),
      'X: AWS::Lambda::Function: Code is computed by Fn::FindInMap, so what it holds cannot be checked',
    ],
    [
      'an intrinsic',
      resource('AWS::KMS::Key', { Description: { 'Fn::Base64': 'x' } }),
      'X: intrinsic Fn::Base64 is not known',
    ],
    [
      'an attribute',
      { Resources: { K: { Type: 'AWS::KMS::Key', Properties: {} }, A: alias({ 'Fn::GetAtt': ['K', 'Nothing'] }) } },
      'A: attribute Nothing of AWS::KMS::Key is not known (Fn::GetAtt K)',
    ],
    [
      'a reference',
      resource('AWS::KMS::Key', { Description: { Ref: 'Missing' } }),
      'X: Ref Missing points at nothing known',
    ],
    [
      'a condition function',
      { Conditions: { C: { 'Fn::Contains': [[], 'a'] } }, Resources: {} },
      'C: condition function Fn::Contains is not known',
    ],
    ['a member', resource('AWS::KMS::Key', {}, { UpdatePolicy: {} }), 'X: UpdatePolicy is not known on a resource'],
    ['a section', { Transform: 'AWS::Serverless', Resources: {} }, 'template: section Transform is not known'],
    [
      'a parameter without a value',
      { Parameters: { P: { Type: 'String' } }, Resources: {} },
      'P: a parameter without a default has no value here',
    ],
    [
      'an import',
      { Resources: { A: alias({ 'Fn::ImportValue': 'gone' }) } },
      'A: imports gone, which no earlier stack exports',
    ],
  ])('%s', (_, template, expected) => {
    expect(unknowns(template)).toContain(expected)
  })

  it('is one list that names stack, logical id and construct path, and stops the start', () => {
    const template = {
      Resources: {
        Bucket1: { Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': 'Keep/Bucket' } },
        Queue: { Type: 'AWS::SQS::Queue' },
      },
    }
    const assembly = readAssembly(writeAssembly([{ name: 'keep', template }]))
    expect(() => requireKnown(assembly)).toThrow(UnknownInAssembly)
    expect(() => requireKnown(assembly)).toThrow(
      /keep \/ Bucket1 \(Keep\/Bucket\): resource type AWS::S3::Bucket[\s\S]*keep \/ Queue: resource type AWS::SQS::Queue/,
    )
  })

  it('includes artifacts of the assembly', () => {
    const directory = writeAssembly([{ name: 's', template: { Resources: {} } }], {
      Prod: { type: 'cdk:cloud-assembly' },
    })
    expect(unknownsIn(readAssembly(directory))).toMatchObject([
      { stack: 'Prod', what: 'artifact type cdk:cloud-assembly is not known' },
    ])
  })
})

describe('an assembly that cannot be read', () => {
  it('says which file is missing or damaged', () => {
    expect(() => readAssembly('/nowhere')).toThrow(BrokenAssembly)
    expect(() => readAssembly('/nowhere')).toThrow(/manifest\.json is missing/)
    const noTemplate = writeAssembly([{ name: 's', template: { Nothing: 1 } }])
    expect(() => readAssembly(noTemplate)).toThrow(/has no Resources/)
  })
})
