import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import { CreateKeyCommand, DisableKeyCommand, GetPublicKeyCommand } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decryptionKey } from '../../../shared/adapters/aws/kms/decryption-key.ts'
import { type AwsWorld, canRunAws, startAwsWorld } from '../../support/aws-world.ts'

describe.runIf(canRunAws())('the decryption key of a service, in KMS', () => {
  let world: AwsWorld
  beforeAll(async () => {
    world = await startAwsWorld()
  })
  afterAll(async () => {
    await world?.close()
  })

  const create = async () => {
    const { KeyMetadata } = await world.kms.send(
      new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' }),
    )
    return KeyMetadata?.Arn ?? ''
  }
  const wrapFor = async (arn: string, oaepHash = 'sha256') => {
    const { PublicKey } = await world.kms.send(new GetPublicKeyCommand({ KeyId: arn }))
    const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' })
    const secret = randomBytes(32)
    const wrapped = publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, secret)
    return { secret, wrapped }
  }

  it('opens what was wrapped for it, and what was wrapped for the one before it', async () => {
    const [current, previous] = [await create(), await create()]
    const key = decryptionKey(world.kms, { visa: [current, previous] })
    for (const arn of [current, previous]) {
      const { secret, wrapped } = await wrapFor(arn)
      expect(Buffer.from((await key.unwrap('visa', wrapped)) ?? [])).toEqual(secret)
    }
  })

  it('opens nothing that was wrapped for somebody else, or with another hash', async () => {
    const [ours, theirs] = [await create(), await create()]
    const key = decryptionKey(world.kms, { visa: [ours] })
    expect(await key.unwrap('visa', (await wrapFor(theirs)).wrapped)).toBeUndefined()
    expect(await key.unwrap('visa', (await wrapFor(ours, 'sha1')).wrapped)).toBeUndefined()
  })

  it('is a fault when KMS refuses, or when the service has none', async () => {
    const arn = await create()
    const { wrapped } = await wrapFor(arn)
    await world.kms.send(new DisableKeyCommand({ KeyId: arn }))
    await expect(decryptionKey(world.kms, { visa: [arn] }).unwrap('visa', wrapped)).rejects.toMatchObject({
      code: 'key-unavailable',
    })
    await expect(decryptionKey(world.kms, {}).unwrap('visa', wrapped)).rejects.toMatchObject({
      code: 'key-unavailable',
    })
  })
})
