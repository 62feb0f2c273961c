import type { CallerAlgorithm } from '../../domain/back-channel/algorithms.ts'
import type { PublishedKey } from '../../domain/provider/published-key.ts'
import { refusal } from '../../kernel/codes.ts'
import { ok, refused } from '../../kernel/result.ts'
import type { BackendAssertions } from '../../ports/backend-assertions.ts'
import { isCallerAlgorithm, publicMembers, verificationKey } from './caller-key.ts'
import { longestToken } from './compact-form.ts'
import { verifies } from './dpop-proof.ts'
import { type JsonObject, strictParts } from './strict-parts.ts'

const wrong = (detail: string) => refused(refusal('client-unauthenticated', detail))

/** Reads the assertions with which back ends authenticate (RFC 7523 §3). No key in a header is ever looked at. */
export const backendAssertions: BackendAssertions = {
  peek: (assertion) => strictParts(assertion, longestToken)?.claims,
  open: async (assertion, keys) => {
    const parts = strictParts(assertion, longestToken)
    if (parts === undefined) return wrong('malformed')
    const { typ, alg } = parts.header
    // Another token signed with the same key, a DPoP proof above all, is no assertion (RFC 8725 §3.11).
    if (!isAssertionType(typ)) return wrong('typ')
    if (!isCallerAlgorithm(alg)) return wrong('alg')
    const candidates = candidatesOf(parts.header, alg, keys)
    if (candidates.length === 0) return wrong('no key of this id and algorithm')
    for (const key of candidates) if (await verifiesWith(assertion, key, alg)) return ok(parts.claims)
    return wrong('signature')
  },
}

/** `JWT`, or nothing; `client-authentication+jwt` is what the revision of RFC 7523 will ask for. */
const isAssertionType = (typ: unknown): boolean =>
  typ === undefined || (typeof typ === 'string' && /^(?:jwt|client-authentication\+jwt)$/i.test(typ))

/** With a `kid`, the keys of that id; without, all that fit the algorithm. A service has a few. */
const candidatesOf = (
  { kid }: JsonObject,
  algorithm: CallerAlgorithm,
  keys: readonly PublishedKey[],
): readonly PublishedKey[] =>
  keys.filter(
    (key) =>
      (kid === undefined || key['kid'] === kid) &&
      (key['alg'] === undefined || sameAlgorithm(key['alg'], algorithm)) &&
      publicMembers(key, algorithm) !== undefined,
  )

/** EdDSA has two names; the kind of key says which curve it is. */
const sameAlgorithm = (one: unknown, other: CallerAlgorithm): boolean =>
  one === other || (isCallerAlgorithm(one) && one.startsWith('Ed') && other.startsWith('Ed'))

const verifiesWith = async (assertion: string, key: PublishedKey, algorithm: CallerAlgorithm): Promise<boolean> => {
  const members = publicMembers(key, algorithm)
  const ready = members === undefined ? undefined : await verificationKey(members, algorithm)
  return ready !== undefined && (await verifies(assertion, ready, algorithm))
}
