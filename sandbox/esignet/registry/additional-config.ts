import type { Refusal } from '../esignet-error.ts'
import { isObject, isText } from '../json.ts'
import type { AdditionalConfig } from './client.ts'

const code = 'invalid_additional_config'
const isFlag = (value: unknown) => typeof value === 'boolean'

/** Members the schema knows; anything else is refused. */
const rules: Readonly<Record<string, (value: unknown) => boolean>> = {
  userinfo_response_type: (value) => value === 'JWS' || value === 'JWE',
  purpose: isPurpose,
  signup_banner_required: isFlag,
  forgot_pwd_link_required: isFlag,
  consent_expire_in_mins: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 10,
  require_pushed_authorization_requests: isFlag,
  dpop_bound_access_tokens: isFlag,
  require_pkce: isFlag,
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

/** Why an `additionalConfig` is refused; an empty list when it is fine or absent. */
export function additionalConfigRefusals(value: unknown): Refusal[] {
  if (value === undefined || value === null) return []
  const invalid = { errorCode: code, errorMessage: `request.additionalConfig: ${code}` }
  if (!isObject(value)) return [invalid]
  const fits = Object.entries(value).every(([name, content]) => Object.hasOwn(rules, name) && rules[name]?.(content))
  if (!fits) return [invalid]
  return [
    ...(value.userinfo_response_type === 'JWE' ? [notOffered('userinfo_response_type JWE')] : []),
    ...(value.dpop_bound_access_tokens === true ? [notOffered('dpop_bound_access_tokens')] : []),
  ]
}

/** eSignet offers it, this simulation does not yet: refused at the door rather than half done later. */
export function notOffered(what: string): Refusal {
  return {
    errorCode: code,
    errorMessage: `request.additionalConfig: this release of the practice world does not offer ${what} yet`,
  }
}

/** The stored form of a value that passed {@link additionalConfigRefusals}. */
export function toAdditionalConfig(value: unknown): AdditionalConfig {
  if (!isObject(value)) return {}
  const flag = (name: string) => (value[name] === true ? { [name]: true } : {})
  const { consent_expire_in_mins: minutes, purpose } = value
  return {
    userinfo_response_type: 'JWS',
    ...(isObject(purpose) ? { purpose } : {}),
    ...(typeof minutes === 'number' ? { consent_expire_in_mins: minutes } : {}),
    ...flag('signup_banner_required'),
    ...flag('forgot_pwd_link_required'),
    ...flag('require_pushed_authorization_requests'),
    ...flag('require_pkce'),
  }
}
