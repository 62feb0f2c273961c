import { isDeepStrictEqual } from 'node:util'
import { Fault } from '../../kernel/fault.ts'
import type { AuditTrail } from '../../ports/audit-trail.ts'
import type { MemoryStore } from './memory-store.ts'

export const memoryAuditTrail = (store: MemoryStore): AuditTrail => ({
  record: async (event) => {
    const there = store.audit.find((known) => known.at === event.at && known.id === event.id)
    if (isDeepStrictEqual(there, event)) return
    if (there !== undefined) throw new Fault('store-unavailable', 'ConditionalCheckFailedException')
    store.audit.push(event)
  },
})
