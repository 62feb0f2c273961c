import { createECDH, type KeyObject } from 'node:crypto'

/**
 * ECDSA over a digest that is ready (FIPS 186-5 §6.4), which node:crypto cannot do: it always hashes first.
 * k·G comes from ECDH key generation, the rest is arithmetic modulo the order. The signature is DER, as KMS gives it.
 */
interface Curve {
  readonly name: string
  readonly order: bigint
  readonly bytes: number
}

const curves: Readonly<Record<string, Curve>> = {
  prime256v1: {
    name: 'prime256v1',
    order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    bytes: 32,
  },
  secp256k1: {
    name: 'secp256k1',
    order: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
    bytes: 32,
  },
  secp384r1: {
    name: 'secp384r1',
    order: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    bytes: 48,
  },
  secp521r1: {
    name: 'secp521r1',
    order:
      0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
    bytes: 66,
  },
}

export function ecdsaSign(digest: Buffer, privateKey: KeyObject): Buffer {
  const { curve, secret } = opened(privateKey)
  for (;;) {
    const nonce = createECDH(curve.name)
    const r = mod(abscissa(nonce.generateKeys(), curve), curve.order)
    const k = toNumber(nonce.getPrivateKey())
    const s = mod(inverse(k, curve.order) * (toNumber(digest) + r * secret), curve.order)
    if (r !== 0n && s !== 0n) return toDer(r, s)
  }
}

/**
 * Verifies with the private key, which KMS has: u1·G + u2·Q equals (s⁻¹·(e + r·d))·G, so one multiplication of the base
 * point is enough and no point addition has to be written.
 */
export function ecdsaVerify(digest: Buffer, signature: Buffer, privateKey: KeyObject): boolean {
  const { curve, secret } = opened(privateKey)
  const pair = fromDer(signature)
  if (!pair) return false
  const { r, s } = pair
  if (r < 1n || r >= curve.order || s < 1n || s >= curve.order) return false
  const u = mod(inverse(s, curve.order) * (toNumber(digest) + r * secret), curve.order)
  if (u === 0n) return false
  const point = createECDH(curve.name)
  point.setPrivateKey(toBytes(u, curve.bytes))
  return mod(abscissa(point.getPublicKey(), curve), curve.order) === r
}

function opened(privateKey: KeyObject): { curve: Curve; secret: bigint } {
  const curve = curves[privateKey.asymmetricKeyDetails?.namedCurve ?? '']
  const { d } = privateKey.export({ format: 'jwk' })
  if (!curve || !d) throw new Error('not the private key of a known curve')
  return { curve, secret: toNumber(Buffer.from(d, 'base64url')) }
}

/** Digests are never longer than the order of the curve they are used with here, so nothing is truncated. */
const toNumber = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex') || '0'}`)

const toBytes = (value: bigint, length: number): Buffer =>
  Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex')

/** The x coordinate of an uncompressed point: 04 ‖ x ‖ y. */
const abscissa = (point: Buffer, curve: Curve): bigint => toNumber(point.subarray(1, 1 + curve.bytes))

const mod = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus

/** Extended Euclid. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [mod(value, modulus), modulus, 1n, 0n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b] = [b, a - quotient * b]
    ;[x, y] = [y, x - quotient * y]
  }
  return mod(x, modulus)
}

function toDer(r: bigint, s: bigint): Buffer {
  const body = Buffer.concat([derInteger(r), derInteger(s)])
  const length = body.length < 0x80 ? [body.length] : [0x81, body.length]
  return Buffer.concat([Buffer.from([0x30, ...length]), body])
}

function derInteger(value: bigint): Buffer {
  const hex = value.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  const positive = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes
  return Buffer.concat([Buffer.from([0x02, positive.length]), positive])
}

/** Strict: what does not come out the same when written again is not DER (no trailing bytes, no padding). */
function fromDer(signature: Buffer): { r: bigint; s: bigint } | undefined {
  const start = signature[1] === 0x81 ? 3 : 2
  const rLength = signature[start + 1] ?? 0
  const r = toNumber(signature.subarray(start + 2, start + 2 + rLength))
  const s = toNumber(signature.subarray(start + 4 + rLength))
  return toDer(r, s).equals(signature) ? { r, s } : undefined
}
