import {
  CreateAliasCommand,
  CreateKeyCommand,
  GetPublicKeyCommand,
  type KeyUsageType,
  KMSClient,
} from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientKeyAlias } from '../../../infra/names.ts'
import { type RunningAws, startAws } from '../../../sandbox/aws/start.ts'
import { canRunAws } from '../../support/aws-world.ts'
import { stage as synthesised } from '../synthesised.ts'
import { newFolder } from './folder.ts'
import { ecKey, privateRsaKey, rsaKey } from './keys.ts'
import { type } from './terminal.ts'

const keysIn = (text: string): readonly Record<string, unknown>[] => JSON.parse(text).keys

describe.runIf(canRunAws())('from KMS', () => {
  let aws: RunningAws
  let keyIds: Readonly<Record<'benefits' | 'clinic' | 'bank' | 'sim' | 'visa' | 'opensForVisa', string>>

  beforeAll(async () => {
    aws = await startAws({ port: 0, region: 'eu-central-1', accountId: '000000000000' })
    process.env['AWS_REGION'] = 'eu-central-1'
    process.env['AWS_ACCESS_KEY_ID'] = aws.administrator.accessKeyId
    process.env['AWS_SECRET_ACCESS_KEY'] = aws.administrator.secretAccessKey
    const kms = new KMSClient({ endpoint: aws.url })
    const make = async (alias: string, KeyUsage: KeyUsageType): Promise<string> => {
      const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage }))
      const TargetKeyId = KeyMetadata?.KeyId ?? ''
      await kms.send(new CreateAliasCommand({ AliasName: `alias/verify-once/practice/${alias}`, TargetKeyId }))
      return TargetKeyId
    }
    keyIds = {
      benefits: await make('benefits/client-assertion', 'SIGN_VERIFY'),
      clinic: await make('clinic/client-assertion', 'SIGN_VERIFY'),
      bank: await make('omera-bank/client-assertion', 'SIGN_VERIFY'),
      sim: await make('sim-registration/client-assertion', 'SIGN_VERIFY'),
      visa: await make('visa/client-assertion', 'SIGN_VERIFY'),
      opensForVisa: await make('visa/userinfo-decryption', 'ENCRYPT_DECRYPT'),
    }
  })
  afterAll(() => aws?.close())

  const fromStage = (...more: string[]) => type(['keys', 'export', '--endpoint-url', aws.url, ...more])

  const signing = { kty: 'RSA', e: 'AQAB', use: 'sig' }

  test('every service’s keys, by their alias, with the KMS key id as kid and the algorithm of the release', async () => {
    const { status, out, err } = await fromStage('--stage', 'practice')
    expect(status).toBe(0)
    expect(keysIn(out)).toMatchObject([
      ...[keyIds.benefits, keyIds.clinic, keyIds.bank, keyIds.sim, keyIds.visa].map((kid) => ({
        ...signing,
        kid,
        alg: 'PS256',
      })),
      { kty: 'RSA', kid: keyIds.opensForVisa, use: 'enc', alg: 'RSA-OAEP-256' },
    ])
    expect(err.split('\n')).toEqual([
      `benefits: ${keyIds.benefits}`,
      `clinic: ${keyIds.clinic}`,
      `omera-bank: ${keyIds.bank}`,
      `sim-registration: ${keyIds.sim}`,
      `visa: ${keyIds.visa}`,
      `visa, for encrypted UserInfo: ${keyIds.opensForVisa}`,
    ])
  })

  test('one service’s, for another release', async () => {
    const { out } = await fromStage('--stage', 'practice', '--service', 'omera-bank', '--release', '1.6')
    expect(keysIn(out)).toMatchObject([{ kid: keyIds.bank, alg: 'RS256' }])
  })

  test('it is the public half that KMS has', async () => {
    const kms = new KMSClient({ endpoint: aws.url })
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyIds.bank }))
    const { out } = await fromStage('--stage', 'practice', '--service', 'omera-bank')
    const modulus = Buffer.from(String(keysIn(out)[0]?.['n']), 'base64url')
    expect(Buffer.from(PublicKey ?? []).includes(modulus)).toBe(true)
  })

  test('a stage that was not deployed, and a service nobody knows, are told in one sentence', async () => {
    const absent = await fromStage('--stage', 'ephemeral', '--release', '1.8', '--service', 'omera-bank')
    expect(absent).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringMatching(/ephemeral\/omera-bank.*no such alias/),
    })
    const stranger = await fromStage('--stage', 'practice', '--service', 'nobody')
    expect(stranger).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringContaining('there are benefits, clinic, omera-bank, sim-registration, visa'),
    })
  })
})

describe('from a published set', () => {
  const exported = (keys: unknown, release = '1.8') =>
    type(['keys', 'export', '--release', release, '--jwks', newFolder()('jwks.json', keys)])

  test('each key without what eSignet has no room for', async () => {
    const { out } = await exported({ keys: [rsaKey('k', 2048, { x5c: ['certificate'], alg: 'PS256', exp: 1 })] }, '1.5')
    expect(Object.keys(keysIn(out)[0] ?? {})).toEqual(['kty', 'n', 'e', 'kid', 'use', 'alg'])
    expect(keysIn(out)[0]).toMatchObject({ alg: 'RS256', use: 'sig' })
  })

  test('a key for encryption stays one', async () => {
    const { out } = await exported({ keys: [{ ...rsaKey('opens'), use: 'enc' }] })
    expect(keysIn(out)).toMatchObject([{ kid: 'opens', use: 'enc', alg: 'RSA-OAEP-256' }])
  })

  test('a single key is a set of one', async () => {
    expect(keysIn((await exported(ecKey('one'))).out)).toHaveLength(1)
  })

  test('a private key is not passed on', async () => {
    const { status, out, err } = await exported({ keys: [privateRsaKey()] })
    expect(out).toBe('')
    expect(err).toContain('holds a private key')
    expect(status).toBe(1)
  })

  test.each([[{ keys: [] }], [{}], ['<html>'], [[]]])('%j holds no keys', async (content) => {
    expect(await exported(content)).toMatchObject({ status: 1, out: '' })
  })
})

test('a stage and a set are two different questions', async () => {
  expect(await type(['keys', 'export', '--stage', 'practice', '--jwks', 'x', '--release', '1.8'])).toMatchObject({
    status: 2,
    err: expect.stringContaining('not both'),
  })
})

test.each(['practice', 'lasting'])('the aliases of stage %s are those its stacks make', (stage) => {
  const { keep } = synthesised(stage)
  for (const service of ['omera-bank', 'visa'])
    keep.hasResourceProperties('AWS::KMS::Alias', { AliasName: clientKeyAlias(stage, service) })
})
