/**
 * The states of one login and its only legal moves, as data. The store turns each move into one conditional write,
 * so an illegal move loses in the database, whoever tries it.
 *
 *   PENDING ──claim──► EXCHANGING ──finish──► DONE
 *      │                    │
 *      └───────fail─────────┴──────────────► FAILED(reason)
 */
export const moves = {
  claim: { from: ['PENDING'], to: 'EXCHANGING' },
  finish: { from: ['EXCHANGING'], to: 'DONE' },
  fail: { from: ['PENDING', 'EXCHANGING'], to: 'FAILED' },
} as const satisfies Record<string, { from: readonly LoginState[]; to: LoginState }>

export type LoginState = 'PENDING' | 'EXCHANGING' | 'DONE' | 'FAILED'

/** How long a person may take at the provider: video eKYC alone may take thirty minutes. */
export const loginLifeSeconds = 60 * 60

/**
 * How long one exchange may hold the transaction: longer than the callback's function may run, so that nobody closes a living
 * exchange. Afterwards its outcome is unknown, and it is never tried again.
 */
export const exchangeLeaseSeconds = 30

/** What we must remember between sending a person away and seeing them return. Times are epoch seconds. */
export interface LoginTransaction {
  /** SHA-256 of `state`: whoever reads the table cannot complete a login with it. */
  readonly stateHash: string
  /** SHA-256 of the secret in this browser's login cookie (RFC 9700 §2.1: bound to the user agent). */
  readonly browserHash: string
  readonly service: string
  readonly act: string
  readonly provider: string
  /** Absolute URL inside the service's own list. */
  readonly returnTo: string
  readonly nonce: string
  /** PKCE code verifier (RFC 7636 §4.1). */
  readonly codeVerifier: string
  /** Sent at the pushed request, and again, letter for letter, at the token request. */
  readonly redirectUri: string
  readonly acrValues: readonly string[]
  readonly createdAt: number
  readonly expiresAt: number
}

/** What is found under a state that cannot be claimed. */
export interface SpentTransaction {
  readonly state: LoginState
  readonly service: string
  readonly browserHash: string
  readonly returnTo: string
  readonly expiresAt: number
  /** End of the lease in epoch seconds, when an exchange was begun. */
  readonly leaseUntil?: number
}

/** A row that lacks what a login cannot go on without, or holds it in a form that we never write. */
export interface CorruptTransaction {
  /** Names of the columns. */
  readonly corrupt: readonly string[]
}

/** Why a transaction could not be claimed, most telling reason first; `undefined` when nothing forbids it. */
export const whyNotClaimable = (
  found: SpentTransaction,
  asked: { readonly service: string; readonly browserHash: string; readonly now: number },
):
  | 'service-mismatch'
  | 'browser-mismatch'
  | 'transaction-expired'
  | 'exchange-unknown'
  | 'transaction-replayed'
  | undefined => {
  if (found.service !== asked.service) return 'service-mismatch'
  if (found.browserHash !== asked.browserHash) return 'browser-mismatch'
  if (found.state === 'EXCHANGING' && found.leaseUntil !== undefined && found.leaseUntil <= asked.now)
    return 'exchange-unknown'
  if (found.state !== 'PENDING') return 'transaction-replayed'
  if (found.expiresAt <= asked.now) return 'transaction-expired'
  return undefined
}
