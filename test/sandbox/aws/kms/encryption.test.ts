import { constants, createDecipheriv, createHmac, createPublicKey, publicEncrypt } from 'node:crypto'
import {
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  GenerateRandomCommand,
  GetPublicKeyCommand,
  type KeySpec,
  type KeyUsageType,
  type KMSClient,
  VerifyMacCommand,
} from '@aws-sdk/client-kms'
import { CompactEncrypt } from 'jose'
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

async function key(KeySpec?: KeySpec, KeyUsage?: KeyUsageType): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec, KeyUsage }))
  return KeyMetadata?.Arn ?? ''
}

const EncryptionContext = { table: 'subject-keys', subject: 'asha' }

describe('a symmetric key', () => {
  test('a data key comes back by Decrypt, without naming the key, under the same context in any order', async () => {
    const KeyId = await key()
    const made = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext }))
    expect(made.KeyId).toBe(KeyId)
    expect(made.Plaintext).toHaveLength(32)
    const opened = await kms.send(
      new DecryptCommand({
        CiphertextBlob: made.CiphertextBlob,
        EncryptionContext: { subject: 'asha', table: 'subject-keys' },
      }),
    )
    expect(opened).toMatchObject({ KeyId, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' })
    expect(opened.Plaintext).toEqual(made.Plaintext)
  })

  test('another context, none, an altered byte, another key: typed refusals', async () => {
    const KeyId = await key()
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId, Plaintext: Buffer.from('secret'), EncryptionContext }),
    )
    const blob = CiphertextBlob ?? new Uint8Array()
    const altered = Uint8Array.from(blob)
    altered[altered.length - 1] = (altered[altered.length - 1] ?? 0) ^ 1
    const lies = [
      { CiphertextBlob: blob },
      { CiphertextBlob: blob, EncryptionContext: { ...EncryptionContext, subject: 'ravi' } },
      { CiphertextBlob: blob, EncryptionContext: { ...EncryptionContext, Subject: 'asha' } },
      { CiphertextBlob: altered, EncryptionContext },
      { CiphertextBlob: Buffer.from('not a blob'), EncryptionContext },
    ]
    for (const lie of lies)
      await expect(kms.send(new DecryptCommand(lie))).rejects.toMatchObject({ name: 'InvalidCiphertextException' })
    const other = await key()
    await expect(
      kms.send(new DecryptCommand({ KeyId: other, CiphertextBlob: blob, EncryptionContext })),
    ).rejects.toMatchObject({ name: 'IncorrectKeyException' })
  })

  test('a data key opens what was encrypted under it elsewhere; sizes and refusals as documented', async () => {
    const KeyId = await key()
    const short = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_128' }))
    expect(short.Plaintext).toHaveLength(16)
    const sized = await kms.send(new GenerateDataKeyCommand({ KeyId, NumberOfBytes: 64 }))
    expect(sized.Plaintext).toHaveLength(64)
    const hidden = await kms.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId, KeySpec: 'AES_256' }))
    expect('Plaintext' in hidden).toBe(false)
    const shown = await kms.send(new DecryptCommand({ CiphertextBlob: hidden.CiphertextBlob }))
    expect(shown.Plaintext).toHaveLength(32)
    for (const wrong of [{}, { KeySpec: 'AES_256' as const, NumberOfBytes: 32 }])
      await expect(kms.send(new GenerateDataKeyCommand({ KeyId, ...wrong }))).rejects.toMatchObject({
        name: 'ValidationException',
      })
    const rsa = await key('RSA_2048', 'ENCRYPT_DECRYPT')
    await expect(kms.send(new GenerateDataKeyCommand({ KeyId: rsa, KeySpec: 'AES_256' }))).rejects.toMatchObject({
      name: 'InvalidKeyUsageException',
    })
  })

  test('4096 bytes are the most it encrypts', async () => {
    const KeyId = await key()
    await expect(kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.alloc(4096) }))).resolves.toBeDefined()
    await expect(kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.alloc(4097) }))).rejects.toMatchObject({
      name: 'ValidationException',
    })
  })
})

describe('an RSA key for encryption', () => {
  test.each([
    ['RSAES_OAEP_SHA_256', 'sha256'],
    ['RSAES_OAEP_SHA_1', 'sha1'],
  ] as const)('%s: what node:crypto encrypts, it decrypts; and its own', async (EncryptionAlgorithm, oaepHash) => {
    const KeyId = await key('RSA_2048', 'ENCRYPT_DECRYPT')
    const { PublicKey, EncryptionAlgorithms } = await kms.send(new GetPublicKeyCommand({ KeyId }))
    expect(EncryptionAlgorithms).toEqual(['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'])
    const publicKey = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' })
    const padding = constants.RSA_PKCS1_OAEP_PADDING
    const sealed = publicEncrypt({ key: publicKey, padding, oaepHash }, Buffer.from('cek'))
    const opened = await kms.send(new DecryptCommand({ KeyId, CiphertextBlob: sealed, EncryptionAlgorithm }))
    expect(Buffer.from(opened.Plaintext ?? []).toString()).toBe('cek')
    const own = await kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('own'), EncryptionAlgorithm }))
    const back = await kms.send(new DecryptCommand({ KeyId, CiphertextBlob: own.CiphertextBlob, EncryptionAlgorithm }))
    expect(Buffer.from(back.Plaintext ?? []).toString()).toBe('own')
  })

  test('the content key of a jose JWE (RSA-OAEP-256, A256GCM) is unwrapped', async () => {
    const KeyId = await key('RSA_2048', 'ENCRYPT_DECRYPT')
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }))
    const publicKey = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' })
    const jwe = await new CompactEncrypt(Buffer.from('{"sub":"asha"}'))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM' })
      .encrypt(publicKey)
    const [head = '', wrapped = '', iv = '', text = '', tag = ''] = jwe.split('.')
    const { Plaintext } = await kms.send(
      new DecryptCommand({
        KeyId,
        CiphertextBlob: Buffer.from(wrapped, 'base64url'),
        EncryptionAlgorithm: 'RSAES_OAEP_SHA_256',
      }),
    )
    const decipher = createDecipheriv('aes-256-gcm', Plaintext ?? new Uint8Array(), Buffer.from(iv, 'base64url'))
    decipher.setAAD(Buffer.from(head)).setAuthTag(Buffer.from(tag, 'base64url'))
    expect(Buffer.concat([decipher.update(text, 'base64url'), decipher.final()]).toString()).toBe('{"sub":"asha"}')
  })

  test('garbage, the wrong algorithm, a context, too much text', async () => {
    const KeyId = await key('RSA_2048', 'ENCRYPT_DECRYPT')
    const EncryptionAlgorithm = 'RSAES_OAEP_SHA_256'
    const blob = { KeyId, CiphertextBlob: Buffer.alloc(256, 7) }
    await expect(kms.send(new DecryptCommand({ ...blob, EncryptionAlgorithm }))).rejects.toMatchObject({
      name: 'InvalidCiphertextException',
    })
    await expect(kms.send(new DecryptCommand(blob))).rejects.toMatchObject({ name: 'InvalidKeyUsageException' })
    const text = { KeyId, Plaintext: Buffer.alloc(190), EncryptionAlgorithm } as const
    await expect(kms.send(new EncryptCommand(text))).resolves.toBeDefined()
    for (const wrong of [
      { ...text, Plaintext: Buffer.alloc(191) },
      { ...text, EncryptionContext },
    ])
      await expect(kms.send(new EncryptCommand(wrong))).rejects.toMatchObject({ name: 'ValidationException' })
  })
})

test('an HMAC key makes and checks MACs, and has no public key', async () => {
  const KeyId = await key('HMAC_256', 'GENERATE_VERIFY_MAC')
  const Message = Buffer.from('id')
  const MacAlgorithm = 'HMAC_SHA_256'
  const { Mac } = await kms.send(new GenerateMacCommand({ KeyId, Message, MacAlgorithm }))
  const again = await kms.send(new GenerateMacCommand({ KeyId, Message, MacAlgorithm }))
  expect(Mac).toHaveLength(32)
  expect(again.Mac).toEqual(Mac)
  expect(Mac).not.toEqual(new Uint8Array(createHmac('sha256', 'guess').update(Message).digest()))
  expect(await kms.send(new VerifyMacCommand({ KeyId, Message, MacAlgorithm, Mac }))).toMatchObject({ MacValid: true })
  const other = Buffer.from('other')
  await expect(kms.send(new VerifyMacCommand({ KeyId, Message: other, MacAlgorithm, Mac }))).rejects.toMatchObject({
    name: 'KMSInvalidMacException',
  })
  await expect(
    kms.send(new GenerateMacCommand({ KeyId, Message, MacAlgorithm: 'HMAC_SHA_512' })),
  ).rejects.toMatchObject({
    name: 'InvalidKeyUsageException',
  })
  await expect(kms.send(new GetPublicKeyCommand({ KeyId }))).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
  })
})

test('random bytes are as many as asked, and not the same twice', async () => {
  const ask = () => kms.send(new GenerateRandomCommand({ NumberOfBytes: 32 }))
  const [first, second] = await Promise.all([ask(), ask()])
  expect(first.Plaintext).toHaveLength(32)
  expect(first.Plaintext).not.toEqual(second.Plaintext)
})
