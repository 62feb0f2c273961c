import { type Finding, listed, wrong } from '../../finding.ts'
import { textIn } from '../../json.ts'
import { type Jwk, nameOf } from '../../keys/jwk.ts'
import type { Check } from '../check.ts'

const curves: Readonly<Record<string, string>> = { ES256: 'P-256', EdDSA: 'Ed25519' }

/** Whether a key can make signatures of an algorithm (RFC 7518 §3.1, RFC 8037 §3.1); eSignet's keys mostly do not say. */
const fits = (key: Jwk, algorithm: string): boolean => {
  const use = textIn(key, 'use')
  const alg = textIn(key, 'alg')
  if ((use !== undefined && use !== 'sig') || (alg !== undefined && alg !== algorithm)) return false
  return textIn(key, 'kty') === 'RSA' ? /^[PR]S256$/.test(algorithm) : textIn(key, 'crv') === curves[algorithm]
}

/** For each thing that is signed, at least one key with which it could have been. */
export const signingKeys: Check = {
  name: 'signing-keys',
  fine: 'there are keys for what ID tokens and UserInfo are signed with',
  needs: 'a readable key set',
  look: ({ providerKeys: keys, release: { profile } }) => {
    if (keys === undefined || keys.length === 0) return undefined
    const judge = (what: string, algorithms: readonly string[]): Finding[] =>
      keys.some((key) => algorithms.some((algorithm) => fits(key, algorithm)))
        ? []
        : [
            wrong('signing-key-missing', {
              expected: `a key for ${what}: ${listed(algorithms)}`,
              found: listed(
                keys.map((key) => `${nameOf(key)} (${textIn(key, 'kty')}, ${textIn(key, 'alg') ?? 'no alg'})`),
              ),
              remedy:
                'ask the operator for the release and for its key set; every login would end with key-unknown or algorithm codes',
            }),
          ]
    return [...judge('ID tokens', profile.idToken.algorithms), ...judge('UserInfo', profile.userInfo.algorithms)]
  },
}
