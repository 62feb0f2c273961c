import type { Refusal } from '../esignet-error.ts'
import { isObject, isText, isTextList } from '../json.ts'
import type { AdditionalConfig } from './client.ts'

const code = 'invalid_additional_config'
const isFlag = (value: unknown) => typeof value === 'boolean'
const isResponseType = (value: unknown) => value === 'JWS' || value === 'JWE'

/** What each member must be, in every release that has it. */
const rules: Readonly<Record<string, (value: unknown) => boolean>> = {
  userinfo_response_type: isResponseType,
  id_token_response_type: isResponseType,
  purpose: isPurpose,
  signup_banner_required: isFlag,
  forgot_pwd_link_required: isFlag,
  consent_expire_in_mins: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 10,
  require_pushed_authorization_requests: isFlag,
  dpop_bound_access_tokens: isFlag,
  require_pkce: isFlag,
  allowed_authorization_scopes: (value) => isTextList(value) && new Set(value).size === value.length,
}

/** `type` decides the heading of the login page; titles are null or a language map with `@none`. */
function isPurpose(value: unknown): boolean {
  if (value === null) return true
  if (!isObject(value)) return false
  const { type, title = null, subTitle = null, ...rest } = value
  const known = isText(type) && ['none', 'verify', 'link', 'login'].includes(type)
  return known && Object.keys(rest).length === 0 && isLanguageMap(title) && isLanguageMap(subTitle)
}

function isLanguageMap(value: unknown): boolean {
  return value === null || (isObject(value) && isText(value['@none']) && Object.values(value).every(isText))
}

/**
 * Why an `additionalConfig` is refused; an empty list when it is fine or absent.
 * @param members those the release knows: anything else is refused, unless it knows none and does not read it at all
 */
export function additionalConfigRefusals(value: unknown, members: readonly string[]): Refusal[] {
  if (value === undefined || value === null || members.length === 0) return []
  const invalid = { errorCode: code, errorMessage: `request.additionalConfig: ${code}` }
  if (!isObject(value)) return [invalid]
  const fits = Object.entries(value).every(([name, content]) => members.includes(name) && rules[name]?.(content))
  return fits ? [] : [invalid]
}

/** The stored form of a value that passed {@link additionalConfigRefusals}. */
export function toAdditionalConfig(value: unknown, members: readonly string[]): AdditionalConfig {
  if (!isObject(value) || members.length === 0) return {}
  const flag = (name: string) => (value[name] === true ? { [name]: true } : {})
  const { consent_expire_in_mins: minutes, purpose } = value
  return {
    userinfo_response_type: value.userinfo_response_type === 'JWE' ? 'JWE' : 'JWS',
    ...(value.id_token_response_type === 'JWE' ? { id_token_response_type: 'JWE' } : {}),
    ...(isObject(purpose) ? { purpose } : {}),
    ...(typeof minutes === 'number' ? { consent_expire_in_mins: minutes } : {}),
    ...flag('signup_banner_required'),
    ...flag('forgot_pwd_link_required'),
    ...flag('require_pushed_authorization_requests'),
    ...flag('dpop_bound_access_tokens'),
    ...flag('require_pkce'),
  }
}
