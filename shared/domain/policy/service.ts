import type { PublishedKey } from '../provider/published-key.ts'

/**
 * A service as data: one relying party, and its acts. This is the shape after parsing; `adapters/service-files` holds the
 * schema and refuses everything else. Durations are ISO 8601.
 */
export interface Service {
  readonly id: string
  readonly name: Readonly<Record<string, string>>
  /** Id of the identity provider; a stage says where it is and which release it runs. */
  readonly provider: string
  readonly client: {
    readonly id: string
    readonly relyingPartyId: string
    /** The provider encrypts UserInfo for this client; plain signed claims are then refused. */
    readonly encryptedUserInfo?: boolean
    /** Names of the keys that open it, newest first; two while one replaces the other. Absent: one, named `first`. */
    readonly decryptionKeys?: readonly string[]
    /** Access tokens are bound to a key of ours (RFC 9449), where the provider's release can. */
    readonly senderConstrained?: boolean
  }
  /** The service's own back end, which proves with these public keys who it is. Absent: the back-channel doors stay shut. */
  readonly backend?: { readonly jwks: { readonly keys: readonly PublishedKey[] } }
  /** Prefixes a person may be sent back to: paths on the portal's origin, or absolute URLs. */
  readonly returnTo: readonly string[]
  /** Why the service processes claims, as a URI of a vocabulary. */
  readonly purpose: string
  /** How long claims are kept. */
  readonly retention: string
  /** Longest life of a session, whatever the acts allow. */
  readonly session: { readonly maxAge: string }
  /** In which languages claims are wanted, most wanted first, as the provider spells them: eSignet reads ISO 639-3 only. */
  readonly claimsLocales?: readonly string[]
  readonly acts: Readonly<Record<string, Act>>
}

/** What must be true before something may happen at a service. The same document asks the provider and judges the answer. */
export interface Act {
  readonly authentication: {
    readonly acrAnyOf: readonly string[]
    /** How long ago the authentication may lie. */
    readonly maxAge: string
  }
  /** Plain claims, not verified: what is wished, and how much. */
  readonly claims?: Readonly<Record<string, Wish>>
  /** Alternatives: any one entry satisfies the act. Absent: no verified claims are needed. */
  readonly accept?: readonly Acceptance[]
  /** The first rule whose conditions all hold is added to the act; none holds: the act stands as it is. */
  readonly risk?: readonly RiskRule[]
  /** Whether what was verified for another purpose may serve this act. Absent: only what was verified for this service. */
  readonly reuse?: { readonly fromPurposes: readonly string[]; readonly consent: 'required' | 'not-required' }
}

/** What a circumstance of one request (an amount, a country) changes about an act. */
export interface RiskRule {
  /** By name of the circumstance. One that the caller did not state meets no condition but `notIn` and `absent`. */
  readonly when: Readonly<Record<string, Condition>>
  /** In the place of the act's own, member by member. */
  readonly authentication?: Partial<Act['authentication']>
  /** In the place of the act's own. */
  readonly accept?: readonly Acceptance[]
  /** Nothing a person does mends it. */
  readonly outcome?: 'manual-review' | 'deny'
}

/** Everything that is stated must hold. */
export interface Condition {
  readonly above?: number
  readonly below?: number
  readonly in?: readonly string[]
  readonly notIn?: readonly string[]
  readonly is?: string | number | boolean
  readonly absent?: true
}

export type Wish = 'essential' | 'voluntary'

export interface Acceptance {
  /**
   * Whether what an operator *declares* about a provider that cannot assert anything may satisfy this entry. Default no:
   * a declaration and a signed assertion are never mixed up.
   */
  readonly declared?: boolean
  readonly trustFrameworks: readonly string[]
  /** Compared on each framework's own ladder, never across frameworks. */
  readonly assuranceLevel?: { readonly atLeast: string }
  readonly verifiedWithin?: string
  /** Trust list of verifiers; absent: any verifier the framework knows. */
  readonly verifiers?: readonly string[]
  readonly evidence?: {
    readonly anyOf: readonly { readonly type: string; readonly documents?: readonly string[] }[]
    readonly notExpired?: boolean
  }
  /** Every essential claim must be in the *same* verified-claims object. */
  readonly claims: Readonly<Record<string, Wish>>
}

/** Trust frameworks with their own ordered ladders, weakest level first. */
export interface Vocabulary {
  readonly trustFrameworks: Readonly<Record<string, TrustFramework>>
  /** None is built in: that one framework's level counts as another's is a legal decision, and the operator's. */
  readonly equivalences?: readonly Equivalence[]
}

export interface TrustFramework {
  readonly name: string
  /** Empty where the framework has none, and evidence decides. */
  readonly levels: readonly string[]
  /** Known verifiers. An act that names none accepts any of these; absent: anybody. */
  readonly verifiers?: readonly string[]
}

/** Declared by an operator, one way: who says so, and since when, stands beside it. */
export interface Equivalence {
  readonly framework: string
  readonly level: string
  readonly countsAs: { readonly framework: string; readonly level: string }
  /** By whom, and on what ground. */
  readonly declaredBy: string
  /** ISO 8601 date. */
  readonly since: string
}
