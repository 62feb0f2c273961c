import { constants, privateDecrypt, publicEncrypt, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { validation, WireError } from '../wire/wire-error.ts'
import { type EncryptionContext, invalidCiphertext, keyIdIn, seal, unseal } from './ciphertext.ts'
import type { KeyStore } from './key-store.ts'
import { type KmsKey, mustBeEnabled, mustServe, type Pair, secretIn } from './kms-key.ts'
import { keyOf, type Operation } from './operation.ts'
import { blob, context, keyId, read } from './request-shapes.ts'

const encryptionAlgorithm = z.string().default('SYMMETRIC_DEFAULT')

const encrypt: Operation = (store, input) => {
  const shape = z.object({
    KeyId: keyId,
    Plaintext: blob(1, 4096),
    EncryptionContext: context,
    EncryptionAlgorithm: encryptionAlgorithm,
  })
  const request = read(shape, input)
  const key = keyOf(store, request.KeyId)
  mustServe(key, 'ENCRYPT_DECRYPT', 'Encrypt', request.EncryptionAlgorithm)
  mustBeEnabled(key)
  const sealed =
    key.material.kind === 'secret'
      ? seal(key.id, key.material.bytes, request.Plaintext, request.EncryptionContext)
      : encryptFor(key.material, request.EncryptionAlgorithm, request.Plaintext, request.EncryptionContext)
  return { KeyId: key.arn, CiphertextBlob: sealed.toString('base64'), EncryptionAlgorithm: request.EncryptionAlgorithm }
}

const decrypt: Operation = (store, input) => {
  const shape = z.object({
    KeyId: keyId.optional(),
    CiphertextBlob: blob(1, 6144),
    EncryptionContext: context,
    EncryptionAlgorithm: encryptionAlgorithm,
  })
  const request = read(shape, input)
  const key = keyToDecrypt(store, request.KeyId, request.CiphertextBlob, request.EncryptionAlgorithm)
  mustServe(key, 'ENCRYPT_DECRYPT', 'Decrypt', request.EncryptionAlgorithm)
  mustBeEnabled(key)
  const opened =
    key.material.kind === 'secret'
      ? unseal(key.material.bytes, request.CiphertextBlob, request.EncryptionContext)
      : decryptWith(key.material, request.EncryptionAlgorithm, request.CiphertextBlob, request.EncryptionContext)
  return { KeyId: key.arn, Plaintext: opened.toString('base64'), EncryptionAlgorithm: request.EncryptionAlgorithm }
}

/** A symmetric blob names its key; a key id that names another one is IncorrectKeyException. */
function keyToDecrypt(store: KeyStore, id: string | undefined, sealed: Buffer, algorithm: string): KmsKey {
  const named = id === undefined ? undefined : keyOf(store, id)
  if (named && (named.spec !== 'SYMMETRIC_DEFAULT' || algorithm !== 'SYMMETRIC_DEFAULT')) return named
  if (algorithm !== 'SYMMETRIC_DEFAULT') throw validation('KeyId is required for asymmetric decryption.')
  const sealedUnder = store.keys.get(keyIdIn(sealed) ?? '')
  if (!sealedUnder) throw invalidCiphertext()
  if (named && named !== sealedUnder)
    throw new WireError(
      'IncorrectKeyException',
      'The key ID in the request does not identify a CMK that can perform this operation.',
    )
  return sealedUnder
}

function oaep(algorithm: string, given: EncryptionContext): { padding: number; oaepHash: string } {
  if (Object.keys(given).length > 0)
    throw validation('EncryptionContext cannot be used with an asymmetric encryption algorithm.')
  return {
    padding: constants.RSA_PKCS1_OAEP_PADDING,
    oaepHash: algorithm === 'RSAES_OAEP_SHA_1' ? 'sha1' : 'sha256',
  }
}

function encryptFor(pair: Pair, algorithm: string, plaintext: Buffer, given: EncryptionContext): Buffer {
  const how = oaep(algorithm, given)
  const modulus = (pair.publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8
  // RFC 8017 §7.1.1: mLen <= k - 2hLen - 2
  if (plaintext.length > modulus - (how.oaepHash === 'sha1' ? 42 : 66))
    throw validation(`Plaintext is too long for algorithm ${algorithm}.`)
  return publicEncrypt({ key: pair.publicKey, ...how }, plaintext)
}

function decryptWith(pair: Pair, algorithm: string, sealed: Buffer, given: EncryptionContext): Buffer {
  const how = oaep(algorithm, given)
  try {
    return privateDecrypt({ key: pair.privateKey, ...how }, sealed)
  } catch {
    throw invalidCiphertext()
  }
}

const dataKey: Operation = (store, input) => {
  const shape = z.object({
    KeyId: keyId,
    EncryptionContext: context,
    KeySpec: z.enum(['AES_128', 'AES_256']).optional(),
    NumberOfBytes: z.int().min(1).max(1024).optional(),
  })
  const request = read(shape, input)
  if ((request.KeySpec === undefined) === (request.NumberOfBytes === undefined))
    throw validation('Please specify either number of bytes or key spec.')
  const key = keyOf(store, request.KeyId)
  mustServe(key, 'ENCRYPT_DECRYPT', 'GenerateDataKey', 'SYMMETRIC_DEFAULT')
  mustBeEnabled(key)
  const plaintext = randomBytes(request.NumberOfBytes ?? (request.KeySpec === 'AES_128' ? 16 : 32))
  const sealed = seal(key.id, secretIn(key), plaintext, request.EncryptionContext)
  return { KeyId: key.arn, Plaintext: plaintext.toString('base64'), CiphertextBlob: sealed.toString('base64') }
}

const dataKeyWithoutPlaintext: Operation = async (store, input) => {
  const { Plaintext: _plaintext, ...rest } = await dataKey(store, input)
  return rest
}

export const encryptionOperations = {
  Encrypt: encrypt,
  Decrypt: decrypt,
  GenerateDataKey: dataKey,
  GenerateDataKeyWithoutPlaintext: dataKeyWithoutPlaintext,
}
