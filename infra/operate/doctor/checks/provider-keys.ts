import { type Finding, wrong } from '../../finding.ts'
import { textIn } from '../../json.ts'
import { isPrivate, type Jwk, nameOf, rsaBits } from '../../keys/jwk.ts'
import type { Check } from '../check.ts'

/** The keys with which everything is verified. */
export const providerKeys: Check = {
  name: 'provider-keys',
  fine: 'readable, strong, public, told apart by kid',
  needs: 'a discovery document with jwks_uri',
  look: ({ providerKeysAnswer: answer, providerKeys: keys }) => {
    if (answer === undefined) return undefined
    if (keys === undefined || keys.length === 0) {
      return [
        wrong('provider-keys-unreadable', {
          expected: 'a JWK set with HTTP 200, within 2 seconds and 150 kB, without a redirect',
          found: answer.ok ? 'no key in it' : answer.problem,
          remedy: 'open jwks_uri from the network the functions run in, and ask the operator',
        }),
      ]
    }
    return [...crowd(keys), ...keys.flatMap(judge), ...twins(keys)]
  },
}

/** Each costs time to try, so the doors believe no set that is larger. */
const mostKeys = 50

const crowd = (keys: readonly Jwk[]): Finding[] =>
  keys.length <= mostKeys
    ? []
    : [
        wrong('provider-keys-too-many', {
          expected: `at most ${mostKeys} keys`,
          found: `${keys.length}`,
          remedy: 'ask the operator to take old ones away; no key of the set is believed',
        }),
      ]

const judge = (key: Jwk): Finding[] => {
  if (isPrivate(key)) {
    return [
      wrong('provider-key-private', {
        expected: 'public keys',
        found: `${nameOf(key)} has private members`,
        remedy: 'tell the operator at once: whoever read it can sign as this provider; no key of the set is believed',
      }),
    ]
  }
  const bits = rsaBits(key)
  if (bits === undefined) return []
  return [
    ...(bits >= 2048
      ? []
      : [
          wrong('provider-key-weak', {
            expected: 'RSA with at least 2048 bits (FAPI 2.0 §5.4.1)',
            found: `${nameOf(key)}: ${bits} bits`,
            remedy: 'ask the operator to replace it; tokens signed with it are refused',
          }),
        ]),
    ...(textIn(key, 'e') === 'AQAB'
      ? []
      : [
          wrong('provider-key-exponent', {
            expected: 'the public exponent 65537',
            found: nameOf(key),
            remedy: 'ask the operator to replace it; tokens signed with it are refused',
          }),
        ]),
  ]
}

const twins = (keys: readonly Jwk[]): Finding[] => {
  const ids = keys.flatMap((key) => textIn(key, 'kid') ?? [])
  const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
  return twice.map((id) =>
    wrong('provider-keys-alike', {
      expected: 'one key for each kid',
      found: `several keys named ${id}`,
      remedy: 'ask the operator: a signature that names it cannot be attributed',
    }),
  )
}
