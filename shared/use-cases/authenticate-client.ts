import { signingInput } from '../domain/client-assertion/client-assertion.ts'
import type { Service } from '../domain/policy/service.ts'
import type { ProviderProfile } from '../domain/provider/profile.ts'
import type { ClientKey } from '../ports/client-key.ts'
import type { Clock } from '../ports/clock.ts'
import type { ClientAuthentication } from '../ports/identity-provider.ts'
import type { Randomness } from '../ports/randomness.ts'

export interface AuthenticateClientNeeds {
  readonly clientKey: ClientKey
  readonly clock: Clock
  readonly randomness: Randomness
}

/** How this service proves to this provider that it is itself: a fresh assertion for each request, signed in KMS (RFC 7523). */
export const authenticateClient =
  (world: AuthenticateClientNeeds, service: Service, profile: ProviderProfile): ClientAuthentication =>
  async ({ issuer, endpoint }) => {
    const { algorithm, audience, lifetimeSeconds } = profile.clientAssertion
    const input = signingInput({
      clientId: service.client.id,
      audience: audience === 'issuer' ? issuer : endpoint,
      algorithm,
      keyId: world.clientKey.keyId(service.id),
      issuedAt: Math.floor(world.clock.now() / 1000),
      lifetimeSeconds,
      jti: world.randomness.secret(),
    })
    return `${input}.${await world.clientKey.sign(service.id, algorithm, input)}`
  }
