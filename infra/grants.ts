import { type TableName, tables } from '../shared/adapters/aws/dynamodb/tables.ts'
import type { Capability } from '../shared/wiring/capability.ts'
import { keysOf, mapRecord } from './records.ts'

export type TableAction =
  | 'dynamodb:GetItem'
  | 'dynamodb:Query'
  | 'dynamodb:PutItem'
  | 'dynamodb:UpdateItem'
  | 'dynamodb:ConditionCheckItem'
  | 'dynamodb:DeleteItem'
  | 'dynamodb:DescribeTable'

export type ClientKeyAction = 'kms:Sign' | 'kms:GetPublicKey' | 'kms:DescribeKey'

export type DecryptionKeyAction = 'kms:Decrypt' | 'kms:DescribeKey'

export type TokenKeyAction = 'kms:Sign' | 'kms:GetPublicKey' | 'kms:DescribeKey'

export type AuditRootKeyAction = 'kms:Sign'

export type DataKeyAction = 'kms:GenerateDataKey' | 'kms:Decrypt' | 'kms:DescribeKey'

export type TableActions = Partial<Readonly<Record<TableName, readonly TableAction[]>>>

/** What one capability means on AWS. From it come a door's IAM statements (`iam-statements.ts`) and its environment. */
export interface Grant {
  readonly tables?: TableActions
  readonly clientKeys?: readonly ClientKeyAction[]
  readonly decryptionKeys?: readonly DecryptionKeyAction[]
  readonly tokenKey?: readonly TokenKeyAction[]
  readonly auditRootKey?: readonly AuditRootKeyAction[]
  readonly dataKey?: readonly DataKeyAction[]
}

/**
 * The one place where the words of the domain become rights. Nobody has Scan or BatchWriteItem, and only erasure has
 * DeleteItem, under conditions (`iam-statements.ts`); the audit trail can only be added to. TransactWriteItems is authorised by the actions of its parts, so it does not occur.
 *
 * `dynamodb:LeadingKeys` is left out: every door serves every service, so the condition could only repeat that keys begin
 * with `SVC#`, and transactions and sessions are keyed by hashes, which have no prefix to test.
 */
export const grants: Readonly<Record<Capability, Grant>> = {
  'new-login-transactions': { tables: { 'login-transactions': ['dynamodb:PutItem'] } },
  'login-transactions': { tables: { 'login-transactions': ['dynamodb:UpdateItem'] } },
  'client-key': { clientKeys: ['kms:Sign'] },
  'client-public-keys': { clientKeys: ['kms:GetPublicKey'] },
  'decryption-key': { decryptionKeys: ['kms:Decrypt'] },
  'identity-provider': {},
  'login-records': {
    tables: {
      'login-transactions': ['dynamodb:UpdateItem'],
      sessions: ['dynamodb:PutItem'],
      'verified-claims': ['dynamodb:PutItem'],
      'subject-keys': ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'],
      audit: ['dynamodb:PutItem'],
    },
  },
  'subject-keys': {
    tables: { 'subject-keys': ['dynamodb:GetItem'] },
    dataKey: ['kms:GenerateDataKey', 'kms:Decrypt'],
  },
  sessions: { tables: { sessions: ['dynamodb:GetItem'] } },
  'verified-claims': {
    tables: { 'verified-claims': ['dynamodb:Query'], 'subject-keys': ['dynamodb:GetItem'] },
    dataKey: ['kms:Decrypt'],
  },
  'subject-facts': { tables: { 'verified-claims': ['dynamodb:Query'], 'subject-keys': ['dynamodb:GetItem'] } },
  erasure: {
    tables: {
      'subject-keys': ['dynamodb:DeleteItem'],
      'verified-claims': ['dynamodb:Query', 'dynamodb:DeleteItem'],
      sessions: ['dynamodb:DeleteItem'],
    },
  },
  'audit-trail': { tables: { audit: ['dynamodb:PutItem'] } },
  'audit-seals': {
    tables: { audit: ['dynamodb:Query'], seals: ['dynamodb:Query', 'dynamodb:PutItem'] },
    auditRootKey: ['kms:Sign'],
  },
  'backend-keys': {},
  replay: { tables: { replay: ['dynamodb:PutItem'] } },
  'token-key': { tokenKey: ['kms:Sign'] },
  'token-public-key': { tokenKey: ['kms:GetPublicKey'] },
  callers: { tables: { replay: ['dynamodb:PutItem'] }, tokenKey: ['kms:GetPublicKey'] },
  'health-checks': {
    tables: mapRecord(tables, () => ['dynamodb:DescribeTable'] as const),
    clientKeys: ['kms:DescribeKey'],
    decryptionKeys: ['kms:DescribeKey'],
    tokenKey: ['kms:DescribeKey'],
    dataKey: ['kms:DescribeKey'],
  },
}

/** What a door may do altogether: the union of its capabilities, each action once, in a stable order. */
export interface Rights {
  readonly tables: TableActions
  readonly clientKeys: readonly ClientKeyAction[]
  readonly decryptionKeys: readonly DecryptionKeyAction[]
  readonly tokenKey: readonly TokenKeyAction[]
  readonly auditRootKey: readonly AuditRootKeyAction[]
  readonly dataKey: readonly DataKeyAction[]
}

export function rightsOf(uses: readonly Capability[]): Rights {
  const granted = uses.map((capability) => grants[capability])
  const touched = keysOf(tables).flatMap((table) => {
    const actions = distinct(granted.flatMap((grant) => grant.tables?.[table] ?? []))
    return actions.length === 0 ? [] : [[table, actions] as const]
  })
  return {
    tables: Object.fromEntries(touched),
    clientKeys: distinct(granted.flatMap((grant) => grant.clientKeys ?? [])),
    decryptionKeys: distinct(granted.flatMap((grant) => grant.decryptionKeys ?? [])),
    tokenKey: distinct(granted.flatMap((grant) => grant.tokenKey ?? [])),
    auditRootKey: distinct(granted.flatMap((grant) => grant.auditRootKey ?? [])),
    dataKey: distinct(granted.flatMap((grant) => grant.dataKey ?? [])),
  }
}

const distinct = <T extends string>(actions: readonly T[]): T[] => [...new Set(actions)].sort()
