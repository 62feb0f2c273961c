import { createHash } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { describe, expect, it } from 'vitest'
import { identityProvider } from '../../../../shared/adapters/http/oidc/identity-provider.ts'
import { profiles } from '../../../../shared/providers/index.ts'
import { authenticate, client, endOf, metadataOf, says, signed, standIn } from './stand-in.ts'

const at = async (release: string, answers: Parameters<typeof standIn>[0] = {}) => {
  const server = await standIn(answers)
  const profile = profiles.get(release)
  if (profile === undefined) throw new Error(`no profile ${release}`)
  const discovery = new URL(`${server.origin}/.well-known/openid-configuration`)
  return { ...server, provider: identityProvider({ discovery, issuer: server.origin, profile }, () => 0) }
}
const constrained = { ...client(), senderConstrained: true }
const good = { access_token: 'access', id_token: await signed({ sub: 'x' }), token_type: 'DPoP' }
const code = { code: 'c', codeVerifier: 'v', redirectUri: 'r' }

describe('a release without pushed requests', () => {
  it.each(['1.5', '1.6'])('%s is asked through the browser, with every parameter and no assertion', async (release) => {
    const { provider, origin, say, asked } = await at(release)
    const {
      pushed_authorization_request_endpoint: _par,
      code_challenge_methods_supported: _s256,
      ...older
    } = metadataOf(origin)
    say('discovery', says(200, older))
    const end = await provider.authorize({ state: 's', claims: '{}' }, client('c 1'), authenticate)
    const address = new URL(String(end.ok && end.value))
    expect(Object.fromEntries(address.searchParams)).toEqual({ client_id: 'c 1', state: 's', claims: '{}' })
    expect(asked('par')).toEqual([])
  })

  it.each([
    ['1.5', ['plain']],
    ['1.6', []],
    ['1.6', 'S256'],
  ])('%s need not mention PKCE, but is not spoken to when it knows %j only', async (release, methods) => {
    const { provider, origin, say } = await at(release)
    say('discovery', says(200, { ...metadataOf(origin), code_challenge_methods_supported: methods }))
    expect(await endOf(provider.authorize({}, client(), authenticate))).toEqual({ fault: 'provider-metadata-invalid' })
  })

  it.each(['1.7', '1.8', '2.0'])('is not what %s is: without the endpoint it is not spoken to', async (release) => {
    const { provider, origin, say } = await at(release)
    const { pushed_authorization_request_endpoint: _par, ...downgraded } = metadataOf(origin)
    say('discovery', says(200, downgraded))
    expect(await endOf(provider.authorize({}, client(), authenticate))).toEqual({ fault: 'provider-metadata-invalid' })
  })
})

describe('proof of possession', () => {
  it.each([
    ['1.8', 'PS256'],
    ['2.0', 'ES256'],
  ])('of %s is a proof with %s for the endpoint, with the hash of the token at UserInfo', async (release, alg) => {
    const { provider, asked, origin } = await at(release, { token: says(200, good) })
    const tokens = await provider.exchange(code, constrained, authenticate)
    if (!tokens.ok) throw new Error(tokens.refusal.code)
    await provider.userInfo(tokens.value, constrained)
    const [proof, again] = [asked('token')[0], asked('userinfo')[0]].map((request) => String(request?.headers['dpop']))
    expect(decodeProtectedHeader(proof ?? '')).toMatchObject({ typ: 'dpop+jwt', alg })
    expect(decodeProtectedHeader(proof ?? '').jwk).not.toHaveProperty('d')
    expect(decodeJwt(proof ?? '')).toMatchObject({ htm: 'POST', htu: `${origin}/token` })
    expect(decodeJwt(again ?? '')).toMatchObject({
      htm: 'GET',
      htu: `${origin}/userinfo`,
      ath: createHash('sha256').update('access').digest('base64url'),
    })
    expect(asked('userinfo')[0]?.headers['authorization']).toBe('DPoP access')
    expect(decodeJwt(proof ?? '').jti).not.toBe(decodeJwt(again ?? '').jti)
  })

  it('is made again once, with the nonce and a fresh assertion, when the provider asks', async () => {
    let asked = 0
    const assertions: string[] = []
    const { provider, asked: seen } = await at('1.8', {
      token: (response, request) =>
        asked++ === 0
          ? says(400, { error: 'use_dpop_nonce' }, { 'dpop-nonce': 'nonce-1' })(response, request)
          : says(200, good)(response, request),
    })
    const end = await provider.exchange(code, constrained, async () => {
      assertions.push('x')
      return `assertion-${assertions.length}`
    })
    expect(end).toMatchObject({ ok: true })
    expect(assertions).toHaveLength(2)
    expect(decodeJwt(String(seen('token')[1]?.headers['dpop']))).toMatchObject({ nonce: 'nonce-1' })
  })

  it('is given up when the provider asks and asks', async () => {
    const { provider, asked } = await at('1.8', {
      token: says(400, { error: 'use_dpop_nonce' }, { 'dpop-nonce': 'n' }),
    })
    expect(await endOf(provider.exchange(code, constrained, authenticate))).toMatchObject({ code: 'dpop-nonce-loop' })
    expect(asked('token')).toHaveLength(2)
  })

  it('is not thrown away for a bearer token', async () => {
    const { provider } = await at('1.8', { token: says(200, { ...good, token_type: 'Bearer' }) })
    expect(await endOf(provider.exchange(code, constrained, authenticate))).toEqual({ code: 'token-type-downgraded' })
  })

  it('is not there for a client that has none', async () => {
    const { provider, asked } = await at('1.8')
    await provider.exchange(code, client(), authenticate)
    expect(asked('token')[0]?.headers).not.toHaveProperty('dpop')
  })

  it('is asked for once only where there is something to prove', async () => {
    const { provider, asked } = await at('1.8', {
      token: says(400, { error: 'use_dpop_nonce' }, { 'dpop-nonce': 'n' }),
    })
    expect(await endOf(provider.exchange(code, client(), authenticate))).toEqual({ code: 'dpop-nonce-loop' })
    expect(asked('token')).toHaveLength(1)
  })

  it('is not given up for a release that knows none: nothing is sent', async () => {
    const { provider, asked } = await at('1.6')
    expect(await endOf(provider.exchange(code, constrained, authenticate))).toEqual({ code: 'token-type-downgraded' })
    expect(asked('token')).toEqual([])
  })
})
