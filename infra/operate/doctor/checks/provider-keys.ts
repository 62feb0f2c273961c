import { flawOf, type KeyFlaw, mostPublishedKeys } from '../../../../shared/domain/provider/published-key.ts'
import { type Finding, wrong } from '../../finding.ts'
import { textIn } from '../../json.ts'
import { type Jwk, nameOf, rsaBits } from '../../keys/jwk.ts'
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

const crowd = (keys: readonly Jwk[]): Finding[] =>
  keys.length <= mostPublishedKeys
    ? []
    : [
        wrong('provider-keys-too-many', {
          expected: `at most ${mostPublishedKeys} keys`,
          found: `${keys.length}`,
          remedy: 'ask the operator to take old ones away; no key of the set is believed',
        }),
      ]

/** The doors judge by the same rule; what they do with such a key is in the remedy. */
const judge = (key: Jwk): Finding[] => {
  if (textIn(key, 'kty') === 'oct') return [symmetric(key)]
  const flaw = flawOf(key)
  return flaw === undefined ? [] : [said[flaw](key)]
}

const symmetric = (key: Jwk): Finding =>
  wrong('provider-key-symmetric', {
    expected: 'public keys',
    found: `${nameOf(key)} is a secret`,
    remedy: 'tell the operator: whoever read it can do what it is for; here it verifies nothing',
  })

const replaced = 'ask the operator to replace it; tokens signed with it are refused'

const said: Readonly<Record<KeyFlaw, (key: Jwk) => Finding>> = {
  private: (key) =>
    wrong('provider-key-private', {
      expected: 'public keys',
      found: `${nameOf(key)} has private members`,
      remedy: 'tell the operator at once: whoever read it can sign as this provider; no key of the set is believed',
    }),
  modulus: (key) =>
    wrong('provider-key-weak', {
      expected: 'RSA with at least 2048 bits and at most 8192 (FAPI 2.0 §5.4.1), in base64url without padding',
      found: `${nameOf(key)}: ${rsaBits(key) ?? 'no'} bits`,
      remedy: replaced,
    }),
  exponent: (key) =>
    wrong('provider-key-exponent', { expected: 'the public exponent 65537', found: nameOf(key), remedy: replaced }),
  factored: (key) =>
    wrong('provider-key-factored', {
      expected: 'a modulus that nobody can factor',
      found: `${nameOf(key)}: even, or of the library of CVE-2017-15361`,
      remedy: 'tell the operator at once: others may hold its private half; tokens signed with it are refused',
    }),
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
