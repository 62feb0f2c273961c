import type { TableName } from '../adapters/aws/dynamodb/tables.ts'

/** The environment variable that carries a table's deployed name, e.g. `TABLE_LOGIN_TRANSACTIONS`. */
export const tableVariable = (table: TableName): string => `TABLE_${table.replaceAll('-', '_').toUpperCase()}`

/**
 * Names of the environment variables that infra sets and `environment.ts` parses. One list, so they cannot drift.
 * JSON values are small maps keyed by service or provider id.
 */
export const variables = {
  /** `practice`, `ephemeral`, or the name of a lasting stage. */
  stage: 'STAGE',
  /** Origin under which browsers and relying parties reach this API, without a trailing slash. */
  publicUrl: 'PUBLIC_URL',
  /** Base URL of the pages that explain refusal codes; the code is appended. Ends with a slash. */
  problemPages: 'PROBLEM_PAGES_URL',
  /** JSON: service id → origin of that service's portal, against which relative `return_to` values resolve. */
  portals: 'SERVICE_PORTALS',
  /**
   * JSON: provider id → `{ discovery: URL, release: '1.8' }`, with `issuer` where discovery is not at its root, `pinnedKeys` (a JWK
   * Set) where UserInfo is signed with keys in no set, `declares` where the release cannot assert.
   */
  providers: 'IDENTITY_PROVIDERS',
  /** JSON: service id → ARN of the KMS key that signs its client assertions. */
  clientKeys: 'CLIENT_KEYS',
  /** JSON: service id → ARNs of the KMS keys that open its encrypted UserInfo, newest first. */
  decryptionKeys: 'DECRYPTION_KEYS',
  /** JSON: service id → JWK Set of its own back end, in the place of the one in its service file. */
  backendKeys: 'BACKEND_KEYS',
  /** ARN of the KMS key that signs our access tokens. */
  tokenKey: 'TOKEN_KEY',
  /** ARN of the KMS key that signs the root of a day of the audit trail. */
  auditRootKey: 'AUDIT_ROOT_KEY',
  /** ARN of the symmetric KMS key that wraps subject keys. */
  dataKey: 'DATA_KEY',
} as const
