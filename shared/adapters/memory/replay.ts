import type { Replay } from '../../ports/replay.ts'
import type { MemoryStore } from './memory-store.ts'

export const memoryReplay = (store: MemoryStore): Replay => ({
  spend: async ({ id, attempt, rememberUntil }) => {
    const before = store.spent.get(id)
    if (before !== undefined && before.attempt !== attempt) return 'spent'
    store.spent.set(id, { attempt, rememberUntil })
    return 'fresh'
  },
})
