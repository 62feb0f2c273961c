const prefix = 'mosip:idp:acr:'

export const acr = (name: string) => `${prefix}${name}`

/** Authentication contexts the Java line advertises. `id-token` is mapped but reserved to the sign-up portal. */
export const javaAcrs = ['knowledge', 'password', 'static-code', 'generated-code', 'linked-wallet', 'biometrics'].map(
  acr,
)

/** Those the Go line has a screen for; it advertises no others, although seven may be registered. */
export const goAcrs = ['generated-code', 'biometrics', 'knowledge', 'password'].map(acr)

/** Claims of the default configuration of the Java line. */
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
]

/**
 * Claims this deployment adds by configuration. `country` is no claim of the default release:
 * Veridonia's services decide by the country a visitor comes from, so its eSignet is configured to offer it.
 */
const deploymentClaims = ['country', 'given_name', 'family_name', 'locale']

/** What a client of the Java line may register, and what its discovery lists. */
export const javaClaims: readonly string[] = [...defaultClaims, ...deploymentClaims]

/** The closed list of the Go line: `country`, `family_name` and `locale` cannot be registered there. */
export const goClaims: readonly string[] = [
  'name',
  'given_name',
  'middle_name',
  'preferred_username',
  'nickname',
  'gender',
  'birthdate',
  'email',
  'phone_number',
  'picture',
  'address',
]

/** Claims a scope implies; what the client has not registered is dropped later. */
export const scopesBefore18: Readonly<Record<string, readonly string[]>> = {
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
}
export const scopesSince18: Readonly<Record<string, readonly string[]>> = { ...scopesBefore18, address: ['address'] }

/** OpenID Connect Core §5.4, as far as the Go line can register the claims. */
export const goScopes: Readonly<Record<string, readonly string[]>> = {
  profile: ['name', 'given_name', 'middle_name', 'nickname', 'preferred_username', 'picture', 'gender', 'birthdate'],
  email: ['email'],
  phone: ['phone_number'],
  address: ['address'],
}

/** `additionalConfig` grew with every release. */
export const configOf16 = [
  'userinfo_response_type',
  'purpose',
  'signup_banner_required',
  'forgot_pwd_link_required',
  'consent_expire_in_mins',
]
export const configOf17 = [...configOf16, 'require_pushed_authorization_requests', 'dpop_bound_access_tokens']
export const configOf18 = [...configOf17, 'require_pkce']
export const configOf20 = [...configOf18, 'id_token_response_type', 'allowed_authorization_scopes']
