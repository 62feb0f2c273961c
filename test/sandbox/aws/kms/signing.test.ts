import { constants, createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import {
  CreateKeyCommand,
  GetPublicKeyCommand,
  type KeySpec,
  type KMSClient,
  SignCommand,
  type SigningAlgorithmSpec,
  VerifyCommand,
} from '@aws-sdk/client-kms'
import { compactVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningAws, startAws } from '../../../../sandbox/aws/start.ts'
import { kmsClient, place } from '../world.ts'

let aws: RunningAws
let kms: KMSClient
beforeAll(async () => {
  aws = await startAws(place)
  kms = kmsClient(aws)
})
afterAll(async () => aws.close())

async function signingKey(spec: KeySpec): Promise<{ keyId: string; publicKey: KeyObject }> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec: spec, KeyUsage: 'SIGN_VERIFY' }))
  const keyId = KeyMetadata?.KeyId ?? ''
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }))
  const der = Buffer.from(PublicKey ?? [])
  return { keyId, publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }) }
}

/** Verifies with node:crypto alone; PSS is held to a salt as long as the digest. */
function verifiedElsewhere(algorithm: string, message: Buffer, key: KeyObject, signature: Uint8Array): boolean {
  const hash = `sha${algorithm.slice(-3)}`
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  return verify(hash, message, { key, ...(algorithm.includes('PSS') ? pss : {}) }, signature)
}

const rsaAlgorithms: SigningAlgorithmSpec[] = [
  'RSASSA_PKCS1_V1_5_SHA_256',
  'RSASSA_PKCS1_V1_5_SHA_384',
  'RSASSA_PKCS1_V1_5_SHA_512',
  'RSASSA_PSS_SHA_256',
  'RSASSA_PSS_SHA_384',
  'RSASSA_PSS_SHA_512',
]
const cases: [KeySpec, SigningAlgorithmSpec[]][] = [
  ['RSA_2048', rsaAlgorithms],
  ['RSA_3072', rsaAlgorithms],
  ['RSA_4096', ['RSASSA_PSS_SHA_256', 'RSASSA_PKCS1_V1_5_SHA_512']],
  ['ECC_NIST_P256', ['ECDSA_SHA_256']],
  ['ECC_NIST_P384', ['ECDSA_SHA_384']],
  ['ECC_NIST_P521', ['ECDSA_SHA_512']],
  ['ECC_SECG_P256K1', ['ECDSA_SHA_256']],
]

describe.each(cases)('%s', (spec, algorithms) => {
  test.each(algorithms)(
    '%s: RAW and DIGEST verify in node:crypto and in KMS, and nothing altered does',
    async (algorithm) => {
      const { keyId, publicKey } = await signingKey(spec)
      for (let round = 0; round < 6; round++) {
        const message = Buffer.from(`message ${round}`)
        const digest = createHash(`sha${algorithm.slice(-3)}`)
          .update(message)
          .digest()
        const MessageType = round % 2 === 0 ? 'RAW' : 'DIGEST'
        const Message = MessageType === 'RAW' ? message : digest
        const signed = await kms.send(
          new SignCommand({ KeyId: keyId, Message, MessageType, SigningAlgorithm: algorithm }),
        )
        const signature = signed.Signature ?? new Uint8Array()
        expect(verifiedElsewhere(algorithm, message, publicKey, signature)).toBe(true)
        const asked = { KeyId: keyId, Signature: signature, SigningAlgorithm: algorithm } as const
        for (const form of [
          { Message: message, MessageType: 'RAW' } as const,
          { Message: digest, MessageType: 'DIGEST' } as const,
        ])
          expect(await kms.send(new VerifyCommand({ ...asked, ...form }))).toMatchObject({ SignatureValid: true })
        const altered = Uint8Array.from(signature)
        altered[altered.length - 2] = (altered[altered.length - 2] ?? 0) ^ 1
        for (const lie of [
          { ...asked, Message: message, Signature: altered },
          { ...asked, Message: message, Signature: signature.slice(0, -1) },
          { ...asked, Message: Buffer.from('another message') },
        ])
          await expect(kms.send(new VerifyCommand(lie))).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' })
      }
    },
  )
})

test('the salt of PSS is as long as the digest, not as long as it can be', async () => {
  const { keyId, publicKey } = await signingKey('RSA_2048')
  const message = Buffer.from('salt')
  const SigningAlgorithm = 'RSASSA_PSS_SHA_256'
  const { Signature } = await kms.send(new SignCommand({ KeyId: keyId, Message: message, SigningAlgorithm }))
  const pss = constants.RSA_PKCS1_PSS_PADDING
  const signature = Signature ?? new Uint8Array()
  expect(verify('sha256', message, { key: publicKey, padding: pss, saltLength: 32 }, signature)).toBe(true)
  expect(verify('sha256', message, { key: publicKey, padding: pss, saltLength: 222 }, signature)).toBe(false)
})

test.each([
  ['PS256', 'RSASSA_PSS_SHA_256'],
  ['RS256', 'RSASSA_PKCS1_V1_5_SHA_256'],
] as const)('a JWS assembled around the signature is a valid %s for jose', async (alg, SigningAlgorithm) => {
  const { keyId, publicKey } = await signingKey('RSA_2048')
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${part({ alg })}.${part({ iss: 'visa', jti: '1' })}`
  const Message = createHash('sha256').update(input).digest()
  const { Signature } = await kms.send(
    new SignCommand({ KeyId: keyId, Message, MessageType: 'DIGEST', SigningAlgorithm }),
  )
  const jws = `${input}.${Buffer.from(Signature ?? []).toString('base64url')}`
  const verified = await compactVerify(jws, publicKey, { algorithms: [alg] })
  expect(JSON.parse(Buffer.from(verified.payload).toString())).toEqual({ iss: 'visa', jti: '1' })
})

describe('what Sign refuses', () => {
  const message = Buffer.from('m')
  test('4097 bytes RAW, and a digest of the wrong length', async () => {
    const { keyId } = await signingKey('RSA_2048')
    const SigningAlgorithm = 'RSASSA_PSS_SHA_256'
    const sign = (Message: Uint8Array, MessageType: 'RAW' | 'DIGEST') =>
      kms.send(new SignCommand({ KeyId: keyId, Message, MessageType, SigningAlgorithm }))
    await expect(sign(Buffer.alloc(4096), 'RAW')).resolves.toBeDefined()
    await expect(sign(Buffer.alloc(4097), 'RAW')).rejects.toMatchObject({ name: 'ValidationException' })
    await expect(sign(Buffer.alloc(31), 'DIGEST')).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Digest is invalid length for algorithm RSASSA_PSS_SHA_256.',
    })
    await expect(sign(Buffer.alloc(48), 'DIGEST')).rejects.toMatchObject({ name: 'ValidationException' })
  })

  test('an algorithm of another key spec, and a key for encryption', async () => {
    const ec = await signingKey('ECC_NIST_P256')
    await expect(
      kms.send(new SignCommand({ KeyId: ec.keyId, Message: message, SigningAlgorithm: 'RSASSA_PSS_SHA_256' })),
    ).rejects.toMatchObject({ name: 'InvalidKeyUsageException' })
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' }))
    const KeyId = KeyMetadata?.KeyId
    await expect(
      kms.send(new SignCommand({ KeyId, Message: message, SigningAlgorithm: 'RSASSA_PSS_SHA_256' })),
    ).rejects.toMatchObject({ name: 'InvalidKeyUsageException' })
  })

  test('a key that is not there, with the exception the SDK knows', async () => {
    const KeyId = '11111111-2222-3333-4444-555555555555'
    const absent = kms.send(new SignCommand({ KeyId, Message: message, SigningAlgorithm: 'RSASSA_PSS_SHA_256' }))
    await expect(absent).rejects.toMatchObject({ name: 'NotFoundException', $fault: 'client' })
  })

  test('DryRun checks everything and signs nothing', async () => {
    const { keyId } = await signingKey('ECC_NIST_P256')
    const dry = { KeyId: keyId, Message: message, DryRun: true } as const
    await expect(kms.send(new SignCommand({ ...dry, SigningAlgorithm: 'ECDSA_SHA_256' }))).rejects.toMatchObject({
      name: 'DryRunOperationException',
    })
    await expect(kms.send(new SignCommand({ ...dry, SigningAlgorithm: 'ECDSA_SHA_384' }))).rejects.toMatchObject({
      name: 'InvalidKeyUsageException',
    })
  })
})
