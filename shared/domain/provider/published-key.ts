/** A public key as a provider publishes it (RFC 7517): nothing about it is certain yet. */
export type PublishedKey = Readonly<Record<string, unknown>>

/** Why a published key must not be believed. */
export type KeyFlaw =
  /** Whoever read the set can sign. */
  | 'private'
  /** Too short, too long, or not a number in the one spelling that RFC 7518 §6.3.1 allows. */
  | 'modulus'
  | 'exponent'
  /** Even, or of a library whose keys can be factored. */
  | 'factored'

/** More keys than any provider needs; each costs time to try. */
export const mostPublishedKeys = 50

/** A text is never a secret because somebody calls it a key: symmetric keys verify nothing (RFC 8725 §3.2). */
export const isAsymmetric = ({ kty }: PublishedKey): boolean => kty === 'RSA' || kty === 'EC' || kty === 'OKP'

/** What is wrong with an asymmetric key; nothing, when it may verify a signature. */
export const flawOf = (key: PublishedKey): KeyFlaw | undefined => {
  if (privateMembers.some((member) => member in key)) return 'private'
  return key['kty'] === 'RSA' ? flawOfRsa(key['n'], key['e']) : undefined
}

/** Members that only a private key has (RFC 7518 §6.2.2, §6.3.2). */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth']

/** FAPI 2.0 §5.4.1: at least 2048 bits. The exponent is 65537, as every key of honest software has it. */
const flawOfRsa = (n: unknown, e: unknown): KeyFlaw | undefined => {
  if (e !== 'AQAB') return 'exponent'
  if (typeof n !== 'string' || !/^[A-Za-z0-9_-]{300,1400}$/.test(n)) return 'modulus'
  const modulus = BigInt(`0x${Buffer.from(n, 'base64url').toString('hex')}`)
  const bits = modulus.toString(2).length
  if (bits < 2048 || bits > 8192) return 'modulus'
  return modulus % 2n === 0n || hasRocaFingerprint(modulus) ? 'factored' : undefined
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
