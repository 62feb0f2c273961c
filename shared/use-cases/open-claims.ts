import type { ClaimValue, PlainClaims } from '../domain/claims/plain-claims.ts'
import type { SealedValues } from '../domain/verified-claims/sealed-claims.ts'
import type { Sealer } from '../ports/sealer.ts'
import type { SubjectKey } from '../ports/subject-keys.ts'

/** What lies sealed, where it belongs, and under which key. */
export interface Sealed {
  readonly subject: string
  readonly objectId: string
  readonly keyId: string
  readonly values: SealedValues
}

/**
 * The values of one object, in order of their names. Without the key they were sealed with there are none: an erased person
 * has no key, and one who came again has another. That is what erasure means, and no fault.
 */
export const openClaims = (
  sealer: Sealer,
  key: Pick<SubjectKey, 'key' | 'keyId'> | undefined,
  { subject, objectId, keyId, values }: Sealed,
): PlainClaims =>
  key?.keyId === keyId
    ? Object.fromEntries(
        // A store keeps no order of members; readers deserve one.
        inOrder(values).map(([claim, sealed]) => [
          claim,
          JSON.parse(sealer.open(key.key, { subject, objectId, claim }, sealed)) as ClaimValue,
        ]),
      )
    : {}

const inOrder = (values: SealedValues): [string, string][] =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
