import type { Service } from '../../../../shared/domain/policy/service.ts'
import { doubtful, type Finding, listed, wrong } from '../../finding.ts'
import { type JsonObject, memberOf, objectIn, textIn } from '../../json.ts'
import { rsaBits } from '../../keys/jwk.ts'
import type { Release } from '../../release.ts'
import type { Check } from '../check.ts'

const protections = ['require_pushed_authorization_requests', 'require_pkce']

/** What eSignet enforces for this client, whoever asks. Without a flag our own logins work, and so would weaker ones. */
export const registeredFlags: Check = {
  name: 'registered-flags',
  fine: 'pushed requests and PKCE are demanded where the release can, and tokens and UserInfo come as we read them',
  needs: '--registration',
  look: ({ registration, release, file: { service } }) => {
    if (registration === undefined) return undefined
    const config = objectIn(registration, 'additionalConfig') ?? {}
    return [
      ...off(config, release),
      ...unknown(config, release),
      ...proof(config, service, release),
      ...encryption(registration, config, service),
      ...idToken(config),
    ]
  },
}

const off = (config: JsonObject, { rules }: Release): Finding[] =>
  protections
    .filter((flag) => rules.additionalConfig.includes(flag) && memberOf(config, flag) !== true)
    .map((flag) =>
      doubtful('protection-not-demanded', {
        expected: `additionalConfig.${flag}: true`,
        found: String(memberOf(config, flag) ?? 'not set'),
        remedy: 'set it (PUT): then eSignet refuses a weaker request that somebody else makes in our name',
      }),
    )

const unknown = (config: JsonObject, { name, rules }: Release): Finding[] => {
  const strangers = Object.keys(config).filter((member) => !rules.additionalConfig.includes(member))
  return strangers.length === 0
    ? []
    : [
        wrong('additional-config-unknown', {
          expected: `members eSignet ${name} knows: ${listed(rules.additionalConfig)}`,
          found: listed(strangers),
          remedy: 'leave it out: it is refused (invalid_additional_config) or does nothing',
        }),
      ]
}

/** RFC 9449: whether tokens are bound is agreed in the registration and in the service file. */
const proof = (config: JsonObject, service: Service, { name, profile }: Release): Finding[] => {
  const demanded = memberOf(config, 'dpop_bound_access_tokens') === true
  const given = service.client.senderConstrained === true && profile.proofOfPossession !== 'never'
  if (demanded === given) return []
  return demanded
    ? [
        wrong('proof-of-possession-demanded', {
          expected: `no dpop_bound_access_tokens: the service is not senderConstrained, or eSignet ${name} cannot`,
          found: 'true',
          remedy:
            'set client.senderConstrained in the service file, or register false; every token request fails otherwise',
        }),
      ]
    : [
        doubtful('protection-not-demanded', {
          expected: 'additionalConfig.dpop_bound_access_tokens: true, as the service is senderConstrained',
          found: String(memberOf(config, 'dpop_bound_access_tokens') ?? 'not set'),
          remedy: 'set it (PUT): then eSignet refuses a token request without proof',
        }),
      ]
}

/** Nothing in it is a secret from the browser that brought the code, and we do not open it (2.0 offers it). */
const idToken = (config: JsonObject): Finding[] => {
  const found = textIn(config, 'id_token_response_type') ?? 'JWS'
  return found === 'JWS'
    ? []
    : [
        wrong('id-token-response-type', {
          expected: 'additionalConfig.id_token_response_type: JWS, or none',
          found,
          remedy: 'register JWS (PUT): an encrypted ID token is refused as token-malformed',
        }),
      ]
}

/** Both sides have to mean the same: a signed UserInfo is refused where an encrypted one is due, and the other way round. */
const encryption = (registration: JsonObject, config: JsonObject, service: Service): Finding[] => {
  const wanted = service.client.encryptedUserInfo === true ? 'JWE' : 'JWS'
  const found = textIn(config, 'userinfo_response_type') ?? 'JWS'
  if (found !== wanted) {
    return [
      wrong('userinfo-response-type', {
        expected: `additionalConfig.userinfo_response_type: ${wanted}, as client.encryptedUserInfo of the service file says`,
        found,
        remedy:
          wanted === 'JWE'
            ? 'set key and type (client-registration --patch), which needs eSignet 1.8 or newer'
            : 'register JWS (PUT), or set client.encryptedUserInfo in the service file',
      }),
    ]
  }
  return wanted === 'JWE' ? encryptionKey(objectIn(registration, 'encPublicKey')) : []
}

const encryptionKey = (key: JsonObject | undefined): Finding[] => {
  if (key === undefined) {
    return [
      doubtful('encryption-key-missing', {
        expected: 'encPublicKey, for userinfo_response_type JWE',
        found: 'none in this registration',
        remedy: 'make sure it was set (client-registration --patch): without it every UserInfo fails',
      }),
    ]
  }
  const bits = rsaBits(key)
  return bits === 2048
    ? []
    : [
        wrong('encryption-key-unfit', {
          expected: 'RSA with exactly 2048 bits',
          found: bits === undefined ? 'no RSA key' : `${bits} bits`,
          remedy: 'set another one (client-registration --patch): eSignet stores this one and fails at every UserInfo',
        }),
      ]
}
