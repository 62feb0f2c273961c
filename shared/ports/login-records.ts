import type { LoginCompleted } from '../domain/audit/event.ts'
import type { Session } from '../domain/session/session.ts'
import type { SealedClaims, SealedValues } from '../domain/verified-claims/sealed-claims.ts'

/** Everything one successful login leaves behind. */
export interface LoginRecord {
  readonly stateHash: string
  readonly session: Session
  readonly verifiedClaims: readonly SealedClaims[]
  /** Claims that came without saying how they were verified, e.g. an e-mail address. */
  readonly plainClaims: SealedValues
  readonly audit: LoginCompleted
  /** The wrapped data key of the subject, when this login is the subject's first. */
  readonly newSubjectKey?: string
  /** Names the key under which the values are sealed. */
  readonly keyId: string
  /** Epoch seconds until which the claims may be kept (the service's retention). */
  readonly keepUntil: number
}

export interface LoginRecords {
  /**
   * Writes all of it or none of it: transaction DONE, claims, session, audit. Half a login cannot exist, and repeating the
   * call after an ambiguous answer changes nothing. Throws `Fault('store-unavailable')`.
   *
   * `subject-key-raced`: another first login of the same subject stored its key a moment before, or the person was erased
   * and the key is gone; nothing was written, and the claims must be sealed again with the key that is there now.
   * `not-exchanging`: the transaction is not ours to finish any more.
   */
  keep(record: LoginRecord): Promise<'kept' | 'subject-key-raced' | 'not-exchanging'>
}
