import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { Fault } from '../../kernel/fault.ts'
import type { Place, Sealer } from '../../ports/sealer.ts'

const nonceBytes = 12
const tagBytes = 16

/** Part of the authenticated data, so that a later layout cannot be mistaken for this one. */
const version = 1

const boundTo = (place: Place): Buffer =>
  Buffer.from(canonicalJson({ table: 'verified-claims', version, ...place }), 'utf8')

/** AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; one key seals a few values of one person, far below its limits. */
export const aesGcmSealer: Sealer = {
  seal: (key, place, value) => {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    cipher.setAAD(boundTo(place))
    const ciphertext = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]).toString('base64url')
  },
  open: (key, place, sealed) => {
    try {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
      decipher.setAAD(boundTo(place))
      decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8')
    } catch (error) {
      throw new Fault('key-unavailable', 'a sealed value does not open', error)
    }
  },
}
