import { Fault } from '../../kernel/fault.ts'
import type { AuditTrail } from '../../ports/audit-trail.ts'
import type { MemoryStore } from './memory-store.ts'

export const memoryAuditTrail = (store: MemoryStore): AuditTrail => ({
  record: async (event) => {
    if (store.audit.some((known) => known.at === event.at && known.id === event.id))
      throw new Fault('store-unavailable', 'ConditionalCheckFailedException')
    store.audit.push(event)
  },
})
