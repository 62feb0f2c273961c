import { identityProvider } from '../adapters/http/oidc/identity-provider.ts'
import { systemClock } from '../adapters/system/clock.ts'
import { Fault } from '../kernel/fault.ts'
import type { IdentityProvider, IdentityProviders } from '../ports/identity-provider.ts'
import { profiles } from '../providers/index.ts'
import { readProviders } from './environment.ts'

const wellKnown = /\/\.well-known\/openid-configuration$/

/** The stage's identity providers, each with the profile of the release it runs. An unknown release stops the start. */
export const wireProviders = (): IdentityProviders => {
  const known = new Map<string, IdentityProvider>()
  for (const [id, { discovery, release, issuer }] of Object.entries(readProviders())) {
    const profile = profiles.get(release)
    if (profile === undefined)
      throw new Error(
        `no profile for release ${release} of provider ${id}; there are ${[...profiles.keys()].join(', ')}`,
      )
    const address = { discovery: new URL(discovery), issuer: issuer ?? discovery.replace(wellKnown, ''), profile }
    known.set(id, identityProvider(address, systemClock.now))
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
