import { constants, createHash, type KeyObject, privateEncrypt, publicDecrypt, timingSafeEqual } from 'node:crypto'
import { validation } from '../wire/wire-error.ts'
import { ecdsaSign, ecdsaVerify } from './ecdsa.ts'
import { emsaPssEncode, emsaPssVerify } from './emsa-pss.ts'
import type { Material } from './kms-key.ts'

type Pair = Extract<Material, { kind: 'pair' }>

/**
 * Signs or verifies by one of KMS's signing algorithms. `RAW` hashes the message first, `DIGEST` takes it as the digest:
 * both end in the same arithmetic, so a signature made one way verifies the other.
 */
export function sign(pair: Pair, algorithm: string, message: Buffer, messageType: string): Buffer {
  const hash = hashOf(algorithm)
  const digest = digestOf(message, messageType, hash, algorithm)
  if (algorithm.startsWith('ECDSA')) return ecdsaSign(digest, pair.privateKey)
  if (algorithm.startsWith('RSASSA_PSS')) {
    const encoded = emsaPssEncode(digest, modulusBits(pair.publicKey) - 1, hash)
    return privateEncrypt({ key: pair.privateKey, padding: constants.RSA_NO_PADDING }, encoded)
  }
  return privateEncrypt({ key: pair.privateKey, padding: constants.RSA_PKCS1_PADDING }, digestInfo(digest, hash))
}

export function verify(
  pair: Pair,
  algorithm: string,
  message: Buffer,
  messageType: string,
  signature: Buffer,
): boolean {
  const hash = hashOf(algorithm)
  const digest = digestOf(message, messageType, hash, algorithm)
  try {
    if (algorithm.startsWith('ECDSA')) return ecdsaVerify(digest, signature, pair.privateKey)
    if (algorithm.startsWith('RSASSA_PSS')) {
      const encoded = publicDecrypt({ key: pair.publicKey, padding: constants.RSA_NO_PADDING }, signature)
      return emsaPssVerify(digest, encoded, modulusBits(pair.publicKey) - 1, hash)
    }
    const info = publicDecrypt({ key: pair.publicKey, padding: constants.RSA_PKCS1_PADDING }, signature)
    const expected = digestInfo(digest, hash)
    return info.length === expected.length && timingSafeEqual(info, expected)
  } catch {
    // OpenSSL throws on a signature of the wrong length or padding: that is a signature that does not verify.
    return false
  }
}

const hashOf = (algorithm: string): string => `sha${algorithm.slice(-3)}`

function digestOf(message: Buffer, messageType: string, hash: string, algorithm: string): Buffer {
  const digest = createHash(hash)
  if (messageType === 'RAW') return digest.update(message).digest()
  if (message.length !== Number(algorithm.slice(-3)) / 8)
    throw validation(`Digest is invalid length for algorithm ${algorithm}.`)
  return message
}

const modulusBits = (key: KeyObject): number => key.asymmetricKeyDetails?.modulusLength ?? 0

/** The DER that PKCS #1 v1.5 puts before a digest (RFC 8017 §9.2, note 1). */
const digestInfoPrefix: Readonly<Record<string, string>> = {
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
}

const digestInfo = (digest: Buffer, hash: string): Buffer =>
  Buffer.concat([Buffer.from(digestInfoPrefix[hash] ?? '', 'hex'), digest])
