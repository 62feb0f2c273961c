import type { JWK } from 'jose'
import type { JsonObject } from '../json.ts'

export interface AdditionalConfig {
  readonly userinfo_response_type?: 'JWS' | 'JWE'
  readonly id_token_response_type?: 'JWS' | 'JWE'
  readonly purpose?: JsonObject | null
  readonly signup_banner_required?: boolean
  readonly forgot_pwd_link_required?: boolean
  readonly consent_expire_in_mins?: number
  readonly require_pushed_authorization_requests?: boolean
  readonly dpop_bound_access_tokens?: boolean
  readonly require_pkce?: boolean
}

/** A relying party's client as the registry stores it. */
export interface Client {
  readonly clientId: string
  readonly clientName: string
  readonly clientNameLangMap: Readonly<Record<string, string>>
  readonly publicKey: JWK
  /** For encrypted answers (JWE). */
  readonly encPublicKey: JWK | undefined
  readonly relyingPartyId: string
  readonly userClaims: readonly string[]
  readonly authContextRefs: readonly string[]
  readonly logoUri: string
  readonly redirectUris: readonly string[]
  readonly grantTypes: readonly string[]
  readonly clientAuthMethods: readonly string[]
  readonly additionalConfig: AdditionalConfig
  readonly status: 'ACTIVE' | 'INACTIVE'
}
