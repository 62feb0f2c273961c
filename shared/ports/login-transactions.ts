import type { CorruptTransaction, LoginTransaction, SpentTransaction } from '../domain/login/transaction.ts'
import type { RefusalCode } from '../kernel/codes.ts'
import type { Result } from '../kernel/result.ts'

/** Logins that were begun. Every function throws `Fault('store-unavailable')` when the store does not answer. */
export interface NewLoginTransactions {
  /** Writes one PENDING row. Safe to repeat after an ambiguous answer; a second login under the same state is a fault. */
  begin(transaction: LoginTransaction): Promise<void>
}

export interface LoginTransactions {
  /**
   * Moves PENDING to EXCHANGING for the one caller who comes first, from the right browser, for the right service, in time;
   * everybody else, then and ever after, is told what is there instead (`undefined`: nothing). Safe to repeat after an
   * ambiguous answer of the store: the same `claimId` wins again, another one does not. A row that cannot be read is told
   * as such, whoever asks; it may have been moved, and is to be failed.
   */
  claim(
    stateHash: string,
    by: { readonly service: string; readonly browserHash: string; readonly claimId: string; readonly now: number },
  ): Promise<Result<LoginTransaction, SpentTransaction | CorruptTransaction | undefined>>

  /** Moves PENDING or EXCHANGING to FAILED(reason) and forgets nonce and verifier. What is terminal already stays as it is. */
  fail(stateHash: string, reason: RefusalCode): Promise<void>
}
