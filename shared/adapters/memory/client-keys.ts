import { constants, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import * as z from 'zod'
import { Fault } from '../../kernel/fault.ts'
import type { ClientKey, ClientPublicKeys } from '../../ports/client-key.ts'

/** Real RSA keys, born with the object; only the key management service is missing. */
export const memoryClientKeys = (services: readonly string[]): ClientKey & ClientPublicKeys => {
  const pairs = new Map(services.map((service) => [service, generateKeyPairSync('rsa', { modulusLength: 2048 })]))
  const pairOf = (service: string) => {
    const pair = pairs.get(service)
    if (pair === undefined) throw new Fault('key-unavailable', 'no client key is configured for this service')
    return pair
  }
  return {
    keyId: (service) => {
      pairOf(service)
      return `memory-${service}`
    },
    sign: async (service, algorithm, signingInput) => sign(pairOf(service).privateKey, algorithm, signingInput),
    all: async () =>
      [...pairs]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([service, { publicKey }]) => ({
          ...rsaJwk.parse(publicKey.export({ format: 'jwk' })),
          kid: `memory-${service}`,
          alg: 'PS256',
          use: 'sig',
        })),
  }
}

const rsaJwk = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() })

const sign = (key: KeyObject, algorithm: 'PS256' | 'RS256', signingInput: string): string => {
  const signer = createSign('sha256').update(signingInput, 'ascii')
  const padding =
    algorithm === 'PS256'
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : { padding: constants.RSA_PKCS1_PADDING }
  return signer.sign({ key, ...padding }, 'base64url')
}
