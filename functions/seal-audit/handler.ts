import type { Log } from '../../shared/observability/log.ts'
import type { sealAudit } from '../../shared/use-cases/seal-audit.ts'
import type { JobHandler } from '../../shared/wiring/job.ts'

export interface SealAuditJob {
  readonly sealAudit: ReturnType<typeof sealAudit>
  readonly log: Log
}

/** Every few minutes: seals what is closed, signs what is over, and says each of both in the log. */
export const sealAuditHandler =
  ({ sealAudit, log }: SealAuditJob): JobHandler =>
  async (traceId) => {
    for await (const step of sealAudit()) {
      if (step.kind === 'raced') log.say(traceId, { code: 'audit-sealing-raced' })
      else if (step.kind === 'signed') log.say(traceId, { code: 'audit-signed', day: step.day, digest: step.digest })
      else {
        const { day, number, rows, digest } = step.seal
        log.say(traceId, { code: 'audit-sealed', day, number, rows: rows.length, late: step.late, digest })
      }
    }
  }
