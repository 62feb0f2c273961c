import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { WireError } from '../wire/wire-error.ts'

export type EncryptionContext = Readonly<Record<string, string>>

/**
 * The ciphertext blob of symmetric keys: version ‖ key id ‖ nonce ‖ tag ‖ AES-256-GCM. KMS's own layout is not public;
 * like it, the blob names its key, so Decrypt needs no key id, and binds the encryption context as additional data.
 */
const version = 1
const sizes = { version: 1, keyId: 16, nonce: 12, tag: 16 }
const headLength = sizes.version + sizes.keyId

export function seal(keyId: string, secret: Buffer, plaintext: Buffer, context: EncryptionContext): Buffer {
  const head = Buffer.concat([Buffer.from([version]), Buffer.from(keyId.replaceAll('-', ''), 'hex')])
  const nonce = randomBytes(sizes.nonce)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce)
  cipher.setAAD(Buffer.concat([head, canonical(context)]))
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([head, nonce, cipher.getAuthTag(), sealed])
}

/** @throws WireError InvalidCiphertextException for another key, another context, or any altered byte */
export function unseal(secret: Buffer, blob: Buffer, context: EncryptionContext): Buffer {
  const [nonceEnd, tagEnd] = [headLength + sizes.nonce, headLength + sizes.nonce + sizes.tag]
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, blob.subarray(headLength, nonceEnd))
    decipher.setAAD(Buffer.concat([blob.subarray(0, headLength), canonical(context)]))
    decipher.setAuthTag(blob.subarray(nonceEnd, tagEnd))
    return Buffer.concat([decipher.update(blob.subarray(tagEnd)), decipher.final()])
  } catch {
    throw invalidCiphertext()
  }
}

/** The id of the key a blob was sealed under, or undefined when it is not a blob of ours. */
export function keyIdIn(blob: Buffer): string | undefined {
  if (blob[0] !== version || blob.length < headLength + sizes.nonce + sizes.tag) return undefined
  return blob
    .subarray(sizes.version, headLength)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const invalidCiphertext = (): WireError => new WireError('InvalidCiphertextException', '')

/** Order does not matter in an encryption context, case and every byte do. */
function canonical(context: EncryptionContext): Buffer {
  const names = Object.keys(context).sort()
  return Buffer.from(JSON.stringify(names.map((name) => [name, context[name]])), 'utf8')
}
