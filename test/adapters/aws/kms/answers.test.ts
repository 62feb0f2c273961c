import { generateKeyPairSync } from 'node:crypto'
import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import {
  DecryptCommand,
  DescribeKeyCommand,
  GenerateDataKeyCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
} from '@aws-sdk/client-kms'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../../shared/adapters/aws/dynamodb/store.ts'
import { clientKey } from '../../../../shared/adapters/aws/kms/client-key.ts'
import { clientPublicKeys } from '../../../../shared/adapters/aws/kms/client-public-keys.ts'
import { keyHealth, type Purpose } from '../../../../shared/adapters/aws/kms/health-check.ts'
import { subjectKeyring, subjectKeys } from '../../../../shared/adapters/aws/kms/subject-keys.ts'

const arn = 'arn:aws:kms:eu-central-1:000000000000:key/one'
const client = new KMSClient({ region: 'eu-central-1' })
const kms = mockClient(client)
beforeEach(() => {
  kms.reset()
})

describe('a signature of KMS', () => {
  const sign = () => clientKey(client, { visa: arn }).sign('visa', 'PS256', 'a.b')

  it.each([256, 384, 512])('of %i bytes is used', async (length) => {
    kms.on(SignCommand).resolves({ Signature: new Uint8Array(length) })
    expect(Buffer.from(await sign(), 'base64url')).toHaveLength(length)
  })

  it.each([0, 70, 72, 255, 257])('of %i bytes is none of RSA', async (length) => {
    kms.on(SignCommand).resolves({ Signature: new Uint8Array(length) })
    await expect(sign()).rejects.toMatchObject({ code: 'key-unavailable' })
  })

  it('may be missing', async () => {
    kms.on(SignCommand).resolves({})
    await expect(sign()).rejects.toMatchObject({ code: 'key-unavailable' })
  })
})

describe('a data key of KMS', () => {
  const store = openStore({ 'subject-keys': 'subject-keys' })
  const dynamodb = mockClient(store.client)
  const places = { kms: client, store, dataKeyArn: arn }
  beforeEach(() => {
    dynamodb.reset()
  })

  it.each([
    ['too short', { Plaintext: new Uint8Array(16), CiphertextBlob: new Uint8Array(60) }],
    ['missing', { CiphertextBlob: new Uint8Array(60) }],
    ['not wrapped', { Plaintext: new Uint8Array(32) }],
  ])('that is %s protects nothing', async (_, answer) => {
    dynamodb.on(GetItemCommand).resolves({})
    kms.on(GenerateDataKeyCommand).resolves(answer)
    await expect(subjectKeys(places).keyFor('p_one')).rejects.toMatchObject({ code: 'key-unavailable' })
  })

  it('that is unwrapped to something else opens nothing', async () => {
    dynamodb.on(GetItemCommand).resolves({ Item: { subject: { S: 'p_one' }, wrapped: { S: 'd3JhcHBlZA' } } })
    kms.on(DecryptCommand).resolves({ Plaintext: new Uint8Array(31) })
    await expect(subjectKeyring(places).open('p_one')).rejects.toMatchObject({ code: 'key-unavailable' })
    await expect(subjectKeys(places).keyFor('p_one')).rejects.toMatchObject({ code: 'key-unavailable' })
  })
})

describe('a public key of KMS', () => {
  const publish = () => clientPublicKeys(client, { visa: arn }, () => 'PS256').all()
  const spki = (modulusLength: number, publicExponent = 65_537) =>
    generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey.export({ format: 'der', type: 'spki' })

  it('of 2048 bits is published', async () => {
    kms.on(GetPublicKeyCommand).resolves({ PublicKey: spki(2048) })
    expect(await publish()).toMatchObject([{ kid: 'one', kty: 'RSA', use: 'sig', e: 'AQAB' }])
  })

  const broken = spki(2048)
  broken[broken.length - 1] = 0
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'der', type: 'spki' })

  it.each([
    ['of 1024 bits', spki(1024)],
    ['with a small exponent', spki(2048, 3)],
    ['with one wrong bit', broken],
    ['of another kind', elliptic],
    ['that is none', Buffer.from('none')],
    ['that is cut off', broken.subarray(0, 100)],
  ])('%s is not published, and asked for again', async (_, PublicKey) => {
    const keys = clientPublicKeys(client, { visa: arn }, () => 'PS256')
    kms
      .on(GetPublicKeyCommand)
      .resolvesOnce({ PublicKey })
      .resolves({ PublicKey: spki(2048) })
    await expect(keys.all()).rejects.toMatchObject({ code: 'key-unavailable' })
    expect(await keys.all()).toHaveLength(1)
  })
})

describe('the health of a key', () => {
  const signing = { KeyUsage: 'SIGN_VERIFY', SigningAlgorithms: ['RSASSA_PSS_SHA_256'] } as const
  const opening = { KeyUsage: 'ENCRYPT_DECRYPT', EncryptionAlgorithms: ['RSAES_OAEP_SHA_256'] } as const
  const wrapping = { KeyUsage: 'ENCRYPT_DECRYPT', EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] } as const
  const ask = (described: object, purpose: Purpose) => {
    kms.on(DescribeKeyCommand).resolves({ KeyMetadata: { KeyId: 'one', Enabled: true, ...described } })
    return keyHealth(client, 'a key', arn, purpose).ask()
  }

  it.each<[object, Purpose]>([
    [signing, { signs: 'PS256' }],
    [opening, { decrypts: 'RSAES_OAEP_SHA_256' }],
    [wrapping, { decrypts: 'SYMMETRIC_DEFAULT' }],
  ])('is good: %j for %j', async (described, purpose) => {
    await expect(ask(described, purpose)).resolves.toBeUndefined()
  })

  it.each<[object, Purpose]>([
    [{ ...signing, Enabled: false }, { signs: 'PS256' }],
    [{ ...signing, SigningAlgorithms: ['ECDSA_SHA_256'] }, { signs: 'PS256' }],
    [signing, { signs: 'RS256' }],
    [opening, { signs: 'PS256' }],
    [{ ...signing, KeyUsage: 'ENCRYPT_DECRYPT' }, { signs: 'PS256' }],
    [wrapping, { decrypts: 'RSAES_OAEP_SHA_256' }],
    [opening, { decrypts: 'SYMMETRIC_DEFAULT' }],
    [{ ...wrapping, KeyUsage: 'GENERATE_VERIFY_MAC' }, { decrypts: 'SYMMETRIC_DEFAULT' }],
    [{}, { decrypts: 'SYMMETRIC_DEFAULT' }],
  ])('is not good: %j for %j', async (described, purpose) => {
    await expect(ask(described, purpose)).rejects.toThrow(/^key is /)
  })
})
