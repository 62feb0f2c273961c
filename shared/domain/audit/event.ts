import type { RefusalCode } from '../../kernel/codes.ts'
import type { DecisionOutcome } from '../policy/decision.ts'

/** The closed list of what the audit trail may say. Never a claim value, token, code, or the provider's subject. */
export type AuditEvent = LoginCompleted | LoginRefused

interface Audited {
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
