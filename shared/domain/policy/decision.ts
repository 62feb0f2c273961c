import type { Verification } from '../verified-claims/verified-claims.ts'

export type DecisionOutcome =
  | 'permit'
  | 're-authenticate'
  | 'step-up'
  | 're-verify'
  | 'consent'
  | 'manual-review'
  | 'deny'

/** One thing an act demands, what was found, and what would mend it. Texts are for people; they hold no claim values. */
export interface Requirement {
  /** Path in the act, e.g. `accept[0].assuranceLevel`. */
  readonly rule: string
  readonly expected: string
  readonly actual: string
  readonly pass: boolean
  readonly remedy: Exclude<DecisionOutcome, 'permit'> | null
}

/** The judgement of one act at one moment. Same act, same facts, same clock: the same decision, byte for byte. */
export interface Decision {
  readonly outcome: DecisionOutcome
  readonly requirements: readonly Requirement[]
  /** Only with `permit`: RFC 3339, when the first fact lapses, and which one. */
  readonly validUntil?: string
  readonly lapsesFirst?: string
  /** The verified-claims objects that satisfy the act, each with the moment (RFC 3339) it stops to, as far as that is known. */
  readonly satisfiedBy: readonly { readonly id: string; readonly until?: string }[]
  readonly actHash: string
  readonly factsDigest: string
  /** RFC 3339. */
  readonly decidedAt: string
}

/** What decisions are made of: metadata only, no claim values. `authTime` is epoch seconds. */
export interface Facts {
  readonly authentication: { readonly acr: readonly string[]; readonly authTime: number }
  /** Names of the plain claims that came. */
  readonly claimNames: readonly string[]
  readonly verifications: readonly Verification[]
}
