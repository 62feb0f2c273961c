/**
 * The tables as plain data: infra makes them, the adapters read and write them, the tests make them locally.
 * One table per kind of life (docs/adr), because backup, expiry and IAM differ, not the access pattern.
 */
export interface TableShape {
  readonly partitionKey: string
  readonly sortKey?: string
  /** Attribute with epoch **seconds**. DynamoDB may delete two days late, so every read checks it again. */
  readonly timeToLive?: string
  /** Whether rows tell something about a person: then a lasting stage backs it up and protects it from deletion. */
  readonly personalData: boolean
  /** `never`: a backup would bring back what was erased (subject keys) or what is spent (transactions, sessions). */
  readonly backup: 'point-in-time' | 'never'
}

export const tables = {
  'login-transactions': {
    partitionKey: 'stateHash',
    timeToLive: 'expiresAt',
    personalData: false,
    backup: 'never',
  },
  sessions: {
    partitionKey: 'sessionHash',
    timeToLive: 'expiresAt',
    personalData: false,
    backup: 'never',
  },
  'verified-claims': {
    partitionKey: 'owner',
    sortKey: 'fact',
    timeToLive: 'expiresAt',
    personalData: true,
    backup: 'point-in-time',
  },
  'subject-keys': {
    partitionKey: 'subject',
    personalData: false,
    backup: 'never',
  },
  replay: {
    partitionKey: 'id',
    timeToLive: 'expiresAt',
    personalData: false,
    backup: 'never',
  },
  audit: {
    partitionKey: 'day',
    sortKey: 'entry',
    timeToLive: 'expiresAt',
    personalData: true,
    backup: 'point-in-time',
  },
  // Apart from what they are about: whoever may write events cannot write the proof of them.
  seals: {
    partitionKey: 'day',
    sortKey: 'seal',
    timeToLive: 'expiresAt',
    personalData: true,
    backup: 'point-in-time',
  },
} as const satisfies Record<string, TableShape>

export type TableName = keyof typeof tables
