import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { WireError } from '../wire/wire-error.ts'
import type { KeyStore } from './key-store.ts'
import { type KmsKey, mustBeEnabled, mustServe, secretIn } from './kms-key.ts'
import { keyOf, type Operation } from './operation.ts'
import { blob, keyId, read } from './request-shapes.ts'

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

export const macOperations = { GenerateMac: generateMac, VerifyMac: verifyMac }
