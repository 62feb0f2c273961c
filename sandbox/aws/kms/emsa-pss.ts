import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * EMSA-PSS of RFC 8017 §9.1 over a digest that is ready: node:crypto can only sign PSS from the message.
 * The salt is as long as the digest, which is what KMS does and what JWA demands of PS256 (RFC 7518 §3.5).
 */
export function emsaPssEncode(digest: Buffer, emBits: number, hash: string): Buffer {
  const length = Math.ceil(emBits / 8)
  const salt = randomBytes(digest.length)
  const h = hashOf(hash, Buffer.alloc(8), digest, salt)
  const db = Buffer.concat([Buffer.alloc(length - salt.length - h.length - 2), Buffer.from([1]), salt])
  const masked = xor(db, mgf1(h, db.length, hash))
  clearTop(masked, emBits)
  return Buffer.concat([masked, h, Buffer.from([0xbc])])
}

export function emsaPssVerify(digest: Buffer, encoded: Buffer, emBits: number, hash: string): boolean {
  const hashLength = digest.length
  const split = encoded.length - hashLength - 1
  if (encoded.at(-1) !== 0xbc || split < hashLength + 1) return false
  const masked = encoded.subarray(0, split)
  const h = encoded.subarray(split, -1)
  if (((masked[0] ?? 0) & topMask(emBits)) !== 0) return false
  const db = xor(masked, mgf1(h, split, hash))
  clearTop(db, emBits)
  const saltStart = split - hashLength
  if (db[saltStart - 1] !== 1 || db.subarray(0, saltStart - 1).some((byte) => byte !== 0)) return false
  return timingSafeEqual(hashOf(hash, Buffer.alloc(8), digest, db.subarray(saltStart)), h)
}

/** MGF1, RFC 8017 appendix B.2.1. */
function mgf1(seed: Buffer, length: number, hash: string): Buffer {
  const blocks: Buffer[] = []
  for (let counter = 0, made = 0; made < length; counter++) {
    const suffix = Buffer.alloc(4)
    suffix.writeUInt32BE(counter)
    const block = hashOf(hash, seed, suffix)
    blocks.push(block)
    made += block.length
  }
  return Buffer.concat(blocks).subarray(0, length)
}

function hashOf(hash: string, ...parts: readonly Buffer[]): Buffer {
  const hasher = createHash(hash)
  for (const part of parts) hasher.update(part)
  return hasher.digest()
}

const xor = (left: Buffer, right: Buffer): Buffer => Buffer.from(left.map((byte, index) => byte ^ (right[index] ?? 0)))

/** The bits of the first byte that lie above emBits. */
const topMask = (emBits: number): number => (0xff << (8 - (8 * Math.ceil(emBits / 8) - emBits))) & 0xff

function clearTop(bytes: Buffer, emBits: number): void {
  bytes[0] = (bytes[0] ?? 0) & ~topMask(emBits)
}
