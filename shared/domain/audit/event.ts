import type { RefusalCode } from '../../kernel/codes.ts'
import type { DecisionOutcome } from '../policy/decision.ts'

/**
 * The names of everything the audit trail may ever say. An event gets its name here first and its members below: whoever reads
 * the trail can know all of it from this file.
 */
export const auditEventNames = [
  'login-completed',
  'login-refused',
  /** A back end asked for a decision and got one. */
  'decision-made',
  /** Claims of one person left for one service; their names, never their values. */
  'claims-released',
  /** What is kept about one person for one service cannot be read any more. */
  'subject-erased',
  /** An access token for a back end was issued. */
  'token-issued',
] as const

export type AuditEventName = (typeof auditEventNames)[number]

/** The closed list of what the audit trail may say. Never a claim value, token, code, or the provider's subject. */
export type AuditEvent = LoginCompleted | LoginRefused | DecisionMade | ClaimsReleased | SubjectErased

interface Audited {
  readonly event: AuditEventName
  /** RFC 3339 with milliseconds. */
  readonly at: string
  /** Unique; makes two events of one millisecond two rows. */
  readonly id: string
  /** The service id, or `unknown`: a stranger's text never gets in here. */
  readonly service: string
  /** Correlates with the log line and the reference shown to the person. */
  readonly traceId: string
}

export interface LoginCompleted extends Audited {
  readonly event: 'login-completed'
  readonly act: string
  readonly subject: string
  readonly outcome: DecisionOutcome
  readonly actHash: string
  readonly factsDigest: string
}

export interface LoginRefused extends Audited {
  readonly event: 'login-refused'
  readonly door: 'login' | 'callback'
  readonly reason: RefusalCode
}

/** A decision for a back end, and nothing left us but that. */
export interface DecisionMade extends Audited {
  readonly event: 'decision-made'
  readonly act: string
  readonly subject: string
  readonly outcome: DecisionOutcome
  readonly actHash: string
  readonly factsDigest: string
}

export interface ClaimsReleased extends Audited {
  readonly event: 'claims-released'
  readonly act: string
  readonly subject: string
  /** Names, without language tags, each once. */
  readonly claims: readonly string[]
  readonly actHash: string
  readonly factsDigest: string
}

/** Told when the key is gone; the rows go afterwards. */
export interface SubjectErased extends Audited {
  readonly event: 'subject-erased'
  readonly subject: string
}
