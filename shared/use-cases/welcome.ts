import type { Decision } from '../domain/policy/decision.ts'

/** How a login ends that succeeds. */
export type Welcome =
  | {
      readonly kind: 'welcome'
      readonly returnTo: string
      readonly sessionSecret: string
      readonly sessionSeconds: number
      readonly decision: Decision
    }
  /** The same browser came by the same road again, after success: it is sent on, and nothing else happens. */
  | { readonly kind: 'already-welcome'; readonly returnTo: string }
