import type { VerifiedClaimsStore } from '../../ports/verified-claims.ts'
import type { MemoryStore } from './memory-store.ts'

export const memoryVerifiedClaims = (store: MemoryStore): VerifiedClaimsStore => ({
  of: async (service, subject, now) => {
    const plain = store.plainClaims.get(`${service} ${subject}`)
    const login = store.lastLogins.get(`${service} ${subject}`)
    return {
      verified: [...store.claims.values()]
        .filter(({ claims, keepUntil }) => claims.service === service && claims.subject === subject && keepUntil > now)
        .map(({ claims }) => claims)
        .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1)),
      ...(plain !== undefined && plain.keepUntil > now ? { plain: withoutEnd(plain) } : {}),
      ...(login !== undefined && login.keepUntil > now ? { lastLogin: withoutEnd(login) } : {}),
    }
  },
})

const withoutEnd = <Kept extends { readonly keepUntil: number }>({ keepUntil: _, ...kept }: Kept) => kept
