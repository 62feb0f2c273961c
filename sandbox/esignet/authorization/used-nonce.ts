import { EsignetError } from '../esignet-error.ts'
import { settings } from '../settings.ts'
import type { World } from '../world.ts'

/** A nonce is unique for the whole server during a day, since 1.6. @throws EsignetError `invalid_request` on a second use */
export function useNonce(world: World, nonce: string | undefined): void {
  if (!nonce || !world.dialect.authorization.nonceOnce) return
  if (world.usedNonces.has(nonce)) throw new EsignetError('invalid_request')
  world.usedNonces.set(nonce, true, settings.nonceSeconds)
}
