import { moves } from '../../domain/login/transaction.ts'
import type { LoginRecords } from '../../ports/login-records.ts'
import { withoutSecrets } from './login-transactions.ts'
import type { MemoryStore } from './memory-store.ts'

/** All or nothing by construction: every condition is looked at before the first write. */
export const memoryLoginRecords = (store: MemoryStore): LoginRecords => ({
  keep: async (record) => {
    const { session, newSubjectKey, keyId, keepUntil } = record
    const login = store.logins.get(record.stateHash)
    // The same write repeated is recognised, as DynamoDB recognises its client request token.
    if (login?.state === moves.finish.to && store.sessions.has(session.sessionHash)) return 'kept'
    if (login?.state !== moves.finish.from[0]) return 'not-exchanging'
    if ((newSubjectKey !== undefined) === store.subjectKeys.has(session.subject)) return 'subject-key-raced'

    store.logins.set(record.stateHash, { ...withoutSecrets(login), state: moves.finish.to })
    if (newSubjectKey !== undefined) {
      store.subjectKeys.set(session.subject, newSubjectKey)
      store.keyOwners.set(session.subject, session.service)
    }
    store.sessions.set(session.sessionHash, session)
    store.audit.push(record.audit)
    const owner = `${session.service} ${session.subject}`
    for (const claims of record.verifiedClaims)
      store.claims.set(`${owner} ${claims.verification.id}`, { claims, keepUntil })
    if (Object.keys(record.plainClaims).length > 0)
      store.plainClaims.set(owner, { values: record.plainClaims, keyId, keepUntil })
    store.lastLogins.set(owner, { acr: session.acr, authTime: session.authTime, keyId, keepUntil })
    return 'kept'
  },
})
