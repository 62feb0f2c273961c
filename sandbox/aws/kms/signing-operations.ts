import * as z from 'zod'
import { WireError } from '../wire/wire-error.ts'
import { algorithmsOf } from './key-spec.ts'
import type { KeyStore } from './key-store.ts'
import { type KmsKey, mustBeEnabled, mustServe, type Pair, pairIn } from './kms-key.ts'
import { keyOf, type Operation } from './operation.ts'
import { blob, keyId, read } from './request-shapes.ts'
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

export const signingOperations = { Sign: signOperation, Verify: verifyOperation, GetPublicKey: getPublicKey }
