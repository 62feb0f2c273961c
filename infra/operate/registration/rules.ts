/**
 * What one release of eSignet wants of a client and its registration. This is about the operator's side only; what a login has to
 * know is in the provider's profile.
 */
export interface RegistrationRules {
  readonly create: string
  /** Full update, all fields again; the client id follows. */
  readonly update: string
  /** Partial update, the only way to set the encryption key later; the client id follows. */
  readonly patch?: string
  /** Members of `additionalConfig` the release knows; it refuses others. None: it has no such field. */
  readonly additionalConfig: readonly string[]
  readonly longestIdentifier: number
  readonly longestKey: number
  /** Without a `kid` in the registered key: the client is made and never works, or it works for assertions without one. */
  readonly keyWithoutId: 'client-never-works' | 'assertions-that-name-it-fail'
  /** Claims a client may register. Open: the list is configuration of the deployment, this is its default. */
  readonly claims: { readonly names: readonly string[]; readonly open: boolean }
  /** Whether `.internal`, `.local`, `.test` and the like are refused as hosts of redirect URIs. */
  readonly refusesPrivateHosts: boolean
  /** What the identity system and the tokens append to the host to name themselves, as the release is shipped. */
  readonly tokenIssuerPath: string
  readonly userInfoIssuerPath: string
  /** Whether the key that signs UserInfo is among eSignet's own, as the release is shipped. */
  readonly publishesUserInfoKey: boolean
}

const earlyConfig = [
  'userinfo_response_type',
  'purpose',
  'signup_banner_required',
  'forgot_pwd_link_required',
  'consent_expire_in_mins',
]
const config17 = [...earlyConfig, 'require_pushed_authorization_requests', 'dpop_bound_access_tokens']
const config18 = [...config17, 'require_pkce']

const javaClaims = [
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

const goClaims = [
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

const servicePath = '/v1/esignet'

const release18: RegistrationRules = {
  create: `${servicePath}/client-mgmt/client`,
  update: `${servicePath}/client-mgmt/client/`,
  patch: `${servicePath}/client-mgmt/client/`,
  additionalConfig: config18,
  longestIdentifier: 100,
  longestKey: 1024,
  keyWithoutId: 'assertions-that-name-it-fail',
  claims: { names: javaClaims, open: true },
  refusesPrivateHosts: true,
  tokenIssuerPath: '',
  userInfoIssuerPath: servicePath,
  publishesUserInfoKey: true,
}

const { patch: _, ...beforePatch } = release18

const release17: RegistrationRules = {
  ...beforePatch,
  additionalConfig: config17,
  tokenIssuerPath: servicePath,
}

const release16: RegistrationRules = {
  ...release17,
  additionalConfig: earlyConfig,
  publishesUserInfoKey: false,
}

/** 1.5 knows neither `/client-mgmt/client` nor `additionalConfig`. */
const release15: RegistrationRules = {
  ...release16,
  create: `${servicePath}/client-mgmt/oauth-client`,
  update: `${servicePath}/client-mgmt/oauth-client/`,
  additionalConfig: [],
}

/** The Go process has no base path; MOSIP's proxy puts `/v1/esignet` in front. */
const release20: RegistrationRules = {
  create: '/client-mgmt/client',
  update: '/client-mgmt/client/',
  patch: '/client-mgmt/client/',
  additionalConfig: [...config18, 'id_token_response_type', 'allowed_authorization_scopes'],
  longestIdentifier: 50,
  longestKey: 1024,
  keyWithoutId: 'client-never-works',
  claims: { names: goClaims, open: false },
  refusesPrivateHosts: false,
  tokenIssuerPath: '',
  userInfoIssuerPath: servicePath,
  publishesUserInfoKey: true,
}

export const registrationRules: ReadonlyMap<string, RegistrationRules> = new Map([
  ['1.5', release15],
  ['1.6', release16],
  ['1.7', release17],
  ['1.8', release18],
  ['2.0', release20],
])
