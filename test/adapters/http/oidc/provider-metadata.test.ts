import { describe, expect, test } from 'vitest'
import { isTrustworthyUrl } from '../../../../shared/adapters/http/oidc/provider-metadata.ts'
import { breaks, endOf, metadataOf, says, standIn } from './stand-in.ts'

const elsewhere = 'http://esignet.example'

describe('discovery that can be believed', () => {
  test('gives the configured issuer', async () => {
    const { provider, origin } = await standIn()
    expect(await provider.issuer()).toBe(origin)
  })

  test('is asked for once an hour, however many logins there are', async () => {
    let now = 0
    const { provider, asked } = await standIn({}, () => now)
    await provider.issuer()
    now = 60 * 60_000 - 1
    await provider.issuer()
    expect(asked('discovery')).toHaveLength(1)
    now = 60 * 60_000
    await provider.issuer()
    expect(asked('discovery')).toHaveLength(2)
  })

  test('placeholders about algorithms are not read', async () => {
    const { provider, say, origin } = await standIn()
    say(
      'discovery',
      says(200, { ...metadataOf(origin), id_token_signing_alg_values_supported: ['none'], scopes_supported: 7 }),
    )
    expect(await provider.issuer()).toBe(origin)
  })
})

describe('a clock that jumps back', () => {
  const day = 24 * 60 * 60_000

  test('makes nothing fresh for longer: what was learnt in the future is learnt again', async () => {
    let now = day
    const { provider, asked } = await standIn({}, () => now)
    await provider.issuer()
    now = day - 1
    await provider.issuer()
    expect(asked('discovery')).toHaveLength(2)
    now = day - 1 + 60 * 60_000 - 1
    await provider.issuer()
    expect(asked('discovery')).toHaveLength(2)
  })

  test('makes no failure last longer', async () => {
    let now = 0
    const { provider, say, asked, origin } = await standIn({}, () => now)
    await provider.issuer()
    say('discovery', breaks)
    now = 3 * 60 * 60_000
    await provider.issuer()
    now = 2 * 60 * 60_000
    say('discovery', says(200, metadataOf(origin)))
    await provider.issuer()
    expect(asked('discovery')).toHaveLength(3)
  })
})

describe('discovery that cannot', () => {
  type Change = (metadata: ReturnType<typeof metadataOf>) => Record<string, unknown>
  const changes: readonly (readonly [string, Change])[] = [
    ['names another issuer', (metadata) => ({ ...metadata, issuer: 'https://evil.example' })],
    ['names the issuer with a slash', (metadata) => ({ ...metadata, issuer: `${metadata.issuer}/` })],
    ['has no issuer', ({ issuer: _, ...metadata }) => metadata],
    ['has no key set', ({ jwks_uri: _, ...metadata }) => metadata],
    ['takes no pushed requests', ({ pushed_authorization_request_endpoint: _, ...metadata }) => metadata],
    ['has keys on an unprotected host', (metadata) => ({ ...metadata, jwks_uri: `${elsewhere}/jwks` })],
    ['has tokens on an unprotected host', (metadata) => ({ ...metadata, token_endpoint: `${elsewhere}/token` })],
    [
      'sends browsers to an unprotected host',
      (metadata) => ({ ...metadata, authorization_endpoint: `${elsewhere}/authorize` }),
    ],
    ['sends browsers into a script', (metadata) => ({ ...metadata, authorization_endpoint: 'javascript:alert(1)' })],
    ['has an endpoint that is no address', (metadata) => ({ ...metadata, userinfo_endpoint: 'userinfo' })],
    ['knows no S256', (metadata) => ({ ...metadata, code_challenge_methods_supported: ['plain'] })],
    ['does not say whether it knows S256', ({ code_challenge_methods_supported: _, ...metadata }) => metadata],
  ]
  test.each(changes)('it %s', async (_, change) => {
    const { provider, say, origin, received } = await standIn()
    say('discovery', says(200, change(metadataOf(origin))))
    expect(await endOf(provider.prepareKeys())).toEqual({ fault: 'provider-metadata-invalid' })
    expect(received).toHaveLength(1)
  })

  test.each([
    ['a page', says(200, '<html>', { 'content-type': 'text/html' })],
    ['not JSON', says(200, '{"issuer":')],
    ['a list', says(200, [])],
    ['null', says(200, 'null')],
  ])('it is %s', async (_, answer) => {
    const { provider } = await standIn({ discovery: answer })
    expect(await endOf(provider.issuer())).toEqual({ fault: 'provider-metadata-invalid' })
  })

  test.each([
    ['fails', says(500, {}), 'provider-unavailable'],
    ['is not there', says(404, {}), 'provider-unavailable'],
    ['has moved', says(302, {}, { location: '/elsewhere' }), 'redirect-refused'],
    ['is longer than any metadata', says(200, ' '.repeat(64 * 1024 + 1)), 'answer-too-large'],
    ['breaks off', breaks, 'provider-unavailable'],
  ])('it %s', async (_, answer, fault) => {
    const { provider, received } = await standIn({ discovery: answer })
    expect(await endOf(provider.issuer())).toEqual({ fault })
    expect(received).toHaveLength(1)
  })

  test('nobody listens', async () => {
    const { provider, close } = await standIn()
    await close()
    expect(await endOf(provider.issuer())).toEqual({ fault: 'provider-unavailable' })
  })
})

describe('a provider that cannot answer any more', () => {
  const day = 24 * 60 * 60_000

  test.each([
    ['is down', breaks],
    ['says something else', says(200, { issuer: 'https://evil.example' })],
  ])('%s: what it said counts for a day, and no longer', async (_, answer) => {
    let now = 0
    const { provider, say, origin } = await standIn({}, () => now)
    await provider.issuer()
    say('discovery', answer)
    now = day - 1
    expect(await provider.issuer()).toBe(origin)
    now = day
    expect(await endOf(provider.issuer())).toHaveProperty('fault')
  })

  test('is believed again as soon as it answers', async () => {
    const { provider, say, origin } = await standIn({ discovery: breaks })
    expect(await endOf(provider.issuer())).toEqual({ fault: 'provider-unavailable' })
    say('discovery', says(200, metadataOf(origin)))
    expect(await provider.issuer()).toBe(origin)
  })
})

test.each([
  ['https://esignet.example/token', true],
  ['http://localhost:4302/token', true],
  ['http://127.0.0.1/token', true],
  ['http://[::1]/token', true],
  ['http://esignet.example/token', false],
  ['http://169.254.169.254/latest/meta-data', false],
  ['http://127.0.0.2/token', false],
  ['http://localhost.evil.example/', false],
  ['http://127.0.0.1.evil.example/', false],
  ['ftp://localhost/', false],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
])('%s is trustworthy: %s', (url, trusted) => {
  expect(isTrustworthyUrl(new URL(url))).toBe(trusted)
})
