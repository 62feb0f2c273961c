import { identityProvider } from '../../../../shared/adapters/http/oidc/identity-provider.ts'
import { memoryClientKeys } from '../../../../shared/adapters/memory/client-keys.ts'
import { memoryStore } from '../../../../shared/adapters/memory/memory-store.ts'
import { systemClock } from '../../../../shared/adapters/system/clock.ts'
import { systemRandomness } from '../../../../shared/adapters/system/randomness.ts'
import { aesGcmSealer } from '../../../../shared/adapters/system/sealer.ts'
import type { Service } from '../../../../shared/domain/policy/service.ts'
import type { ProviderProfile } from '../../../../shared/domain/provider/profile.ts'
import type { IdentityProvider } from '../../../../shared/ports/identity-provider.ts'
import { completeLogin } from '../../../../shared/use-cases/complete-login.ts'
import { startLogin } from '../../../../shared/use-cases/start-login.ts'
import { aService, vocabulary } from '../../../support/builders.ts'
import { memoryPorts } from '../../../support/memory-ports.ts'
import type { RegisteredClient } from './judge-client.ts'

/** A real key takes a while to be born; one serves all logins of a test file. */
const clientKeys = memoryClientKeys(['omera-bank'])

const publicUrl = 'https://rp.example'

/** A service that wants to know who is there, and nothing verified. */
const serviceAt = ({ proofOfPossession, acrValues }: ProviderProfile): Service =>
  aService({
    client: {
      id: 'omera-bank-client',
      relyingPartyId: 'omera-bank',
      senderConstrained: proofOfPossession !== 'never',
    },
    acts: {
      'sign-in': {
        authentication: { acrAnyOf: acrValues, maxAge: 'PT8H' },
        claims: { name: 'essential', email: 'voluntary' },
      },
    },
  })

/** The whole house on memory twins, but for the provider: that is spoken to over the wire, by the adapter that does so in production. */
const theHouse = (provider: IdentityProvider, service: Service) => {
  const store = memoryStore()
  const world = {
    publicUrl,
    services: { find: () => service, portalOf: () => 'https://omera-bank.example', vocabulary },
    providers: { get: () => provider },
    ...memoryPorts(store),
    clientKey: clientKeys,
    decryptionKey: { unwrap: async () => undefined },
    sealer: aesGcmSealer,
    clock: systemClock,
    randomness: systemRandomness,
  }
  return { store, startLogin: startLogin(world), completeLogin: completeLogin(world) }
}

export interface ProviderPlace {
  readonly discovery: URL
  readonly issuer: string
  readonly profile: ProviderProfile
}

/** A relying party at this provider, with a store of its own. `through` may stand between the house and the wire. */
export const relyingParty = (
  place: ProviderPlace,
  through: (provider: IdentityProvider) => IdentityProvider = (provider) => provider,
) => {
  const house = theHouse(through(identityProvider(place, systemClock.now)), serviceAt(place.profile))
  return { store: house.store, logIn: () => throughTheBrowser(house) }
}

/** The client as it must be registered. */
export const registrationAt = async (profile: ProviderProfile): Promise<RegisteredClient> => {
  const { client, id } = serviceAt(profile)
  return { clientId: client.id, redirectUri: `${publicUrl}/${id}/callback`, keys: await clientKeys.all() }
}

type House = ReturnType<typeof theHouse>
export type End = Awaited<ReturnType<House['completeLogin']>>

/** One login of one person in one browser, as far as the relying party lets it come. */
const throughTheBrowser = async (house: House): Promise<End> => {
  const begun = await house.startLogin({ service: 'omera-bank', act: 'sign-in', traceId: 'trace-1' })
  if (!begun.ok) return begun
  const sentBack = await fetch(begun.value.location, { redirect: 'manual' })
  const location = sentBack.headers.get('location')
  if (location === null) throw new Error(`the provider did not send the browser back: ${await sentBack.text()}`)
  return house.completeLogin({
    service: 'omera-bank',
    response: Object.fromEntries(new URL(location).searchParams),
    browserSecret: begun.value.browserSecret,
    lastStateHash: begun.value.stateHash,
    traceId: 'trace-2',
  })
}
