import { type Finding, wrong } from '../../finding.ts'
import { judgeClientKey } from '../../keys/judge-client-key.ts'
import { isForEncryption, nameOf } from '../../keys/jwk.ts'
import type { Check } from '../check.ts'
import type { ThumbedKey } from '../patient.ts'

/** The keys our services prove themselves with, as published and as registered. */
export const clientKey: Check = {
  name: 'client-key',
  fine: 'each has a kid, 2048 bits, a form eSignet can store, and belongs to one service',
  needs: '--jwks or --registration',
  look: ({ ourKeys, registeredKey, release }) => {
    if (ourKeys === undefined && registeredKey === undefined) return undefined
    const ours = (ourKeys ?? []).filter(({ key }) => !isForEncryption(key))
    const judged = [...ours, ...(registeredKey === undefined ? [] : [registeredKey])]
    return [...once(judged.flatMap(({ key }) => judgeClientKey(key, release))), ...shared(ours)]
  },
}

/** The same key, published and registered, is told once. */
const once = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
]

/** eSignet takes a key for one client only, and a shared one would let one service speak as another. */
const shared = (keys: readonly ThumbedKey[]): Finding[] =>
  keys.flatMap(({ key, thumbprint }, index) =>
    thumbprint === undefined || keys.findIndex((other) => other.thumbprint === thumbprint) === index
      ? []
      : [
          wrong('client-key-shared', {
            expected: 'a key of its own for each service',
            found: `${nameOf(key)} is the same key as another one`,
            remedy: 'give each service its own key: eSignet answers duplicate_public_key',
          }),
        ],
  )
