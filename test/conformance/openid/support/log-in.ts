import type { ProviderProfile } from '../../../../shared/domain/provider/profile.ts'
import type { Deviation } from './deviation.ts'
import { hostileProvider } from './hostile-provider.ts'
import { registrationAt, relyingParty } from './relying-party.ts'

/** A relying party that has registered at a provider of this profile, which deviates in this one thing. */
export const relyingPartyAt = async (profile: ProviderProfile, deviation: Deviation = {}) => {
  const provider = await hostileProvider(profile, deviation, await registrationAt(profile))
  const { discovery, issuer } = provider
  const { store, logIn } = relyingParty({ discovery, issuer, profile })
  return { provider, logIn: async () => ({ end: await logIn(), store, provider }) }
}

export type Login = Awaited<ReturnType<Awaited<ReturnType<typeof relyingPartyAt>>['logIn']>>

/** What most modules are: one login at a provider that deviates in one thing. */
export const logInAt = async (profile: ProviderProfile, deviation: Deviation = {}): Promise<Login> =>
  (await relyingPartyAt(profile, deviation)).logIn()
