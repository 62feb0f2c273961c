import { createHash } from 'node:crypto'

/** The partner-specific user token: pairwise per *relying party id*, so two clients sharing one share subjects. */
export function pairwiseSubject(individualId: string, relyingPartyId: string): string {
  return createHash('sha3-256').update(`${individualId}${relyingPartyId}`).digest('base64url')
}
