import { memoryAuditTrail } from '../../shared/adapters/memory/audit-trail.ts'
import { memoryErasure } from '../../shared/adapters/memory/erasure.ts'
import { memoryLoginRecords } from '../../shared/adapters/memory/login-records.ts'
import { memoryLoginTransactions, memoryNewLoginTransactions } from '../../shared/adapters/memory/login-transactions.ts'
import type { MemoryStore } from '../../shared/adapters/memory/memory-store.ts'
import { memorySessions } from '../../shared/adapters/memory/sessions.ts'
import {
  memorySubjectKeyIds,
  memorySubjectKeyring,
  memorySubjectKeys,
} from '../../shared/adapters/memory/subject-keys.ts'
import { memoryVerifiedClaims } from '../../shared/adapters/memory/verified-claims.ts'

/** Every port that remembers something, on its memory twin. */
export const memoryPorts = (store: MemoryStore) => ({
  newLoginTransactions: memoryNewLoginTransactions(store),
  loginTransactions: memoryLoginTransactions(store),
  loginRecords: memoryLoginRecords(store),
  sessions: memorySessions(store),
  verifiedClaims: memoryVerifiedClaims(store),
  subjectKeys: memorySubjectKeys(store),
  subjectKeyring: memorySubjectKeyring(store),
  subjectKeyIds: memorySubjectKeyIds(store),
  auditTrail: memoryAuditTrail(store),
  erasure: memoryErasure(store),
})
