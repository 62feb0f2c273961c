import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Release, type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { newFolder, readService, vocabulary } from './folder.ts'
import { type Jwk, rsaKey } from './keys.ts'
import { type } from './terminal.ts'

const releases = ['1.5', '1.6', '1.7', '1.8', '2.0'] as const
const redirectUri = 'https://login.omera.example.org/omera-bank/callback'

let esignet: RunningEsignet
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: [], verificationMetadata: 'as-mock', releases })
})
afterAll(() => esignet?.close())

/** What every release can do: no verified claims, no claim that only some deployments know. */
const modest = {
  ...readService('omera-bank'),
  acts: {
    'sign-in': {
      authentication: { acrAnyOf: ['mosip:idp:acr:generated-code'], maxAge: 'PT1H' },
      claims: { name: 'essential', email: 'voluntary' },
    },
  },
}

/** An operator’s desk: a service file, keys of ours, and what the commands say about them at one release. */
const desk = (release: Release, service: object = modest, keys: readonly Jwk[] = [rsaKey('bank-key')]) => {
  const write = newFolder()
  write('vocabulary.json', vocabulary)
  const serviceFile = write('omera-bank.json', service)
  const common = ['--release', release, '--service', serviceFile, '--jwks', write('jwks.json', { keys })]
  return {
    call: async (...more: string[]) => {
      const said = await type(['client-registration', ...common, ...more])
      const [method = '', path = ''] = /^(POST|PATCH) (.*)$/m.exec(said.err)?.slice(1) ?? []
      return { ...said, method, path }
    },
    doctor: async (registration: string) => {
      const { discovery } = esignet.deployment(release)
      const file = write('registered.json', registration)
      const places = ['--discovery', discovery, '--redirect-uri', redirectUri, '--registration', file]
      const { status, out } = await type(['doctor', '--json', ...common, ...places])
      const { findings }: { findings: { code: string; severity: string }[] } = JSON.parse(out)
      const troubles = findings.filter(({ severity }) => severity !== 'fine')
      return { status, troubles: troubles.map(({ code, severity }) => `${severity} ${code}`) }
    },
  }
}

const send = async (release: Release, { method, path, out }: { method: string; path: string; out: string }) => {
  const base = esignet.deployment(release).discovery.replace('/.well-known/openid-configuration', '')
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${base}${path}`, { method, headers, body: out })
  const answer: { response: unknown; errors: unknown } = await response.json()
  return answer
}

describe.each(releases)('eSignet %s', (release) => {
  // Before 1.7 the identity system's key is not among eSignet's, which is what the doctor suspects.
  const suspected = release === '1.5' || release === '1.6' ? ['doubtful userinfo-signer-missing'] : []

  test('accepts the registration as it is printed, and the doctor has nothing to say against either', async () => {
    const { call, doctor } = desk(release)
    const registration = await call('--redirect-uri', redirectUri)
    expect(registration.status).toBe(0)
    expect(await send(release, registration)).toMatchObject({
      response: { clientId: 'omera-bank', status: 'ACTIVE' },
      errors: [],
    })
    expect(await doctor(registration.out)).toEqual({ status: 0, troubles: suspected })
  })
})

test('eSignet 1.8 accepts the real services, with the claim its deployment knows', async () => {
  const service = readService('visa')
  const { call } = desk('1.8', service)
  const registration = await call('--redirect-uri', redirectUri)
  expect(await send('1.8', registration)).toMatchObject({ response: { clientId: 'veridonia-visa' } })
})

test.each(['1.8', '2.0'] as const)('eSignet %s accepts the key for encrypted UserInfo', async (release) => {
  const encrypted = { ...modest, client: { id: 'encrypted', relyingPartyId: 'omera-bank', encryptedUserInfo: true } }
  const { call } = desk(release, encrypted, [rsaKey('signs'), { ...rsaKey('opens'), use: 'enc' }])
  const created = await call('--redirect-uri', redirectUri)
  expect(created.err).toContain('--patch')
  expect(await send(release, created)).toMatchObject({ response: { clientId: 'encrypted' } })
  expect(await send(release, await call('--patch'))).toMatchObject({ response: { status: 'ACTIVE' } })
})

test('a wrong registration is told, mistake by mistake', async () => {
  const { call, doctor } = desk('1.8', readService('omera-bank'))
  const { out } = await call('--redirect-uri', redirectUri)
  const { request } = JSON.parse(out)
  const registered = {
    ...request,
    publicKey: rsaKey('bank-key'),
    relyingPartyId: 'omera',
    userClaims: ['email'],
    authContextRefs: ['mosip:idp:acr:static-code'],
    redirectUris: ['https://login.omera.example.org/*'],
    additionalConfig: { userinfo_response_type: 'JWE' },
  }
  expect(await doctor(JSON.stringify(registered))).toEqual({
    status: 1,
    troubles: [
      'wrong acr-not-registered',
      'wrong acr-not-registered',
      'wrong claim-not-registered',
      'wrong redirect-uri-wildcard',
      'wrong redirect-uri-not-registered',
      'wrong relying-party-id-differs',
      'wrong registered-key-not-ours',
      'doubtful protection-not-demanded',
      'doubtful protection-not-demanded',
      'wrong userinfo-response-type',
    ],
  })
})

test.each([
  ['1.8', '1.6', ['doubtful release-differs', 'doubtful issuer-parameter-unexpected']],
  [
    '1.6',
    '1.8',
    ['wrong pushed-requests-missing', 'wrong assertion-algorithm-missing', 'wrong issuer-parameter-not-offered'],
  ],
  ['2.0', '1.8', ['doubtful release-differs']],
] as const)('eSignet %s taken for %s is noticed', async (real, named, expected) => {
  const write = newFolder()
  write('vocabulary.json', vocabulary)
  const service = write('omera-bank.json', modest)
  const { discovery } = esignet.deployment(real)
  const args = ['--json', '--release', named, '--service', service, '--discovery', discovery]
  const { findings }: { findings: { code: string; severity: string }[] } = JSON.parse(
    (await type(['doctor', ...args])).out,
  )
  const troubles = findings.map(({ code, severity }) => `${severity} ${code}`)
  expect(troubles).toEqual(expect.arrayContaining([...expected]))
})
