/** Claims of the default configuration of the release. */
const defaultClaims = [
  'name',
  'address',
  'gender',
  'birthdate',
  'picture',
  'email',
  'phone_number',
  'individual_id',
  'phone_number_verified',
  'registration_type',
  'updated_at',
] as const

/**
 * Claims this deployment adds by configuration. `country` is no claim of the default release:
 * Veridonia's services decide by the country a visitor comes from, so its eSignet is configured to offer it.
 */
const deploymentClaims = ['country', 'given_name', 'family_name', 'locale'] as const

/** What a client may register, and what discovery lists. */
export const supportedClaims: readonly string[] = [...defaultClaims, ...deploymentClaims]

/** What discovery lists as obtainable inside `verified_claims`. */
export const verifiableClaims: readonly string[] = [
  'name',
  'address',
  'gender',
  'birthdate',
  'picture',
  'email',
  'phone_number',
  'country',
  'given_name',
  'family_name',
]

/** Claims a scope implies; what the client has not registered is dropped later. */
export const claimsByScope: Readonly<Record<string, readonly string[]>> = {
  profile: [
    'name',
    'address',
    'gender',
    'birthdate',
    'picture',
    'email',
    'phone_number',
    'phone_number_verified',
    'registration_type',
    'updated_at',
  ],
  email: ['email'],
  phone: ['phone_number', 'phone_number_verified'],
  address: ['address'],
}

export const openIdScopes: readonly string[] = ['openid', 'profile', 'email', 'phone', 'address']
/** Known, so that mixing it with OpenID scopes can be refused; credentials themselves are not simulated. */
export const credentialScopes: readonly string[] = ['mosip_identity_vc_ldp']
