import { calculateJwkThumbprint, compactVerify } from 'jose'
import type { PublishedKey } from '../../domain/provider/published-key.ts'
import { refusal } from '../../kernel/codes.ts'
import { ok, refused } from '../../kernel/result.ts'
import type { PossessionProofs } from '../../ports/possession-proofs.ts'
import { isCallerAlgorithm, publicMembers, verificationKey } from './caller-key.ts'
import { strictParts } from './strict-parts.ts'

/** Twice what a proof with an RSA key of 4096 bits needs. */
const longestProof = 4096

const wrong = (detail: string) => refused(refusal('proof-invalid', detail))

/** Opens DPoP proofs (RFC 9449 §4.3 no. 1 to 7). The header may have come more than once; joined, it is no JWT. */
export const possessionProofs: PossessionProofs = {
  open: async (proof) => {
    if (proof === '') return wrong('missing')
    const parts = strictParts(proof, longestProof)
    if (parts === undefined) return wrong('malformed')
    const { typ, alg, jwk } = parts.header
    if (typ !== 'dpop+jwt') return wrong('typ')
    if (!isCallerAlgorithm(alg)) return wrong('alg')
    const members = isKey(jwk) ? publicMembers(jwk, alg) : undefined
    const key = members === undefined ? undefined : await verificationKey(members, alg)
    if (members === undefined || key === undefined) return wrong('jwk')
    if (!(await verifies(proof, key, alg))) return wrong('signature')
    return ok({ claims: parts.claims, jkt: await calculateJwkThumbprint(members) })
  },
}

const isKey = (jwk: unknown): jwk is PublishedKey => typeof jwk === 'object' && jwk !== null && !Array.isArray(jwk)

/** Whether a signature verifies; what else could be wrong with the token was looked at before. */
export const verifies = async (
  token: string,
  key: Parameters<typeof compactVerify>[1],
  algorithm: string,
): Promise<boolean> =>
  compactVerify(token, key, { algorithms: [algorithm] }).then(
    () => true,
    () => false,
  )
