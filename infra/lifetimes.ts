import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core'
import type { StageKind } from './stages.ts'

/** How long things of a stage live, and whether they can be taken away by mistake. */
export interface Lifetime {
  /** Whether deleting the stack deletes what it keeps. */
  readonly removal: RemovalPolicy
  /** Point-in-time recovery for the tables that ask for it. */
  readonly backup: boolean
  /** Deletion protection of tables, termination protection of the stack that keeps them. */
  readonly protect: boolean
  readonly logRetention: RetentionDays
  /** How long a key waits, disabled but recoverable, after somebody asked to delete it. KMS allows 7 to 30 days. */
  readonly keyPendingWindow: Duration
}

const passing: Lifetime = {
  removal: RemovalPolicy.DESTROY,
  backup: false,
  protect: false,
  logRetention: RetentionDays.ONE_WEEK,
  keyPendingWindow: Duration.days(7),
}

export const lifetimes: Record<StageKind, Lifetime> = {
  practice: passing,
  ephemeral: passing,
  lasting: {
    removal: RemovalPolicy.RETAIN,
    backup: true,
    protect: true,
    logRetention: RetentionDays.ONE_YEAR,
    keyPendingWindow: Duration.days(30),
  },
}
