import type { Sessions } from '../../ports/sessions.ts'
import type { MemoryStore } from './memory-store.ts'

export const memorySessions = (store: MemoryStore): Sessions => ({
  find: async (sessionHash, now) => {
    const session = store.sessions.get(sessionHash)
    return session !== undefined && session.expiresAt > now ? session : undefined
  },
})
