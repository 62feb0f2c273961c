import { randomBytes } from 'node:crypto'
import type { Caller, Policy } from './iam/policy.ts'
import { type PolicyDocument, parsePolicy } from './iam/policy-document.ts'
import type { Credentials } from './wire/signature.ts'

export type { Credentials } from './wire/signature.ts'

/** A role as the template declares it. */
export interface Role {
  /** `arn:aws:iam::<account>:role/<name>` */
  readonly arn: string
  readonly name: string
  readonly policies: readonly PolicyDocument[]
  /** Tags of the role, read by `${aws:PrincipalTag/…}` and `aws:PrincipalTag/…`. */
  readonly tags?: Readonly<Record<string, string>>
  /** The session name in messages; Lambda uses the function's name. */
  readonly sessionName?: string
}

/** Someone who can sign: a role with its policies, or the administrator whom no policy binds. */
export interface Identity {
  readonly name: string
  readonly caller: Caller
  readonly tags: Readonly<Record<string, string>>
  readonly policies: readonly Policy[]
  readonly administrator: boolean
}

export interface Identities {
  readonly administrator: Credentials
  /** Adds a role, or replaces the policies of one already known by its ARN; its credentials then stay the same. */
  addRole(role: Role): Credentials
  credentialsOf(accessKeyId: string): Credentials | undefined
  identityOf(accessKeyId: string): Identity | undefined
}

/** Who may call, by access key. All keys are made at start and live in memory only. */
export function openIdentities(accountId: string): Identities {
  const credentials = new Map<string, Credentials>()
  const identities = new Map<string, Identity>()
  const keyOfRole = new Map<string, string>()
  const issue = (identity: Identity, made: Credentials): Credentials => {
    credentials.set(made.accessKeyId, made)
    identities.set(made.accessKeyId, identity)
    return made
  }
  const administrator = issue(administratorOf(accountId), newCredentials('AKIA'))
  return {
    administrator,
    addRole(role) {
      const identity = identityFrom(role, accountId)
      const known = credentials.get(keyOfRole.get(role.arn) ?? '')
      const made = issue(identity, known ?? { ...newCredentials('ASIA'), sessionToken: secret(48) })
      keyOfRole.set(role.arn, made.accessKeyId)
      return made
    },
    credentialsOf: (accessKeyId) => credentials.get(accessKeyId),
    identityOf: (accessKeyId) => identities.get(accessKeyId),
  }
}

function administratorOf(accountId: string): Identity {
  const arn = `arn:aws:iam::${accountId}:root`
  return {
    name: 'administrator',
    caller: { roleArn: arn, sessionArn: arn, accountId },
    tags: {},
    policies: [],
    administrator: true,
  }
}

function identityFrom(role: Role, accountId: string): Identity {
  const session = role.sessionName ?? role.name
  return {
    name: role.name,
    caller: {
      roleArn: role.arn,
      sessionArn: `arn:aws:sts::${accountId}:assumed-role/${role.name}/${session}`,
      accountId,
    },
    tags: role.tags ?? {},
    policies: role.policies.map((document, index) => parsePolicy(`${role.name}[${index}]`, document, 'identity')),
    administrator: false,
  }
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** AKIA for long-term keys, ASIA for those of a role session, then 16 characters, as AWS writes them. */
const newCredentials = (prefix: 'AKIA' | 'ASIA'): Credentials => ({
  accessKeyId: prefix + [...randomBytes(16)].map((byte) => base32[byte & 31]).join(''),
  secretAccessKey: secret(30),
})

const secret = (bytes: number): string => randomBytes(bytes).toString('base64')
