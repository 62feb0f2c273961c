import type { AuthenticatedTransaction, GrantedTransaction, Transaction } from '../authorization/transaction.ts'

/** Screens of the Go line's sign-in page. */
export type FlowStep = 'choose' | 'identify' | 'otp' | 'biometric' | 'password' | 'knowledge' | 'consent'

/** One login on that page. Its transaction has the execution's id. */
export interface Flow {
  readonly authId: string
  readonly transaction: Transaction
  readonly step: FlowStep
  /** The context the person chose to prove themselves in. */
  readonly acr: string | undefined
  readonly individualId: string | undefined
  readonly sentOtps: number
  /** Changes with every answer; absent before the first call. */
  readonly challengeToken: string | undefined
  /** Set from the consent screen on. */
  readonly authenticated: AuthenticatedTransaction | undefined
}

/** An authorize request that waits for its flow to come back. */
export interface AwaitedAuthorization {
  readonly transaction: Transaction
  /** The subject the relying party insists on (OpenID Connect Core §5.5.1), if any. */
  readonly wantedSub: string | undefined
}

/** What an assertion of the flow stands for. */
export interface FlowOutcome {
  readonly authId: string
  /** Absent: the person declined. */
  readonly granted: GrantedTransaction | undefined
}
