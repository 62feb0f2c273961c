import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { exportJWK, importSPKI } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildFunctions } from '../../infra/build/bundles.ts'
import { decryptionKeyAlias } from '../../infra/names.ts'
import { readServices } from '../../infra/services.ts'
import { synthesise } from '../../infra/synthesise.ts'
import { freeBasePort } from '../../sandbox/world/ports.ts'
import { startWorld, type World } from '../../sandbox/world.ts'
import { canRunAws } from '../support/aws-world.ts'
import { upToCallback } from '../support/practice-world.ts'

/** The visa portal with these keys for encrypted UserInfo, deployed into a world of its own. */
const worldWith = async (decryptionKeys: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'verify-once-rotation-'))
  const services = join(folder, 'services')
  cpSync('services', services, { recursive: true })
  const visa: { client: object } = JSON.parse(readFileSync(join(services, 'visa.json'), 'utf8'))
  writeFileSync(join(services, 'visa.json'), JSON.stringify({ ...visa, client: { ...visa.client, decryptionKeys } }))
  await buildFunctions()
  const basePort = await freeBasePort()
  const assembly = join(folder, 'cdk.out')
  synthesise({
    stage: 'practice',
    context: { practiceBasePort: basePort, practiceRelease: '1.8' },
    outdir: assembly,
    services: readServices(services),
  })
  const world = await startWorld({ assembly, basePort, services })
  return {
    world,
    close: async () => {
      await world.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What an operator does with `client-registration --patch`: from now on eSignet encrypts to this key. */
const register = async (world: World, name: string): Promise<void> => {
  const kms = new KMSClient({
    region: 'eu-central-1',
    endpoint: world.urls.aws,
    credentials: world.aws.administrator,
  })
  const { PublicKey = new Uint8Array() } = await kms.send(
    new GetPublicKeyCommand({ KeyId: decryptionKeyAlias('practice', 'visa', name) }),
  )
  kms.destroy()
  const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.from(PublicKey).toString('base64')}\n-----END PUBLIC KEY-----`
  const jwk = await exportJWK(await importSPKI(pem, 'RSA-OAEP-256'))
  const answer = await fetch(`${world.esignet.url}/v1/esignet/client-mgmt/client/veridonia-visa`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      requestTime: new Date().toISOString(),
      request: { encPublicKey: { ...jwk, kid: name, use: 'enc', alg: 'RSA-OAEP-256' } },
    }),
  })
  const { errors } = JSON.parse(await answer.text())
  expect(errors ?? []).toEqual([])
}

/** The code in the address to which a login at the visa portal leads; absent when it went through. */
const refusalOf = async (world: World): Promise<string | null> => {
  const { browser, redirectTo } = await upToCallback(
    { world },
    { service: 'visa', act: 'apply', returnTo: '/application' },
  )
  const answer = await browser.visit(redirectTo)
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code')
}

describe.runIf(canRunAws())('the key for encrypted UserInfo is replaced', () => {
  let rotating: Awaited<ReturnType<typeof worldWith>>
  beforeAll(async () => {
    rotating = await worldWith(['2027', 'first'])
  }, 60_000)
  afterAll(() => rotating.close())

  it('is opened with the new key, which is the one to be registered', async () => {
    expect(await refusalOf(rotating.world)).toBeNull()
  })

  it('is opened with the former one, as long as eSignet encrypts to it', async () => {
    await register(rotating.world, 'first')
    expect(await refusalOf(rotating.world)).toBeNull()
    await register(rotating.world, '2027')
    expect(await refusalOf(rotating.world)).toBeNull()
  })
})
