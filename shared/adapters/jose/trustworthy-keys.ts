import { Fault } from '../../kernel/fault.ts'

export interface KeyJudgement {
  /** Public keys that may verify a signature, each once. */
  readonly keys: readonly JsonWebKeyMembers[]
  /** Ids of keys that were published and must not be believed; a token that names one is refused as such. */
  readonly weak: ReadonlySet<string>
}

export type JsonWebKeyMembers = Readonly<Record<string, unknown>>

/** More keys than any provider needs; each costs time to try. */
const mostKeys = 50

/**
 * Judges a published key set before any of it is used. A set that publishes a private key is not believed at all: whoever
 * read it can sign. Symmetric keys are dropped, so that no public text ever becomes a secret (RFC 8725 §3.2).
 *
 * @throws Fault `keys-untrustworthy`
 */
export const judgeKeys = (document: unknown): KeyJudgement => {
  const all = keysOf(document)
  if (all.length > mostKeys) throw new Fault('keys-untrustworthy', 'too many keys')
  const asymmetric = all.filter(({ kty }) => kty === 'RSA' || kty === 'EC' || kty === 'OKP')
  if (asymmetric.some((key) => ['d', 'p', 'q', 'dp', 'dq', 'qi'].some((member) => member in key)))
    throw new Fault('keys-untrustworthy', 'a private key is published')
  const strong = asymmetric.filter(isStrong)
  const weak = asymmetric.filter((key) => !isStrong(key)).map(({ kid }) => kid)
  return { keys: withoutTwins(strong), weak: new Set(weak.filter((kid) => typeof kid === 'string')) }
}

const keysOf = (document: unknown): readonly JsonWebKeyMembers[] => {
  const keys = typeof document === 'object' && document !== null && 'keys' in document ? document.keys : undefined
  if (!Array.isArray(keys) || keys.length === 0) throw new Fault('provider-keys-unavailable', 'not a key set')
  return keys.filter((key): key is JsonWebKeyMembers => typeof key === 'object' && key !== null && !Array.isArray(key))
}

/** The same key published twice is one key. */
const withoutTwins = (keys: readonly JsonWebKeyMembers[]): readonly JsonWebKeyMembers[] => [
  ...new Map(
    keys.map((key) => [JSON.stringify([key['kid'], key['kty'], key['n'], key['e'], key['x'], key['y']]), key]),
  ).values(),
]

const isStrong = (key: JsonWebKeyMembers): boolean => key['kty'] !== 'RSA' || isStrongRsa(key['n'], key['e'])

/** FAPI 2.0 §5.4.1: at least 2048 bits. The exponent is 65537, as every key of honest software has it. */
const isStrongRsa = (n: unknown, e: unknown): boolean => {
  if (typeof n !== 'string' || typeof e !== 'string' || e !== 'AQAB' || !/^[A-Za-z0-9_-]{300,1400}$/.test(n))
    return false
  const modulus = BigInt(`0x${Buffer.from(n, 'base64url').toString('hex')}`)
  const bits = modulus.toString(2).length
  return bits >= 2048 && bits <= 8192 && modulus % 2n === 1n && !hasRocaFingerprint(modulus)
}

/** CVE-2017-15361: keys of that library are powers of 65537 modulo every small prime; an honest key is so by chance never. */
const smallPrimes = [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157]

const powersOf65537 = smallPrimes.map((prime) => {
  const reachable = new Set<number>()
  for (let power = 1; !reachable.has(power); power = (power * 65537) % prime) reachable.add(power)
  return reachable
})

const hasRocaFingerprint = (modulus: bigint): boolean =>
  smallPrimes.every((prime, index) => powersOf65537[index]?.has(Number(modulus % BigInt(prime))))
