import { EsignetError, fieldRefusal } from '../esignet-error.ts'
import type { Challenge } from '../identity-system/authenticate.ts'
import { isObject, isText } from '../json.ts'
import type { FactorType } from './authentication-context.ts'

interface FactorRule {
  readonly format: string
  readonly least: number
  readonly most: number
}

const rules = new Map<string, FactorRule & { readonly type: FactorType }>([
  ['OTP', { type: 'OTP', format: 'alpha-numeric', least: 6, most: 6 }],
  ['PIN', { type: 'PIN', format: 'number', least: 6, most: 6 }],
  ['PWD', { type: 'PWD', format: 'alpha-numeric', least: 8, most: 30 }],
  ['KBI', { type: 'KBI', format: 'base64url-encoded-json', least: 50, most: 500 }],
  ['BIO', { type: 'BIO', format: 'encoded-json', least: 500, most: 500_000 }],
  ['WLA', { type: 'WLA', format: 'jwt', least: 500, most: 1000 }],
  ['IDT', { type: 'IDT', format: 'base64url-encoded-json', least: 20, most: 2000 }],
])

/**
 * The challenge list of an authenticate call, 1 to 5 entries.
 * @throws EsignetError `invalid_challenge_list`, `invalid_auth_factor_type`, `invalid_challenge_format`,
 *   `invalid_challenge_length`
 */
export function readChallenges(list: unknown): Challenge[] {
  if (!Array.isArray(list) || list.length < 1 || list.length > 5) refuse('challengeList', 'invalid_challenge_list')
  return list.map((item: unknown) => {
    const entry = isObject(item) ? item : {}
    const rule = isText(entry.authFactorType) ? rules.get(entry.authFactorType) : undefined
    if (!rule) return refuse('challengeList[0].authFactorType', 'invalid_auth_factor_type')
    if (entry.format !== rule.format) return refuse('challengeList[0].format', 'invalid_challenge_format')
    const challenge = isText(entry.challenge) ? entry.challenge : ''
    if (challenge.length < rule.least || challenge.length > rule.most) {
      return refuse('challengeList[0].challenge', 'invalid_challenge_length')
    }
    return { authFactorType: rule.type, challenge }
  })
}

function refuse(field: string, code: string): never {
  throw new EsignetError([fieldRefusal(field, code)])
}
