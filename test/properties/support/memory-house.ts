import type { MemoryStore } from '../../../shared/adapters/memory/memory-store.ts'
import { aesGcmSealer } from '../../../shared/adapters/system/sealer.ts'
import type { Service } from '../../../shared/domain/policy/service.ts'
import type { ServiceDirectory } from '../../../shared/ports/service-directory.ts'
import type { CompleteLoginNeeds } from '../../../shared/use-cases/complete-login.ts'
import type { StartLoginNeeds } from '../../../shared/use-cases/start-login.ts'
import { aService, vocabulary } from '../../support/builders.ts'
import { memoryPorts } from '../../support/memory-ports.ts'
import { type Crossing, through } from './crossing.ts'

export const serviceIds = ['omera-bank', 'visa'] as const
export type ServiceId = (typeof serviceIds)[number]

/** Calls of the world that nobody awaits. */
export const places = ['secret', 'now', 'seal', 'keyId', 'portalOf', 'get'] as const
export type Place = (typeof places)[number]

export type House = Omit<StartLoginNeeds & CompleteLoginNeeds, 'providers'>

/** `says` is told of every call that is not awaited, before it answers, and may throw in its place. */
export const houseOn = (store: MemoryStore, time: { readonly now: number }, says: (place: Place) => void): House => {
  let secrets = 0
  const services = new Map<string, Service>(
    serviceIds.map((id) => [id, aService({ id, client: { id: `${id}-client`, relyingPartyId: id } })]),
  )
  const directory: ServiceDirectory = {
    find: (id) => services.get(id),
    portalOf: ({ id }) => {
      says('portalOf')
      return `https://${id}.example`
    },
    vocabulary,
  }
  return {
    publicUrl: 'https://api.example',
    services: directory,
    ...memoryPorts(store),
    decryptionKey: { unwrap: async () => undefined },
    // A signature costs more than all the rest of a login, and nobody here looks at it.
    clientKey: {
      keyId: () => {
        says('keyId')
        return 'k'
      },
      sign: async () => 'signature',
    },
    sealer: {
      ...aesGcmSealer,
      seal: (...given) => {
        says('seal')
        return aesGcmSealer.seal(...given)
      },
    },
    clock: {
      now: () => {
        says('now')
        return time.now
      },
    },
    // Unique is all a history needs, and countable makes it repeatable.
    randomness: {
      secret: () => {
        says('secret')
        return `${++secrets}`.padStart(43, 's')
      },
    },
  }
}

/** The same house, every awaited call of which goes through the crossing. */
export const passing = (world: House, by: Crossing): House => ({
  ...world,
  newLoginTransactions: through(world.newLoginTransactions, by, 'begin'),
  loginTransactions: through(world.loginTransactions, by, 'claim', 'fail'),
  loginRecords: through(world.loginRecords, by, 'keep'),
  subjectKeys: through(world.subjectKeys, by, 'keyFor'),
  auditTrail: through(world.auditTrail, by, 'record'),
  clientKey: through(world.clientKey, by, 'sign'),
})
