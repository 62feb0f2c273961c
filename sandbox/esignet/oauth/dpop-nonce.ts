import { EsignetError } from '../esignet-error.ts'
import { newOpaqueId } from '../opaque-id.ts'
import type { World } from '../world.ts'
import type { DpopProof } from './dpop-proof.ts'

/** The proof must be made again with this nonce (RFC 9449 §8). */
export class UseDpopNonce extends EsignetError {
  readonly nonce: string

  constructor(nonce: string) {
    const errorMessage = 'Authorization server requires nonce in DPoP proof'
    super([{ errorCode: 'use_dpop_nonce', errorMessage }])
    this.name = 'UseDpopNonce'
    this.nonce = nonce
  }
}

/**
 * Where a release has server nonces, each code and each access token has one of its own: the first proof is therefore
 * always challenged.
 * @param owner the code, or the digest of the access token
 * @throws UseDpopNonce
 */
export function demandNonce(world: World, owner: string, proof: DpopProof): void {
  const seconds = world.dialect.dpop?.nonceSeconds
  if (seconds === undefined) return
  const expected = world.dpopNonces.get(owner)
  if (expected !== undefined && proof.nonce === expected) return
  const nonce = newOpaqueId()
  world.dpopNonces.set(owner, nonce, seconds)
  throw new UseDpopNonce(nonce)
}
