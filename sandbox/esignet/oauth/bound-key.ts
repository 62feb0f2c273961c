import { EsignetError } from '../esignet-error.ts'
import type { DpopProof } from './dpop-proof.ts'

/**
 * The key a code will be bound to (RFC 9449 §10.1): announced as `dpop_jkt`, or shown by a proof at PAR.
 * @throws EsignetError `invalid_dpop_proof` when the two are not the same
 */
export function boundKey(announced: string | undefined, proof: DpopProof | undefined): string | undefined {
  if (announced && proof && announced !== proof.jkt) throw new EsignetError('invalid_dpop_proof')
  return announced || proof?.jkt
}

/**
 * @param announced what the code is bound to, if anything
 * @param mandatory whether the client must show a key
 * @param missing the code for a client that must and does not
 * @throws EsignetError `invalid_dpop_proof` for another key than announced
 */
export function checkBoundKey(
  announced: string | undefined,
  proof: DpopProof | undefined,
  mandatory: boolean,
  missing: string,
): void {
  if (mandatory && !proof) throw new EsignetError(missing)
  if (announced && announced !== proof?.jkt) throw new EsignetError('invalid_dpop_proof')
}
