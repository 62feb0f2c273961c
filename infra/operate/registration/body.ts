import type { Service } from '../../../shared/domain/policy/service.ts'
import { Sentence } from '../../build/sentence.mjs'
import type { JsonObject } from '../json.ts'
import type { Jwk } from '../keys/jwk.ts'
import { encryptionKeyForm, signingKeyForm } from '../keys/registered-form.ts'
import type { Release } from '../release.ts'
import { acrValuesOf, claimsOf } from '../service-files.ts'
import { threeLetterCode } from './languages.ts'
import type { RegistrationRules } from './rules.ts'

/** One call of eSignet's client management; the envelope is `{requestTime, request}`. */
export interface RegistrationCall {
  readonly method: 'POST' | 'PATCH'
  readonly path: string
  readonly request: JsonObject
}

export interface Wanted {
  readonly service: Service
  readonly redirectUri: string
  readonly logoUri: string
  readonly key: Jwk
}

/** The call that registers a service as a client, in the shape of the release. @throws Sentence when a name does not fit */
export const createCall = ({ profile, rules }: Release, { service, ...wanted }: Wanted): RegistrationCall => {
  const config = configFor(service, rules)
  return {
    method: 'POST',
    path: rules.create,
    request: {
      clientId: service.client.id,
      clientName: service.name['en'] ?? Object.values(service.name)[0] ?? service.id,
      clientNameLangMap: namesByLanguage(service),
      publicKey: signingKeyForm(wanted.key, profile.clientAssertion.algorithm),
      relyingPartyId: service.client.relyingPartyId,
      userClaims: claimsOf(service),
      authContextRefs: acrValuesOf(service),
      logoUri: wanted.logoUri,
      redirectUris: [wanted.redirectUri],
      grantTypes: ['authorization_code'],
      clientAuthMethods: ['private_key_jwt'],
      ...(Object.keys(config).length === 0 ? {} : { additionalConfig: config }),
    },
  }
}

/**
 * The call that sets the key UserInfo is encrypted for, and asks for encryption. Both at once: a client that is to get JWE and
 * has no key fails at every login.
 *
 * @throws Sentence when the release has no such call
 */
export const patchCall = ({ name, rules }: Release, service: Service, key: Jwk): RegistrationCall => {
  if (rules.patch === undefined) {
    throw new Sentence(`eSignet ${name} has no partial update and no encryption key: PATCH came with 1.8.`)
  }
  return {
    method: 'PATCH',
    path: `${rules.patch}${encodeURIComponent(service.client.id)}`,
    request: {
      encPublicKey: encryptionKeyForm(key),
      additionalConfig: { ...configFor(service, rules), userinfo_response_type: 'JWE' },
    },
  }
}

/**
 * What we want of `additionalConfig`, as far as the release knows it; it refuses what it does not know. UserInfo begins as a JWS
 * also for who wants it encrypted: the key for that comes with the second call.
 */
const configFor = ({ client }: Service, { additionalConfig: known }: RegistrationRules): JsonObject => {
  const wishes = {
    userinfo_response_type: 'JWS',
    require_pushed_authorization_requests: true,
    require_pkce: true,
    ...(client.senderConstrained === true ? { dpop_bound_access_tokens: true } : {}),
  }
  return Object.fromEntries(Object.entries(wishes).filter(([member]) => known.includes(member)))
}

const longestName = 50

const namesByLanguage = (service: Service): JsonObject =>
  Object.fromEntries(
    Object.entries(service.name).map(([tag, name]) => {
      const code = threeLetterCode(tag)
      if (code === undefined) {
        throw new Sentence(
          `eSignet names languages by ISO 639-3, and the code of "${tag}" (name of ${service.id}) is not known here: write it with three letters in the service file.`,
        )
      }
      if (name.length <= longestName) return [code, name]
      throw new Sentence(
        `The name of ${service.id} in "${tag}" has ${name.length} characters; eSignet stores ${longestName}.`,
      )
    }),
  )
