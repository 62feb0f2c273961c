import type { AuditEvent } from '../domain/audit/event.ts'

export interface AuditTrail {
  /** Appends one event; what is written is never changed. Throws `Fault('store-unavailable')`. */
  record(event: AuditEvent): Promise<void>
}
