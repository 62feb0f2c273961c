import type { Erasure } from '../../ports/erasure.ts'
import type { MemoryStore } from './memory-store.ts'

export const memoryErasure = (store: MemoryStore): Erasure => ({
  forgetKey: async (service, subject) => store.keyOwners.get(subject) === service && store.subjectKeys.delete(subject),

  sweep: async (service, subject) => {
    const owner = `${service} ${subject}`
    const hashes = [...store.sessions.values()]
      .filter((session) => session.service === service && session.subject === subject)
      .map(({ sessionHash }) => sessionHash)
    const verified = [...store.claims.keys()].filter((key) => key.startsWith(`${owner} `))
    const others = [store.plainClaims, store.lastLogins].filter((rows) => rows.delete(owner))
    for (const hash of hashes) store.sessions.delete(hash)
    for (const key of verified) store.claims.delete(key)
    return { sessions: hashes.length, records: verified.length + others.length }
  },
})
