import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { TableName } from '../shared/adapters/aws/dynamodb/tables.ts'
import type { KmsSigningAlgorithm } from './signing-algorithms.ts'

/** The client assertion key of one service, and with which algorithms its identity provider's release wants it used. */
export interface ClientKey {
  readonly key: IKey
  readonly algorithms: readonly KmsSigningAlgorithm[]
}

/** A table, as far as rights and environments name it. */
export interface KeptTable {
  readonly tableArn: string
  readonly tableName: string
}

/** What the keep stack keeps and the doors stand on. */
export interface Ground {
  readonly tables: Readonly<Record<TableName, KeptTable>>
  /** By service id. */
  readonly clientKeys: Readonly<Record<string, ClientKey>>
  /** By service id, newest first; only services whose UserInfo is encrypted for them have any. */
  readonly decryptionKeys: Readonly<Record<string, readonly IKey[]>>
  /** Signs the platform's own access tokens. */
  readonly tokenKey: IKey
  readonly auditRootKey: IKey
  readonly dataKey: IKey
}
