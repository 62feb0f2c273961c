import { constants, type KeyObject, sign } from 'node:crypto'

/**
 * A compact JWS with the header exactly as given, whatever it says, so that an interception can lie in it. The signature is of
 * the kind the header's `alg` names, where the key can make it, else of the key's own kind.
 * @param header an object, or JSON text that goes out byte for byte
 */
export function signAs(
  privateKey: KeyObject,
  keyAlg: string,
  header: object | string,
  payload: string | Uint8Array,
): string {
  const head = encode(typeof header === 'string' ? header : JSON.stringify(header))
  const input = `${head}.${encode(payload)}`
  const named = typeof header === 'string' ? undefined : Reflect.get(header, 'alg')
  const rsa = privateKey.asymmetricKeyType === 'rsa'
  const alg = rsa && (named === 'RS256' || named === 'PS256') ? named : keyAlg
  return `${input}.${signature(alg, Buffer.from(input, 'ascii'), privateKey).toString('base64url')}`
}

const encode = (part: string | Uint8Array): string => Buffer.from(part).toString('base64url')

function signature(alg: string, input: Uint8Array, key: KeyObject): Buffer {
  // RFC 7518 §3.5: the salt is as long as the digest.
  if (alg === 'PS256') return sign('sha256', input, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 })
  // RFC 7518 §3.4: R and S side by side.
  if (alg === 'ES256') return sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' })
  if (alg === 'EdDSA') return sign(null, input, key)
  return sign('sha256', input, key)
}
