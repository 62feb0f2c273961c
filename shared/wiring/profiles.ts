import type { Service } from '../domain/policy/service.ts'
import type { ProviderProfile } from '../domain/provider/profile.ts'
import { profiles } from '../providers/index.ts'
import { readProviders } from './environment.ts'

/** The profile of each service's provider, for doors that judge and never speak to one. An unknown release stops the start. */
export const wireProfiles = (): ((service: Service) => ProviderProfile) => {
  const known = new Map(
    Object.entries(readProviders()).map(([id, { release }]) => [id, profileOf(id, release)] as const),
  )
  return ({ id, provider }) => {
    const profile = known.get(provider)
    if (profile === undefined) throw new Error(`this stage does not configure the provider of ${id}`)
    return profile
  }
}

const profileOf = (id: string, release: string): ProviderProfile => {
  const profile = profiles.get(release)
  if (profile === undefined) throw new Error(`no profile for release ${release} of provider ${id}`)
  return profile
}
