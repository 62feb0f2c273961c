import { identityProvider } from '../adapters/http/oidc/identity-provider.ts'
import { systemClock } from '../adapters/system/clock.ts'
import type { ProviderProfile } from '../domain/provider/profile.ts'
import { Fault } from '../kernel/fault.ts'
import type { Log } from '../observability/log.ts'
import type { IdentityProvider, IdentityProviders } from '../ports/identity-provider.ts'
import { profiles } from '../providers/index.ts'
import { readProviders } from './environment.ts'
import { wireServices } from './services.ts'

const wellKnown = /\/\.well-known\/openid-configuration$/

/** The profile of a release, or a start that stops at once with what there is. */
const profileOf = (release: string, id: string): ProviderProfile => {
  const profile = profiles.get(release)
  if (profile === undefined)
    throw new Error(`no profile for release ${release} of provider ${id}; there are ${[...profiles.keys()].join(', ')}`)
  return profile
}

/** With which algorithm each service signs its client assertions: that of the release its provider runs. */
export const wireSigningAlgorithms = (): ((service: string) => 'PS256' | 'RS256') => {
  const services = wireServices()
  const providers = readProviders()
  return (id) => {
    const provider = services.find(id)?.provider ?? ''
    const release = Object.hasOwn(providers, provider) ? providers[provider]?.release : undefined
    return profileOf(release ?? 'unknown', provider).clientAssertion.algorithm
  }
}

/** The stage's identity providers, each with the profile of the release it runs. An unknown release stops the start. */
export const wireProviders = (log: Log): IdentityProviders => {
  const known = new Map<string, IdentityProvider>()
  for (const [id, { discovery, release, issuer, ...further }] of Object.entries(readProviders())) {
    const profile = profileOf(release, id)
    const address = {
      discovery: new URL(discovery),
      issuer: issuer ?? discovery.replace(wellKnown, ''),
      profile,
      ...further,
    }
    const tellSkew = (seconds: number) => log.say('clock-watch', { code: 'clock-skew', provider: id, seconds })
    known.set(id, identityProvider(address, systemClock.now, tellSkew))
  }
  return {
    get: (id) => {
      const provider = known.get(id)
      if (provider === undefined)
        throw new Fault('internal-fault', 'this stage does not configure the provider of the service')
      return provider
    },
  }
}

/** Says at cold start what was deliberately let through: no deviation is a silent skip. */
export const tellDeviations = (log: Log): void => {
  for (const [provider, { release }] of Object.entries(readProviders())) {
    const deviations = profileOf(release, provider).deviations.map(({ setting }) => setting)
    log.say('cold-start', { code: 'provider-profile', provider, release, deviations: deviations.join(' ') })
  }
}
