import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { memoryClientKeys } from '../../../../shared/adapters/memory/client-keys.ts'
import { sha256 } from '../../../../shared/kernel/sha256.ts'
import { hostileProvider } from './hostile-provider.ts'
import { fapi20 } from './profiles.ts'

/** The provider is exact in everything but its lie; were it not, an acceptance by it would say nothing about us. */
const keys = memoryClientKeys(['us'])
const proofKey = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const verifier = 'v'.repeat(43)
const redirectUri = 'https://rp.example/us/callback'
const now = () => Math.floor(Date.now() / 1000)

type Provider = Awaited<ReturnType<typeof anExactProvider>>
const anExactProvider = async () =>
  hostileProvider(fapi20, { dpopNonces: 'none' }, { clientId: 'us', redirectUri, keys: await keys.all() })

const assertion = async (provider: Provider, wish: object = {}, signedBy = keys): Promise<string> => {
  const claims = { iss: 'us', sub: 'us', aud: provider.issuer, jti: randomUUID(), iat: now(), exp: now() + 60, ...wish }
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const input = `${encode({ alg: 'PS256', kid: 'memory-us' })}.${encode(claims)}`
  return `${input}.${await signedBy.sign('us', 'PS256', input)}`
}

const proof = (provider: Provider, wish: object = {}): Promise<string> =>
  new SignJWT({ htm: 'POST', htu: provider.addresses.token, jti: randomUUID(), iat: now(), ...wish })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: proofKey.publicKey.export({ format: 'jwk' }) })
    .sign(proofKey.privateKey)

const post = (address: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(address, { method: 'POST', body: new URLSearchParams(form), headers })

const authenticated = (client_assertion: string) => ({
  client_id: 'us',
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion,
})

const push = async (provider: Provider, wish: Record<string, string> = {}, signed?: string) =>
  post(provider.addresses.par, {
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
    state: 's'.repeat(22),
    nonce: 'n'.repeat(22),
    code_challenge: sha256(verifier),
    code_challenge_method: 'S256',
    ...authenticated(signed ?? (await assertion(provider))),
    ...wish,
  })

const codeFrom = async (provider: Provider): Promise<string> => {
  const pushed: unknown = await (await push(provider)).json()
  const requestUri = typeof pushed === 'object' && pushed !== null ? String(Reflect.get(pushed, 'request_uri')) : ''
  const query = new URLSearchParams({ client_id: 'us', request_uri: requestUri })
  const sentBack = await fetch(`${provider.addresses.authorize}?${query}`, { redirect: 'manual' })
  return new URL(sentBack.headers.get('location') ?? '').searchParams.get('code') ?? ''
}

const redeem = async (provider: Provider, wish: Record<string, string> = {}, dpop?: string) =>
  post(
    provider.addresses.token,
    {
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...authenticated(await assertion(provider)),
      ...wish,
    },
    { dpop: dpop ?? (await proof(provider)) },
  )

describe('a hostile provider', () => {
  it('takes what is right', async () => {
    const provider = await anExactProvider()
    expect((await redeem(provider, { code: await codeFrom(provider) })).status).toBe(200)
    expect(provider.complaints).toEqual([])
  })

  it.each([
    ['for somebody else', async (p: Provider) => assertion(p, { aud: p.addresses.par }), 'another audience'],
    ['for several', async (p: Provider) => assertion(p, { aud: [p.issuer] }), 'another audience'],
    ['of another client', async (p: Provider) => assertion(p, { sub: 'them' }), '"sub"'],
    ['that lives for an hour', async (p: Provider) => assertion(p, { exp: now() + 3600 }), 'lives too long'],
    ['signed by a stranger', async (p: Provider) => assertion(p, {}, memoryClientKeys(['us'])), 'signature'],
    ['that is none', async () => 'x', 'client assertion'],
  ])('complains about an assertion %s', async (_, make, words) => {
    const provider = await anExactProvider()
    expect((await push(provider, {}, await make(provider))).status).toBe(400)
    expect(provider.complaints).toEqual([expect.stringContaining(words)])
  })

  it('complains about an assertion it has seen', async () => {
    const provider = await anExactProvider()
    const signed = await assertion(provider)
    await push(provider, {}, signed)
    await push(provider, {}, signed)
    expect(provider.complaints).toEqual([expect.stringContaining('used before')])
  })

  it.each([
    ['another redirect URI', { redirect_uri: 'https://evil.example' }, 'not registered'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'not S256'],
    ['no nonce', { nonce: '' }, 'nonce is missing'],
    ['a secret', { client_secret: 'x' }, 'client secret'],
  ])('complains about a request with %s', async (_, wish, words) => {
    const provider = await anExactProvider()
    await push(provider, wish)
    expect(provider.complaints).toEqual([expect.stringContaining(words)])
  })

  it.each([
    ['another verifier', { code_verifier: 'w'.repeat(43) }, 'does not match'],
    ['another redirect URI', { redirect_uri: 'https://rp.example/' }, 'another than at the request'],
    ['a code it never gave', { code: 'x' }, 'the code is not known'],
  ])('complains about a token request with %s', async (_, wish, words) => {
    const provider = await anExactProvider()
    await redeem(provider, { code: await codeFrom(provider), ...wish })
    expect(provider.complaints).toEqual([expect.stringContaining(words)])
  })

  it.each([
    ['for another address', { htu: 'https://evil.example' }, 'another address'],
    ['for another method', { htm: 'GET' }, 'another method'],
    ['from yesterday', { iat: now() - 86_400 }, 'DPoP proof'],
    ['bound to a token', { ath: 'x' }, 'another access token'],
  ])('complains about a proof %s', async (_, wish, words) => {
    const provider = await anExactProvider()
    await redeem(provider, { code: await codeFrom(provider) }, await proof(provider, wish))
    expect(provider.complaints).toEqual([expect.stringContaining(words)])
  })
})
