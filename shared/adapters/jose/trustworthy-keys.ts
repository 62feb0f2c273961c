import { flawOf, isAsymmetric, mostPublishedKeys, type PublishedKey } from '../../domain/provider/published-key.ts'
import { Fault } from '../../kernel/fault.ts'

export interface KeyJudgement {
  /** Public keys that may verify a signature, each once. */
  readonly keys: readonly PublishedKey[]
  /** Ids of keys that were published and must not be believed; a token that names one is refused as such. */
  readonly weak: ReadonlySet<string>
}

/**
 * Judges a published key set before any of it is used. A set that publishes a private key is not believed at all: whoever
 * read it can sign. Symmetric keys are dropped, so that no public text ever becomes a secret (RFC 8725 §3.2).
 *
 * @throws Fault `keys-untrustworthy`
 */
export const judgeKeys = (document: unknown): KeyJudgement => {
  const all = keysOf(document)
  if (all.length > mostPublishedKeys) throw new Fault('keys-untrustworthy', 'too many keys')
  const asymmetric = all.filter(isAsymmetric).map((key) => ({ key, flaw: flawOf(key) }))
  if (asymmetric.some(({ flaw }) => flaw === 'private'))
    throw new Fault('keys-untrustworthy', 'a private key is published')
  const strong = asymmetric.filter(({ flaw }) => flaw === undefined).map(({ key }) => key)
  const weak = asymmetric.filter(({ flaw }) => flaw !== undefined).map(({ key }) => key['kid'])
  return { keys: withoutTwins(strong), weak: new Set(weak.filter((kid) => typeof kid === 'string')) }
}

const keysOf = (document: unknown): readonly PublishedKey[] => {
  const keys = typeof document === 'object' && document !== null && 'keys' in document ? document.keys : undefined
  if (!Array.isArray(keys) || keys.length === 0) throw new Fault('provider-keys-unavailable', 'not a key set')
  return keys.filter((key): key is PublishedKey => typeof key === 'object' && key !== null && !Array.isArray(key))
}

/** The same key published twice is one key. */
const withoutTwins = (keys: readonly PublishedKey[]): readonly PublishedKey[] => [
  ...new Map(keys.map((key) => [JSON.stringify([key['kid'], key['kty'], key['n'], key['x'], key['y']]), key])).values(),
]
