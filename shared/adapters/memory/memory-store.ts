import type { AuditEvent } from '../../domain/audit/event.ts'
import type { LoginState, LoginTransaction } from '../../domain/login/transaction.ts'
import type { Session } from '../../domain/session/session.ts'
import type { LastLogin, SealedClaims, SealedPlainClaims } from '../../domain/verified-claims/sealed-claims.ts'

/** A login as it lies in the store: nonce and verifier go when it ends. */
export type StoredLogin = Omit<LoginTransaction, 'nonce' | 'codeVerifier'> &
  Partial<Pick<LoginTransaction, 'nonce' | 'codeVerifier'>> & {
    readonly state: LoginState
    readonly claimId?: string
    readonly leaseUntil?: number
    readonly reason?: string
  }

/** The tables of the house in memory. One object is one world; the twins made from it see each other's writes. */
export interface MemoryStore {
  readonly logins: Map<string, StoredLogin>
  readonly sessions: Map<string, Session>
  /** By owner and fact, as the key of the real table is. */
  readonly claims: Map<string, { readonly claims: SealedClaims; readonly keepUntil: number }>
  readonly plainClaims: Map<string, SealedPlainClaims & { readonly keepUntil: number }>
  readonly lastLogins: Map<string, LastLogin & { readonly keepUntil: number }>
  readonly subjectKeys: Map<string, string>
  /** Which service a subject, and so its key, belongs to. */
  readonly keyOwners: Map<string, string>
  readonly audit: AuditEvent[]
  /** Ids that may not be used again. */
  readonly spent: Map<string, { readonly attempt: string; readonly rememberUntil: number }>
}

export const memoryStore = (): MemoryStore => ({
  logins: new Map(),
  sessions: new Map(),
  claims: new Map(),
  plainClaims: new Map(),
  lastLogins: new Map(),
  subjectKeys: new Map(),
  keyOwners: new Map(),
  audit: [],
  spent: new Map(),
})
