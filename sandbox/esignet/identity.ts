/** A value in one language; `language` is an ISO 639-3 code such as `eng` or `khm`. */
export interface LocalisedValue {
  readonly language: string
  readonly value: string
}

/** A text that is the same in every language, or one value per language. */
export type Localised = string | readonly LocalisedValue[]

export interface Address {
  readonly streetAddress?: Localised
  readonly locality?: Localised
  readonly region?: Localised
  readonly country?: Localised
}

/** The fields of an identity that can be released and verified. */
export type IdentityField =
  | 'fullName'
  | 'givenName'
  | 'familyName'
  | 'dateOfBirth'
  | 'gender'
  | 'email'
  | 'phone'
  | 'country'
  | 'address'
  | 'preferredLang'

/** Evidence in the shape of OpenID Connect for Identity Assurance 1.0 §5.4.4.1 (a document). */
export interface DocumentEvidence {
  readonly type: 'document'
  readonly check_details: readonly {
    readonly check_method: string
    readonly organization: string
    readonly time?: string
  }[]
  readonly document_details: {
    readonly type: string
    readonly issuer?: { readonly name: string; readonly country_code?: string }
    readonly date_of_issuance?: string
    readonly date_of_expiry?: string
  }
}

/** One verification of a person: who vouches for which fields, under which trust framework, since when. */
export interface Verification {
  readonly trustFramework: string
  readonly assuranceLevel?: string
  readonly verificationProcess?: string
  /** ISO 8601 instant with `Z`. */
  readonly time: string
  readonly verifier: { readonly organization: string }
  readonly evidence: readonly DocumentEvidence[]
  readonly fields: readonly IdentityField[]
  readonly status: 'active' | 'revoked'
}

/** An invented person of the practice world, as the identity system knows them. */
export interface Identity {
  /** Stable key, used in `data-testid="persona-<key>"`. */
  readonly persona: string
  readonly title: string
  readonly description: string
  /** The number typed at login. */
  readonly individualId: string
  readonly pin: string
  readonly email?: string
  readonly phone?: string
  readonly fullName: Localised
  readonly givenName?: Localised
  readonly familyName?: Localised
  readonly gender?: Localised
  /** `yyyy/MM/dd`, the form the identity system stores and releases. */
  readonly dateOfBirth: string
  readonly country: Localised
  readonly address?: Address
  /** ISO 639-3 code. */
  readonly preferredLang: string
  /** A blocked person is refused with `individual_id_blocked` at every factor. */
  readonly blocked?: boolean
  readonly verifications: readonly Verification[]
}
