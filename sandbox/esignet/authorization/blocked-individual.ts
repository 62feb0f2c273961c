import { EsignetError } from '../esignet-error.ts'
import { settings } from '../settings.ts'
import type { World } from '../world.ts'

/** @throws EsignetError `individual_id_blocked` for a blocked person, or one who spent all attempts lately */
export function refuseBlocked(world: World, individualId: string): void {
  const always = world.identities.get(individualId)?.blocked === true
  if (always || world.blockedIndividuals.has(individualId)) throw new EsignetError('individual_id_blocked')
}

/** Block for ten minutes. @throws EsignetError `no_attempts_left`, always */
export function blockIndividual(world: World, individualId: string): never {
  world.blockedIndividuals.set(individualId, true, settings.blockSeconds)
  world.note('authenticate', 'individual-blocked', 'browser')
  throw new EsignetError('no_attempts_left')
}
