import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import type { RefusalCode } from '../kernel/codes.ts'

/**
 * Everything this product ever says in a log, and every field it may say it with. There is no way to log free text: what is
 * not on this list, a claim, a token, a code, a subject, cannot get in.
 */
export type LogEntry =
  | { readonly code: 'login-started'; readonly service: string; readonly act: string }
  | { readonly code: 'login-completed'; readonly service: string; readonly outcome: string }
  | { readonly code: 'login-repeated'; readonly service: string }
  | {
      readonly code: 'login-refused'
      readonly service: string
      readonly refusal: RefusalCode
      /** Ours, or the name of an error: never text from a request or an answer. */
      readonly detail?: string
      readonly auditLost?: true
    }
  | { readonly code: 'session-read'; readonly service: string }
  | { readonly code: 'decision-made'; readonly service: string; readonly outcome: string }
  /** How many claims left, counted with their languages. */
  | { readonly code: 'claims-released'; readonly service: string; readonly claims: number }
  | {
      readonly code: 'subject-erased'
      readonly service: string
      readonly keys: number
      readonly sessions: number
      readonly records: number
    }
  | { readonly code: 'token-issued'; readonly service: string }
  | {
      readonly code: 'request-refused'
      readonly service: string
      readonly refusal: RefusalCode
      readonly detail?: string
    }
  | { readonly code: 'keys-published'; readonly keys: number }
  | { readonly code: 'server-described' }
  | { readonly code: 'interface-described' }
  | { readonly code: 'health-told'; readonly healthy: boolean }
  /** At cold start: where this provider's release departs from the standards, setting by setting. */
  | {
      readonly code: 'provider-profile'
      readonly provider: string
      readonly release: string
      readonly deviations: string
    }
  /** Our clock and that of a provider differ: by so many seconds ours is ahead, or behind if negative. */
  | { readonly code: 'clock-skew'; readonly provider: string; readonly seconds: number }
  /** A second witness of every seal: who wants to change one unseen has to change this line as well. */
  | {
      readonly code: 'audit-sealed'
      readonly day: string
      readonly number: number
      readonly rows: number
      readonly late: number
      readonly digest: string
    }
  | { readonly code: 'audit-signed'; readonly day: string; readonly digest: string }
  /** Two runs met; the other one seals. */
  | { readonly code: 'audit-sealing-raced' }
  | { readonly code: 'handler-crashed'; readonly error: string }

export interface Log {
  /** `traceId` is API Gateway's request id: the reference that people see and the audit trail holds. */
  say(traceId: string, entry: LogEntry): void
}

const quiet: ReadonlySet<LogEntry['code']> = new Set([
  'session-read',
  'keys-published',
  'server-described',
  'interface-described',
  'health-told',
  'provider-profile',
])
const worrying: ReadonlySet<LogEntry['code']> = new Set(['clock-skew'])
const loud: ReadonlySet<LogEntry['code']> = new Set(['handler-crashed'])

/** One line of JSON per entry, and one metric: counted by code, so that an alarm can ask whose fault it is. */
export const powertoolsLog = (door: string, stage: string): Log => {
  const logger = new Logger({ serviceName: door })
  const metrics = new Metrics({ namespace: 'VerifyOnce', serviceName: door, defaultDimensions: { stage } })
  return {
    say: (traceId, { code, ...fields }) => {
      const line = lineOf(traceId, fields)
      if (loud.has(code)) logger.error(code, line)
      else if ('refusal' in fields || worrying.has(code)) logger.warn(code, line)
      else logger.info(code, line)
      if (quiet.has(code)) return
      const metric = metrics.singleMetric()
      if ('refusal' in fields) metric.addDimension('refusal', fields.refusal)
      metric.addMetric(code, MetricUnit.Count, 1)
    },
  }
}

/** `service` is the logger's own word for the door; ours is the relying party's. */
const lineOf = (traceId: string, fields: object): Record<string, unknown> => {
  const { service: relyingParty, ...rest } = { service: undefined, ...fields }
  return { traceId, ...(relyingParty === undefined ? {} : { relyingParty }), ...rest }
}
