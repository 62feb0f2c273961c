import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { type TableName, tables } from '../shared/adapters/aws/dynamodb/tables.ts'
import type { ClientKeyAction, DataKeyAction, Rights, TableAction, TokenKeyAction } from './grants.ts'
import type { ClientKey, Ground } from './ground.ts'
import { pascalCase } from './names.ts'
import { keysOf } from './records.ts'
import type { KmsSigningAlgorithm } from './signing-algorithms.ts'

/** Condition keys that must equal a value, or one of several. */
export type Equals = Readonly<Record<string, string | string[]>>

/**
 * Only this algorithm, and only a digest that we computed: kms:Sign on a raw message is a different use of the key
 * (and stops at 4096 bytes). Both values arrive with every Sign request.
 */
export const signConditions = (algorithms: readonly KmsSigningAlgorithm[]): Equals => ({
  'kms:SigningAlgorithm': [...algorithms],
  'kms:MessageType': 'DIGEST',
})

/** Our own access tokens are signed with PS256 and nothing else. */
export const tokenAlgorithms: readonly KmsSigningAlgorithm[] = ['RSASSA_PSS_SHA_256']

/** A wrapped subject key opens only when the caller says that it is one; the same key cannot wrap anything else. */
export const subjectKeyConditions: Equals = { 'kms:EncryptionContext:table': 'subject-keys' }

/** Only the one padding we pin: a key that also opened weaker ones would be an oracle for them. */
export const decryptConditions: Equals = { 'kms:EncryptionAlgorithm': 'RSAES_OAEP_SHA_256' }

/** IAM statements for the rights of one door: one per table, one per way of using a key. */
export function statementsFor(rights: Rights, ground: Ground): PolicyStatement[] {
  return [
    ...tableStatements(rights, ground),
    ...clientKeyStatements(rights, ground),
    ...decryptionKeyStatements(rights, ground),
    ...tokenKeyStatements(rights, ground),
    ...auditRootKeyStatements(rights, ground),
    ...dataKeyStatements(rights, ground),
  ]
}

function tableStatements(rights: Rights, ground: Ground): PolicyStatement[] {
  return keysOf(rights.tables).flatMap((table) => {
    const actions = rights.tables[table] ?? []
    return actions.includes('dynamodb:DeleteItem')
      ? erasingStatements(table, actions, ground)
      : [onTable(`Table${pascalCase(table)}`, actions, table, ground)]
  })
}

const onTable = (
  sid: string,
  actions: readonly TableAction[],
  table: TableName,
  ground: Ground,
  conditions?: Readonly<Record<string, Equals>>,
): PolicyStatement =>
  new PolicyStatement({
    sid,
    actions: [...actions],
    resources: [ground.tables[table].tableArn],
    ...(conditions && { conditions }),
  })

/** How keys of people begin in the tables of people; sessions lie under hashes, which begin with anything. */
const keysOfPeople: Partial<Readonly<Record<TableName, string>>> = {
  'subject-keys': 'p_*',
  'verified-claims': 'SVC#*',
}

/** Whoever may delete cannot read: neither what was deleted, nor anything but the keys of what is to be. */
function erasingStatements(table: TableName, actions: readonly TableAction[], ground: Ground): PolicyStatement[] {
  const { partitionKey, ...shape } = tables[table]
  const keys = [partitionKey, ...('sortKey' in shape ? [shape.sortKey] : [])]
  const ofPeople = keysOfPeople[table]
  const others = actions.filter((action) => action !== 'dynamodb:DeleteItem')
  return [
    onTable(`Table${pascalCase(table)}Delete`, ['dynamodb:DeleteItem'], table, ground, {
      StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' },
      ...(ofPeople !== undefined && {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ofPeople },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      }),
    }),
    ...(others.length === 0
      ? []
      : [
          onTable(`Table${pascalCase(table)}Keys`, others, table, ground, {
            StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
            'ForAllValues:StringEquals': { 'dynamodb:Attributes': keys },
          }),
        ]),
  ]
}

function clientKeyStatements(rights: Rights, ground: Ground): PolicyStatement[] {
  const keys = Object.values(ground.clientKeys)
  const unconditional = rights.clientKeys.filter((action) => action !== 'kms:Sign')
  return [
    ...(rights.clientKeys.includes('kms:Sign') ? signStatements(keys) : []),
    ...unconditional.map((action) => onKeys(`ClientKeys${verb(action)}`, action, keys)),
  ]
}

/** One statement per set of algorithms: a key of an older release must not become usable with the newer algorithm, nor the reverse. */
function signStatements(keys: readonly ClientKey[]): PolicyStatement[] {
  const sets = new Map(keys.map(({ algorithms }) => [algorithms.join(), algorithms]))
  return [...sets].map(
    ([set, algorithms], index) =>
      new PolicyStatement({
        sid: `ClientKeysSign${index === 0 ? '' : index + 1}`,
        actions: ['kms:Sign'],
        resources: keys.filter((key) => key.algorithms.join() === set).map(({ key }) => key.keyArn),
        conditions: { StringEquals: signConditions(algorithms) },
      }),
  )
}

function decryptionKeyStatements({ decryptionKeys }: Rights, ground: Ground): PolicyStatement[] {
  const resources = Object.values(ground.decryptionKeys).flatMap((keys) => keys.map(({ keyArn }) => keyArn))
  if (resources.length === 0) return []
  return [
    ...(decryptionKeys.includes('kms:Decrypt')
      ? [
          new PolicyStatement({
            sid: 'DecryptionKeysUse',
            actions: ['kms:Decrypt'],
            resources,
            conditions: { StringEquals: decryptConditions },
          }),
        ]
      : []),
    ...(decryptionKeys.includes('kms:DescribeKey')
      ? [new PolicyStatement({ sid: 'DecryptionKeysDescribeKey', actions: ['kms:DescribeKey'], resources })]
      : []),
  ]
}

const tokenKeyStatements = ({ tokenKey }: Rights, ground: Ground): PolicyStatement[] =>
  tokenKey.map(
    (action) =>
      new PolicyStatement({
        sid: `TokenKey${verb(action)}`,
        actions: [action],
        resources: [ground.tokenKey.keyArn],
        ...(action === 'kms:Sign' && { conditions: { StringEquals: signConditions(tokenAlgorithms) } }),
      }),
  )

/** As for client keys: this algorithm, and a digest only. */
export const auditRootConditions: Equals = {
  'kms:SigningAlgorithm': ['ECDSA_SHA_256'],
  'kms:MessageType': 'DIGEST',
}

function auditRootKeyStatements({ auditRootKey }: Rights, ground: Ground): PolicyStatement[] {
  if (!auditRootKey.includes('kms:Sign')) return []
  return [
    new PolicyStatement({
      sid: 'AuditRootKeySign',
      actions: ['kms:Sign'],
      resources: [ground.auditRootKey.keyArn],
      conditions: { StringEquals: auditRootConditions },
    }),
  ]
}

function dataKeyStatements(rights: Rights, ground: Ground): PolicyStatement[] {
  const using = rights.dataKey.filter((action) => action !== 'kms:DescribeKey')
  const resources = [ground.dataKey.keyArn]
  return [
    ...(using.length > 0
      ? [
          new PolicyStatement({
            sid: 'DataKeyUse',
            actions: using,
            resources,
            conditions: { StringEquals: subjectKeyConditions },
          }),
        ]
      : []),
    ...(rights.dataKey.includes('kms:DescribeKey')
      ? [new PolicyStatement({ sid: 'DataKeyDescribeKey', actions: ['kms:DescribeKey'], resources })]
      : []),
  ]
}

const onKeys = (sid: string, action: string, keys: readonly ClientKey[]): PolicyStatement =>
  new PolicyStatement({ sid, actions: [action], resources: keys.map(({ key }) => key.keyArn) })

const verb = (action: ClientKeyAction | DataKeyAction | TokenKeyAction): string => action.replace('kms:', '')
