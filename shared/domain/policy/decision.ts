import type { ProviderProfile } from '../provider/profile.ts'
import type { Verification } from '../verified-claims/verified-claims.ts'
import type { Ask } from './authorization-request.ts'

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

/** The judgement of one act at one moment. Same act, facts, vocabulary, circumstances and clock: the same decision, byte for byte. */
export interface Decision {
  readonly outcome: DecisionOutcome
  readonly requirements: readonly Requirement[]
  /** What would mend what failed, each once, heaviest first; the first is the outcome. Empty with `permit`. */
  readonly remedies: readonly Exclude<DecisionOutcome, 'permit'>[]
  /** The one way that mends all of it together. Null with `permit`, and where there is none: `explanation` says why. */
  readonly remedy: Remedy | null
  /** For people: why there is no remedy. */
  readonly explanation?: string
  /** Only with `permit`: RFC 3339, when the first fact lapses, and which one. */
  readonly validUntil?: string
  readonly lapsesFirst?: string
  /** The verified-claims objects that satisfy the act, each with the moment (RFC 3339) it stops to, as far as that is known. */
  readonly satisfiedBy: readonly { readonly id: string; readonly until?: string }[]
  readonly actHash: string
  readonly factsDigest: string
  /** Of the context; of few possible contexts it can be guessed, so it is for records and not for strangers. */
  readonly contextDigest: string
  /** RFC 3339. */
  readonly decidedAt: string
}

/** One trip that mends everything: nobody is sent twice. */
export interface Remedy {
  /** The heaviest of what it does: a new verification also renews and strengthens the authentication. */
  readonly kind: 're-authenticate' | 'step-up' | 're-verify' | 'consent'
  /** What the provider is asked, exactly as much as is missing; absent where the person need not go there. */
  readonly ask?: Ask
  /** Purposes whose verifications the person has to release for this one. */
  readonly consentTo?: readonly string[]
}

/** What decisions are made of: metadata only, no claim values. `authTime` is epoch seconds. */
export interface Facts {
  readonly authentication: { readonly acr: readonly string[]; readonly authTime: number }
  /** Names of the plain claims that came. */
  readonly claimNames: readonly string[]
  readonly verifications: readonly KnownVerification[]
}

/** A verification together with what we know of it and the provider did not say. */
export interface KnownVerification extends Verification {
  /** The purpose (URI) it was obtained for, where that is another than that of the service which asks now. Absent: this one. */
  readonly obtainedFor?: string
  /** Whether the person agreed that the service which asks now may see it. Says nothing without `obtainedFor`. */
  readonly consented?: boolean
  /** RFC 3339: until when we may rely on it, by our own rules (retention, withdrawal), whatever the provider said. */
  readonly validUntil?: string
}

/** Circumstances of one request, by name: an amount, a country. Their values may be personal and stand in no decision. */
export type Context = Readonly<Record<string, string | number | boolean>>

/** How often the person was already sent away for this act, counted since `since` (epoch milliseconds). */
export interface Attempts {
  readonly count: number
  readonly since: number
}

/** What one request adds to act and facts. */
export interface Circumstances {
  readonly context?: Context
  readonly attempts?: Attempts
  /** What the provider can be asked; absent: one that asserts verified claims. */
  readonly profile?: Pick<ProviderProfile, 'verifiedClaims'>
}
