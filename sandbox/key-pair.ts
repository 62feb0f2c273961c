import {
  createPrivateKey,
  createPublicKey,
  type ED25519KeyPairOptions,
  generateKeyPair,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import { promisify } from 'node:util'

export interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/**
 * Keys are born as DER and read from there. On Node 20 a key object shares a lock with the job that made it: when that job is
 * collected while the key is just being exported as a JWK, the thread waits for itself, forever.
 */
const asDer: ED25519KeyPairOptions<'der', 'der'> = {
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
}

export const ellipticKeyPair = (namedCurve = 'P-256'): KeyPair =>
  read(generateKeyPairSync('ec', { namedCurve, ...asDer }).privateKey)

export const edwardsKeyPair = (): KeyPair => read(generateKeyPairSync('ed25519', asDer).privateKey)

export const rsaKeyPair = (modulusLength: number, publicExponent = 0x10001): KeyPair =>
  read(generateKeyPairSync('rsa', { modulusLength, publicExponent, ...asDer }).privateKey)

/** The same without holding up everything else for a tenth of a second. */
export const rsaKeyPairAside = async (modulusLength: number): Promise<KeyPair> =>
  read((await promisify(generateKeyPair)('rsa', { modulusLength, ...asDer })).privateKey)

const read = (der: Buffer): KeyPair => {
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}
