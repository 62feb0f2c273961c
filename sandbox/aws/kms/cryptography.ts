import { constants, createHmac, privateDecrypt, publicEncrypt, randomBytes, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import type { JsonObject } from '../wire/json.ts'
import { validation, WireError } from '../wire/wire-error.ts'
import { type EncryptionContext, invalidCiphertext, keyIdIn, seal, unseal } from './ciphertext.ts'
import { algorithmsOf } from './key-spec.ts'
import type { KeyStore } from './key-store.ts'
import { type KmsKey, type Material, mustBeEnabled, mustServe } from './kms-key.ts'
import { keyOf, type Operation } from './operation.ts'
import { blob, context, keyId, read } from './request-shapes.ts'
import { sign, verify } from './signature.ts'

const messageType = z.enum(['RAW', 'DIGEST']).default('RAW')
const signing = z.object({
  KeyId: keyId,
  Message: blob(1, 4096),
  MessageType: messageType,
  SigningAlgorithm: z.string(),
})

const signOperation: Operation = (store, input) => {
  const request = read(signing, input)
  const { key, pair } = pairOf(store, request.KeyId, 'Sign', request.SigningAlgorithm)
  const signature = sign(pair, request.SigningAlgorithm, request.Message, request.MessageType)
  return { KeyId: key.arn, Signature: signature.toString('base64'), SigningAlgorithm: request.SigningAlgorithm }
}

const verifyOperation: Operation = (store, input) => {
  const request = read(signing.extend({ Signature: blob(1, 6144) }), input)
  const { key, pair } = pairOf(store, request.KeyId, 'Verify', request.SigningAlgorithm)
  if (!verify(pair, request.SigningAlgorithm, request.Message, request.MessageType, request.Signature))
    throw new WireError('KMSInvalidSignatureException', '')
  return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: request.SigningAlgorithm }
}

function pairOf(store: KeyStore, id: string, operation: string, algorithm: string): { key: KmsKey; pair: Pair } {
  const key = keyOf(store, id)
  mustServe(key, 'SIGN_VERIFY', operation, algorithm)
  mustBeEnabled(key)
  return { key, pair: pairIn(key) }
}

type Pair = Extract<Material, { kind: 'pair' }>

function pairIn(key: KmsKey): Pair {
  if (key.material.kind === 'pair') return key.material
  throw new WireError('UnsupportedOperationException', `${key.arn} is not an asymmetric key.`)
}

function secretIn(key: KmsKey): Buffer {
  if (key.material.kind === 'secret') return key.material.bytes
  throw new WireError('InvalidKeyUsageException', `${key.arn} is not a symmetric key.`)
}

const getPublicKey: Operation = (store, input) => {
  const key = keyOf(store, read(z.object({ KeyId: keyId }), input).KeyId)
  const pair = pairIn(key)
  mustBeEnabled(key)
  const list = key.usage === 'SIGN_VERIFY' ? 'SigningAlgorithms' : 'EncryptionAlgorithms'
  return {
    KeyId: key.arn,
    PublicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    KeySpec: key.spec,
    CustomerMasterKeySpec: key.spec,
    KeyUsage: key.usage,
    [list]: algorithmsOf(key.spec, key.usage),
  }
}

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
export function keyToDecrypt(store: KeyStore, id: string | undefined, sealed: Buffer, algorithm: string): KmsKey {
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

const generateRandom: Operation = (_store, input) => {
  const request = read(z.object({ NumberOfBytes: z.int().min(1).max(1024) }), input)
  return { Plaintext: randomBytes(request.NumberOfBytes).toString('base64') }
}

const macShape = z.object({ KeyId: keyId, Message: blob(1, 4096), MacAlgorithm: z.string() })

function macOf(store: KeyStore, request: z.infer<typeof macShape>, operation: string): { key: KmsKey; mac: Buffer } {
  const key = keyOf(store, request.KeyId)
  mustServe(key, 'GENERATE_VERIFY_MAC', operation, request.MacAlgorithm)
  mustBeEnabled(key)
  const mac = createHmac(`sha${request.MacAlgorithm.slice(-3)}`, secretIn(key))
    .update(request.Message)
    .digest()
  return { key, mac }
}

const generateMac: Operation = (store, input) => {
  const request = read(macShape, input)
  const { key, mac } = macOf(store, request, 'GenerateMac')
  return { KeyId: key.arn, Mac: mac.toString('base64'), MacAlgorithm: request.MacAlgorithm }
}

const verifyMac: Operation = (store, input) => {
  const request = read(macShape.extend({ Mac: blob(1, 6144) }), input)
  const { key, mac } = macOf(store, request, 'VerifyMac')
  if (mac.length !== request.Mac.length || !timingSafeEqual(mac, request.Mac))
    throw new WireError('KMSInvalidMacException', '')
  return { KeyId: key.arn, MacValid: true, MacAlgorithm: request.MacAlgorithm }
}

/** `DryRun` (KMS API): everything is checked, nothing is returned, and success is an exception of its own. */
const canDryRun =
  (operation: Operation): Operation =>
  async (store, input) => {
    const answer = await operation(store, input)
    if (input['DryRun'] === true)
      throw new WireError(
        'DryRunOperationException',
        'The request would have succeeded, but the DryRun option is set to true.',
        412,
      )
    return answer
  }

const withKeys: Readonly<Record<string, Operation>> = {
  Sign: signOperation,
  Verify: verifyOperation,
  Encrypt: encrypt,
  Decrypt: decrypt,
  GenerateDataKey: dataKey,
  GenerateDataKeyWithoutPlaintext: dataKeyWithoutPlaintext,
  GenerateMac: generateMac,
  VerifyMac: verifyMac,
}

export const cryptography: Readonly<Record<string, Operation>> = {
  ...Object.fromEntries(Object.entries(withKeys).map(([name, operation]) => [name, canDryRun(operation)])),
  GetPublicKey: getPublicKey,
  GenerateRandom: generateRandom,
} satisfies Record<string, (store: KeyStore, input: JsonObject) => unknown>
