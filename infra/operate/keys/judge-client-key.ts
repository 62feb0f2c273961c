import { doubtful, type Finding, wrong } from '../finding.ts'
import { textIn } from '../json.ts'
import type { Release } from '../release.ts'
import { isPrivate, type Jwk, nameOf, rsaBits } from './jwk.ts'

/** What is the matter with a key that is to prove a client (private_key_jwt, OIDC Core §9). */
export const judgeClientKey = (key: Jwk, release: Release): readonly Finding[] => {
  if (isPrivate(key)) {
    return [
      wrong('client-key-private', {
        expected: 'the public half only',
        found: `${nameOf(key)} has private members`,
        remedy:
          'treat the key as known to everybody: make a new key and a new client id, and hand over public halves only',
      }),
    ]
  }
  return [...identifier(key, release), ...strength(key), ...purpose(key, release), ...length(key, release)]
}

const identifier = (key: Jwk, { name, rules }: Release): Finding[] =>
  (textIn(key, 'kid') ?? '').trim() !== ''
    ? []
    : [
        wrong('client-key-without-kid', {
          expected: 'a kid, which our assertions carry',
          found: nameOf(key),
          remedy:
            rules.keyWithoutId === 'client-never-works'
              ? `register it with its kid from the start: eSignet ${name} takes a key without one, never accepts an assertion of it, and cannot exchange it`
              : 'register it with its kid: an assertion that names one must name the registered one',
        }),
      ]

const strength = (key: Jwk): Finding[] => {
  const bits = rsaBits(key)
  const kind = bits === undefined ? (textIn(key, 'kty') ?? 'no key type') : `RSA with ${bits} bits`
  const details = { expected: 'RSA with 2048 bits', found: `${nameOf(key)}: ${kind}` }
  if (bits === undefined || bits < 2048) {
    const remedy = 'make the key anew (KMS key spec RSA_2048, as our stacks do)'
    return [wrong('client-key-unfit', { ...details, remedy })]
  }
  if (bits === 2048) return []
  const remedy = 'prefer 2048 bits: a longer one may not fit its column, which eSignet reports as duplicate_public_key'
  return [doubtful('client-key-unusual', { ...details, remedy })]
}

const purpose = (key: Jwk, { name, profile }: Release): Finding[] => {
  const wanted = profile.clientAssertion.algorithm
  const alg = key['alg']
  const use = key['use']
  return [
    ...(alg === undefined || alg === wanted
      ? []
      : [
          wrong('client-key-algorithm', {
            expected: `alg ${wanted}, with which assertions to eSignet ${name} are signed, or none`,
            found: `${nameOf(key)}: alg ${String(alg) || '(blank)'}`,
            remedy: `register it as keys export --release ${name} prints it; a stated algorithm must match`,
          }),
        ]),
    ...(use === undefined || use === 'sig'
      ? []
      : [
          wrong('client-key-use', {
            expected: 'use sig, or none',
            found: `${nameOf(key)}: use ${String(use) || '(blank)'}`,
            remedy: 'register the signing key',
          }),
        ]),
  ]
}

const length = (key: Jwk, { rules }: Release): Finding[] => {
  const characters = JSON.stringify(key).length
  return characters <= rules.longestKey
    ? []
    : [
        wrong('client-key-too-long', {
          expected: `at most ${rules.longestKey} characters of JSON`,
          found: `${nameOf(key)}: ${characters} characters`,
          remedy: 'leave out x5c and the like, as keys export does; eSignet would answer duplicate_public_key',
        }),
      ]
}
