import type { WireError } from '../wire/wire-error.ts'
import { validation } from '../wire/wire-error.ts'

export type KeyUsage = 'ENCRYPT_DECRYPT' | 'SIGN_VERIFY' | 'GENERATE_VERIFY_MAC'

/** How key material of a spec is made. */
export type Making =
  | { readonly kind: 'secret'; readonly bytes: number }
  | { readonly kind: 'rsa'; readonly bits: number }
  | { readonly kind: 'ec'; readonly curve: 'prime256v1' | 'secp384r1' | 'secp521r1' | 'secp256k1' }

interface KeySpecFacts {
  readonly making: Making
  /** Algorithms by usage; a usage that is not listed cannot be asked for. */
  readonly algorithms: Readonly<Partial<Record<KeyUsage, readonly string[]>>>
}

const rsa = (bits: number): KeySpecFacts => ({
  making: { kind: 'rsa', bits },
  algorithms: {
    SIGN_VERIFY: ['PKCS1_V1_5', 'PSS'].flatMap((scheme) =>
      ['256', '384', '512'].map((size) => `RSASSA_${scheme}_SHA_${size}`),
    ),
    ENCRYPT_DECRYPT: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
  },
})

const ec = (curve: Extract<Making, { kind: 'ec' }>['curve'], size: number): KeySpecFacts => ({
  making: { kind: 'ec', curve },
  algorithms: { SIGN_VERIFY: [`ECDSA_SHA_${size}`] },
})

const hmac = (size: number): KeySpecFacts => ({
  making: { kind: 'secret', bytes: size / 8 },
  algorithms: { GENERATE_VERIFY_MAC: [`HMAC_SHA_${size}`] },
})

/** The key specs served here, with what each can do (KMS developer guide, "Key spec reference"). */
const specs: Readonly<Record<string, KeySpecFacts>> = {
  SYMMETRIC_DEFAULT: {
    making: { kind: 'secret', bytes: 32 },
    algorithms: { ENCRYPT_DECRYPT: ['SYMMETRIC_DEFAULT'] },
  },
  RSA_2048: rsa(2048),
  RSA_3072: rsa(3072),
  RSA_4096: rsa(4096),
  ECC_NIST_P256: ec('prime256v1', 256),
  ECC_NIST_P384: ec('secp384r1', 384),
  ECC_NIST_P521: ec('secp521r1', 512),
  ECC_SECG_P256K1: ec('secp256k1', 256),
  HMAC_224: hmac(224),
  HMAC_256: hmac(256),
  HMAC_384: hmac(384),
  HMAC_512: hmac(512),
}

export function makingOf(spec: string): Making {
  const facts = factsOf(spec)
  if (!facts) throw unknownSpec(spec)
  return facts.making
}

export const algorithmsOf = (spec: string, usage: KeyUsage): readonly string[] => factsOf(spec)?.algorithms[usage] ?? []

/** The usage of a new key: it may be left out for symmetric encryption only. */
export function usageFor(spec: string, asked: string | undefined): KeyUsage {
  const facts = factsOf(spec)
  if (!facts) throw unknownSpec(spec)
  if (asked === undefined && spec !== 'SYMMETRIC_DEFAULT')
    throw validation('You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.')
  const usages: readonly KeyUsage[] = ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC']
  const usage = usages.find((each) => each === (asked ?? 'ENCRYPT_DECRYPT'))
  if (!usage || !facts.algorithms[usage]) throw validation(`KeyUsage ${asked} is not compatible with KeySpec ${spec}`)
  return usage
}

const factsOf = (spec: string): KeySpecFacts | undefined => (Object.hasOwn(specs, spec) ? specs[spec] : undefined)

const unknownSpec = (spec: string): WireError => validation(`KeySpec ${spec} is not supported by the practice world`)
