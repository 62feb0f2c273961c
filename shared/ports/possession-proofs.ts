import type { OpenedProof } from '../domain/back-channel/proof.ts'
import type { Refusal } from '../kernel/codes.ts'
import type { Result } from '../kernel/result.ts'

export interface PossessionProofs {
  /** Verifies a DPoP proof with the key it carries, and judges that key (RFC 9449 §4.3, no. 1 to 7). Pure computation. */
  open(proof: string): Promise<Result<OpenedProof, Refusal>>
}
