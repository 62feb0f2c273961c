import { EsignetError } from '../esignet-error.ts'
import { sha256 } from '../opaque-id.ts'

/** RFC 7636 §4.6, S256 only. @throws EsignetError `invalid_grant` when the verifier is missing or does not fit */
export function checkProofKey(challenge: string | undefined, verifier: string | undefined): void {
  if (challenge === undefined) return
  if (!verifier || sha256(verifier) !== challenge) throw new EsignetError('invalid_grant')
}
