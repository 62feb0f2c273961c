import { randomBytes } from 'node:crypto'
import type { SubjectKeyring, SubjectKeys } from '../../ports/subject-keys.ts'
import type { MemoryStore } from './memory-store.ts'

/** Wrapping needs a key management service; in memory the wrapped form is the key itself. */
export const memorySubjectKeys = (store: MemoryStore): SubjectKeys => ({
  keyFor: async (subject) => {
    const wrapped = store.subjectKeys.get(subject)
    if (wrapped !== undefined) return { key: Buffer.from(wrapped, 'base64url') }
    const key = randomBytes(32)
    return { key, newlyWrapped: key.toString('base64url') }
  },
})

export const memorySubjectKeyring = (store: MemoryStore): SubjectKeyring => ({
  open: async (subject) => {
    const wrapped = store.subjectKeys.get(subject)
    return wrapped === undefined ? undefined : Buffer.from(wrapped, 'base64url')
  },
})
