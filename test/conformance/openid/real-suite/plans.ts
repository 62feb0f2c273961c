import type { ProviderProfile } from '../../../../shared/domain/provider/profile.ts'
import { coreModules, fapi2Modules } from '../plan.ts'
import { fapi20, oidcCore, oidcCoreEs256 } from '../support/profiles.ts'
import { registrationAt } from '../support/relying-party.ts'

/** One plan of the suite, in the variant that is ours. */
export interface SuitePlan {
  readonly name: string
  readonly variant: Readonly<Record<string, string>>
  readonly profileOf: (module: string) => ProviderProfile
  readonly modules: readonly string[]
}

export const plans: readonly SuitePlan[] = [
  {
    name: 'fapi2-security-profile-final-client-test-plan',
    variant: {
      client_auth_type: 'private_key_jwt',
      sender_constrain: 'dpop',
      authorization_request_type: 'simple',
      fapi_profile: 'plain_fapi',
      fapi_client_type: 'oidc',
    },
    profileOf: () => fapi20,
    modules: fapi2Modules,
  },
  {
    name: 'oidcc-client-test-plan',
    variant: {
      client_auth_type: 'private_key_jwt',
      request_type: 'plain_http_request',
      response_type: 'code',
      response_mode: 'default',
      client_registration: 'static_client',
    },
    profileOf: (module) => (module.endsWith('es256') ? oidcCoreEs256 : oidcCore),
    modules: coreModules,
  },
]

/** How often a person must log in before the suite is content. */
export const loginsOf = (module: string): number => (module.endsWith('-signing-key-rotation') ? 2 : 1)

/** What the suite must know of us: the client, its public key, and where it sends browsers back to. */
export const configurationOf = async ({ profileOf }: SuitePlan): Promise<object> => {
  const profile = profileOf('')
  const { clientId, redirectUri, keys } = await registrationAt(profile)
  return {
    alias: 'verify-once',
    description: 'Verify Once',
    waitTimeoutSeconds: 3,
    client: {
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: 'openid',
      jwks: { keys: keys.map((key) => ({ ...key, alg: profile.clientAssertion.algorithm })) },
      id_token_signed_response_alg: profile.idToken.algorithms[0],
      userinfo_signed_response_alg: profile.userInfo.algorithms[0],
    },
  }
}
