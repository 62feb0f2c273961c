import { exchangeLeaseSeconds, moves } from '../../domain/login/transaction.ts'
import { Fault } from '../../kernel/fault.ts'
import { ok, refused } from '../../kernel/result.ts'
import type { LoginTransactions, NewLoginTransactions } from '../../ports/login-transactions.ts'
import type { MemoryStore, StoredLogin } from './memory-store.ts'

export const memoryNewLoginTransactions = (store: MemoryStore): NewLoginTransactions => ({
  begin: async (transaction) => {
    const there = store.logins.get(transaction.stateHash)
    const again = there?.state === moves.claim.from[0] && there.nonce === transaction.nonce
    if (there !== undefined && !again) throw new Fault('store-unavailable', 'ConditionalCheckFailedException')
    store.logins.set(transaction.stateHash, { ...transaction, state: 'PENDING' })
  },
})

export const memoryLoginTransactions = (store: MemoryStore): LoginTransactions => ({
  claim: async (stateHash, by) => {
    const found = store.logins.get(stateHash)
    if (found === undefined) return refused(undefined)
    const claimable =
      found.state === moves.claim.from[0] &&
      found.expiresAt > by.now &&
      found.service === by.service &&
      found.browserHash === by.browserHash
    const again = found.state === moves.claim.to && found.claimId === by.claimId
    if (!claimable && !again) return refused(found)
    const leaseUntil = by.now + exchangeLeaseSeconds
    store.logins.set(stateHash, { ...found, state: moves.claim.to, claimId: by.claimId, leaseUntil })
    const { nonce = '', codeVerifier = '' } = found
    const corrupt = [...(nonce === '' ? ['nonce'] : []), ...(codeVerifier === '' ? ['codeVerifier'] : [])]
    if (corrupt.length > 0) return refused({ corrupt })
    const { state: _state, claimId: _claimId, leaseUntil: _leaseUntil, reason: _reason, ...transaction } = found
    return ok({ ...transaction, nonce, codeVerifier })
  },

  fail: async (stateHash, reason) => {
    const found = store.logins.get(stateHash)
    if (found !== undefined && moves.fail.from.some((state) => state === found.state))
      store.logins.set(stateHash, { ...withoutSecrets(found), state: moves.fail.to, reason })
  },
})

export const withoutSecrets = ({ nonce: _nonce, codeVerifier: _codeVerifier, ...rest }: StoredLogin): StoredLogin =>
  rest
