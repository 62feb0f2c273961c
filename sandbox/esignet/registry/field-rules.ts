import { isKnownAcr } from '../authorization/authentication-context.ts'
import type { RegistrationRules } from '../dialects/dialect.ts'
import { fieldRefusal, type Refusal } from '../esignet-error.ts'
import { isFilled, isObject, isText, isTextList, type JsonObject } from '../json.ts'
import { additionalConfigRefusals } from './additional-config.ts'
import { toEncryptionKey, toPublicKey } from './public-key.ts'
import { isRegistrable } from './redirect-uri.ts'

const isIdentifierWithin = (most: number) => (value: unknown) =>
  isFilled(value) && !/\s/.test(value) && value.length <= most
const isUrl = (value: unknown) => isFilled(value) && URL.canParse(value)
const isListWithin = (value: unknown, least: number, most: number, fits: (item: string) => boolean) =>
  isTextList(value) && value.length >= least && value.length <= most && value.every(fits)

interface Rule {
  readonly field: string
  readonly code: string
  fits(value: unknown): boolean
}

const status: Rule = {
  field: 'status',
  code: 'invalid_status',
  fits: (value) => value === 'ACTIVE' || value === 'INACTIVE',
}

/** Fields only a create has. */
const unchangeable = (rules: RegistrationRules): readonly Rule[] => {
  const isIdentifier = isIdentifierWithin(rules.longestIdentifier)
  return [
    { field: 'clientId', code: 'invalid_client_id', fits: isIdentifier },
    {
      field: 'publicKey',
      code: 'invalid_public_key',
      fits: (value) => toPublicKey(value, rules) !== undefined,
    },
    { field: 'relyingPartyId', code: 'invalid_rp_id', fits: isIdentifier },
  ]
}

const encPublicKey: Rule = {
  field: 'encPublicKey',
  code: 'invalid_public_key',
  fits: (value) => value === undefined || value === null || toEncryptionKey(value) !== undefined,
}

/** Fields a create and an update share, each with the code of its rule. */
const changeable = (rules: RegistrationRules): readonly Rule[] => [
  { field: 'clientName', code: 'invalid_client_name', fits: (value) => isFilled(value) && value.length <= 256 },
  {
    field: 'userClaims',
    code: 'invalid_claim',
    fits: (value) => isListWithin(value, 0, 30, (claim) => rules.claims.includes(claim)),
  },
  { field: 'authContextRefs', code: 'invalid_acr', fits: (value) => isListWithin(value, 1, 30, isKnownAcr) },
  { field: 'logoUri', code: 'invalid_uri', fits: isUrl },
  {
    field: 'redirectUris',
    code: 'invalid_redirect_uri',
    fits: (value) => isListWithin(value, 1, rules.redirectUris.most, (uri) => isRegistrable(uri, rules.redirectUris)),
  },
  {
    field: 'grantTypes',
    code: 'unsupported_grant_type',
    fits: (value) => isListWithin(value, 1, 3, (type) => type === 'authorization_code'),
  },
  {
    field: 'clientAuthMethods',
    code: 'invalid_client_auth',
    fits: (value) => isListWithin(value, 1, 3, (method) => method === 'private_key_jwt'),
  },
]

function languageMapRefusals(value: unknown): Refusal[] {
  if (value === undefined || value === null) return []
  if (!isObject(value)) return [fieldRefusal('clientNameLangMap', 'invalid_language_code')]
  const codes = Object.keys(value).every((language) => /^[a-z]{3}$/.test(language))
  const names = Object.values(value).every((name) => isText(name) && name.length <= 50)
  return [
    ...(codes ? [] : [fieldRefusal('clientNameLangMap', 'invalid_language_code')]),
    ...(names ? [] : [fieldRefusal('clientNameLangMap', 'invalid_client_name_value')]),
  ]
}

function refusalsOf(
  request: JsonObject,
  fields: readonly Rule[],
  rules: RegistrationRules,
  onlyPresent: boolean,
): Refusal[] {
  const broken = fields
    .filter(({ field }) => !onlyPresent || (request[field] !== undefined && request[field] !== null))
    .filter(({ field, fits }) => !fits(request[field]))
    .map(({ field, code }) => fieldRefusal(field, code))
  return [
    ...broken,
    ...languageMapRefusals(request.clientNameLangMap),
    ...additionalConfigRefusals(request.additionalConfig, rules.additionalConfig),
  ]
}

/** What is wrong with a create request (all fields together). */
export const createRefusals = (request: JsonObject, rules: RegistrationRules) => {
  const keys = rules.encPublicKey === 'create-and-patch' ? [encPublicKey] : []
  return refusalsOf(request, [...unchangeable(rules), ...keys, ...changeable(rules)], rules, false)
}

/** What is wrong with a full update: every changeable field again, no key, no relying party id. */
export const updateRefusals = (request: JsonObject, rules: RegistrationRules) =>
  refusalsOf(request, [...changeable(rules), status], rules, false)

/** What is wrong with a partial update: only what is there is looked at. */
export const patchRefusals = (request: JsonObject, rules: RegistrationRules) =>
  refusalsOf(request, [encPublicKey, ...changeable(rules), status], rules, true)
