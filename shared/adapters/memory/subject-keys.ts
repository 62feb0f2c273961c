import { randomBytes } from 'node:crypto'
import { keyIdOf } from '../../domain/verified-claims/sealed-claims.ts'
import type { SubjectKeyIds, SubjectKeyring, SubjectKeys } from '../../ports/subject-keys.ts'
import type { MemoryStore } from './memory-store.ts'

/** Wrapping needs a key management service; in memory the wrapped form is the key itself. */
export const memorySubjectKeys = (store: MemoryStore): SubjectKeys => ({
  keyFor: async (subject) => {
    const wrapped = store.subjectKeys.get(subject)
    if (wrapped !== undefined) return opened(wrapped)
    const key = randomBytes(32)
    const newlyWrapped = key.toString('base64url')
    return { key, keyId: keyIdOf(newlyWrapped), newlyWrapped }
  },
})

export const memorySubjectKeyring = (store: MemoryStore): SubjectKeyring => ({
  open: async (subject) => {
    const wrapped = store.subjectKeys.get(subject)
    return wrapped === undefined ? undefined : opened(wrapped)
  },
})

export const memorySubjectKeyIds = (store: MemoryStore): SubjectKeyIds => ({
  current: async (subject) => {
    const wrapped = store.subjectKeys.get(subject)
    return wrapped === undefined ? undefined : keyIdOf(wrapped)
  },
})

const opened = (wrapped: string) => ({ key: Buffer.from(wrapped, 'base64url'), keyId: keyIdOf(wrapped) })
