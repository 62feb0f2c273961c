import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type InterceptedDoor, type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import { identify, login } from './login.ts'
import { people } from './people.ts'
import { newRelyingParty } from './relying-party.ts'

describe('an interception', () => {
  let esignet: RunningEsignet
  beforeEach(async () => {
    esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock' })
  })
  afterEach(() => esignet.close())
  const jwks = () => fetch(`${esignet.url}/.well-known/jwks.json`)

  it('sees every answer to the relying party, and the honest one leaves when it changes nothing', async () => {
    const seen: InterceptedDoor[] = []
    esignet.intercept((door, answer, call) => {
      seen.push(door)
      if (door === 'token') expect(call.form.grant_type).toBe('authorization_code')
      return answer
    })
    const party = await newRelyingParty(esignet.url)
    const { idToken, userinfo } = await identify(party, party.authorization())
    expect(userinfo.sub).toBe(idToken.sub)
    expect(seen).toEqual(expect.arrayContaining(['par', 'success-redirect', 'token', 'userinfo']))
  })

  it('replaces status, headers and body, and ends', async () => {
    esignet.intercept((door, answer) =>
      door === 'jwks' ? { ...answer, status: 418, headers: { 'x-lie': '1' }, body: Buffer.from('{}') } : answer,
    )
    const lie = await jwks()
    expect([lie.status, lie.headers.get('x-lie'), await lie.text()]).toEqual([418, '1', '{}'])
    esignet.intercept(null)
    expect((await jwks()).status).toBe(200)
  })

  it('replaces the address to which the browser is sent', async () => {
    let honest = ''
    esignet.intercept((door, answer) => {
      if (door !== 'success-redirect') return answer
      honest = String(answer.body)
      return { ...answer, body: 'https://service.example/elsewhere' }
    })
    const party = await newRelyingParty(esignet.url)
    const { redirectTo } = await login(party, party.authorization())
    expect(redirectTo).toBe('https://service.example/elsewhere')
    expect(new URL(honest).searchParams.get('iss')).toBe(esignet.url)
  })

  it.each(['resets', 'stops-halfway'] as const)('breaks the line: %s', async (delivery) => {
    esignet.intercept((_, answer) => ({ ...answer, delivery }))
    await expect(jwks().then((answer) => answer.text())).rejects.toThrow(TypeError)
  })

  it('writes byte for byte what it is told', async () => {
    esignet.intercept((_, answer) => ({
      ...answer,
      body: 'HTTP/1.1 200 OK\r\nx: a\r\n\r\nhello',
      delivery: 'verbatim',
    }))
    expect(await (await jwks()).text()).toBe('hello')
  })
})

describe('signing as eSignet', () => {
  it('uses the key of the party and the header as it is', async () => {
    const esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock' })
    try {
      const { keys } = (await (await fetch(`${esignet.url}/.well-known/jwks.json`)).json()) as {
        keys: { kid: string }[]
      }
      const set = createRemoteJWKSet(new URL(`${esignet.url}/.well-known/jwks.json`))
      const [provider, identitySystem] = keys.map(({ kid }) => kid)
      const header = { alg: 'PS256', kid: provider, typ: 'odd', note: 'kept' }
      const asProvider = await esignet.signAs('provider', header, '{"a":1,"a":2}')
      expect(decodeProtectedHeader(asProvider)).toEqual(header)
      expect((await jwtVerify(asProvider, set)).payload).toEqual({ a: 2 })
      const text = `{"alg":"RS256","kid":"${identitySystem}"}`
      const asIdentitySystem = await esignet.signAs('identity-system', text, '{}')
      await jwtVerify(asIdentitySystem, set)
      expect(Buffer.from(asIdentitySystem.split('.')[0] ?? '', 'base64url').toString()).toBe(text)
    } finally {
      await esignet.close()
    }
  })
})
