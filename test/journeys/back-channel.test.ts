import { generateKeyPairSync } from 'node:crypto'
import { decodeProtectedHeader } from 'jose'
import * as oauth from 'oauth4webapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BackEnd } from '../../sandbox/back-end/back-end.ts'
import { canRunAws } from '../support/aws-world.ts'
import { openPracticeWorld, type PracticeWorld } from '../support/practice-world.ts'

/** Rows M01 to M05 of the catalogue of threats, over HTTP, against what would be deployed. */
describe.runIf(canRunAws())("a service's own back end", () => {
  let practice: PracticeWorld
  let bank: BackEnd
  let visa: BackEnd
  const api = () => practice.world.urls.api
  const endpoint = () => `${api()}/oauth/token`

  beforeAll(async () => {
    practice = await openPracticeWorld()
    bank = practice.backEnd('omera-bank')
    visa = practice.backEnd('visa')
  })
  afterAll(async () => {
    await practice?.close()
  })

  const errorOf = async (answer: Response) => {
    const { error, code } = Object(await answer.json())
    return [answer.status, error, code]
  }
  const unauthenticated = [401, 'invalid_client', 'client-unauthenticated']

  it('gets a token that is bound to its key, signed with a key that is published for it', async () => {
    const answer = await bank.askForToken({ scope: 'decisions' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const issued: unknown = await answer.json()
    expect(issued).toEqual({
      access_token: expect.any(String),
      token_type: 'DPoP',
      expires_in: 300,
      scope: 'decisions',
    })
    const { kid, alg, typ } = decodeProtectedHeader(String(Object(issued).access_token))
    expect([alg, typ]).toEqual(['PS256', 'at+jwt'])
    const { keys } = Object(await (await fetch(`${api()}/.well-known/jwks.json`)).json())
    expect(keys).toContainEqual(expect.objectContaining({ kid, alg, use: 'sig' }))
    expect(JSON.stringify(keys)).not.toMatch(/"(?:d|p|q|k)":/)
    expect(await practice.rows('replay')).toHaveLength(2)
  })

  it('gets one with a library that nobody here wrote', async () => {
    const { jwk, kid } = practice.backEndKey('omera-bank')
    const sign = { name: 'ECDSA', namedCurve: 'P-256' }
    const key = await crypto.subtle.importKey('jwk', { ...jwk }, sign, false, ['sign'])
    const server = { issuer: api(), token_endpoint: endpoint() }
    const client = { client_id: 'omera-bank' }
    const DPoP = oauth.DPoP({}, await oauth.generateKeyPair('ES256'))
    const answer = await oauth.clientCredentialsGrantRequest(
      server,
      client,
      oauth.PrivateKeyJwt({ key, kid }),
      { scope: 'claims' },
      { DPoP, [oauth.allowInsecureRequests]: true },
    )
    const issued = await oauth.processClientCredentialsResponse(server, client, answer)
    expect(issued).toMatchObject({ token_type: 'dpop', scope: 'claims', expires_in: 300 })
  })

  it('costs two writes, and a stranger none', async () => {
    const before = (await practice.rows('replay')).length
    await bank.askForToken()
    expect((await practice.rows('replay')).length - before).toBe(2)
    await bank.askForToken({ client_assertion: await bank.assertion({ iss: 'visa', sub: 'visa' }) })
    expect((await practice.rows('replay')).length - before).toBe(2)
  })

  it('M03: is not another, whatever it says', async () => {
    const as = [
      { client_id: 'visa' },
      { client_assertion: await bank.assertion({ iss: 'visa', sub: 'visa' }) },
      { client_assertion: await bank.assertion({ sub: 'visa' }) },
      { client_assertion: await bank.assertion({ iss: 'visa', sub: 'visa' }, { kid: 'visa-practice' }) },
      { client_assertion: await bank.assertion({ iss: 'nobody', sub: 'nobody' }) },
    ]
    for (const form of as) {
      const answer = await bank.askForToken(form)
      expect(answer.headers.get('www-authenticate')).toMatch(/^DPoP /)
      expect(await errorOf(answer)).toEqual(unauthenticated)
    }
  })

  it('M03: is told the same whether or not there is such a service', async () => {
    const told = async (id: string) => {
      const answer = await bank.askForToken({ client_assertion: await bank.assertion({ iss: id, sub: id }) })
      const { traceId: _, ...body } = Object(await answer.json())
      return { status: answer.status, body }
    }
    expect(await told('visa')).toEqual(await told('no-such-service'))
  })

  it('M04: proves each request anew', async () => {
    const dpop = await bank.proof('POST', endpoint())
    expect((await bank.askForToken({}, { dpop })).status).toBe(200)
    expect(await errorOf(await bank.askForToken({}, { dpop }))).toEqual([400, 'invalid_dpop_proof', 'proof-replayed'])
    const client_assertion = await bank.assertion()
    expect((await bank.askForToken({ client_assertion })).status).toBe(200)
    expect(await errorOf(await bank.askForToken({ client_assertion }))).toEqual(unauthenticated)
  })

  it('M04: proves this request and no other', async () => {
    const proofs = [
      '',
      await bank.proof('GET', endpoint()),
      await bank.proof('POST', `${api()}/visa/decisions`),
      await bank.proof('POST', endpoint(), 'a-token'),
      await bank.proof('POST', endpoint(), undefined, { iat: Math.floor(Date.now() / 1000) - 120 }),
      `${await bank.proof('POST', endpoint())}, ${await bank.proof('POST', endpoint())}`,
    ]
    for (const dpop of proofs)
      expect(await errorOf(await bank.askForToken({}, { dpop }))).toEqual([400, 'invalid_dpop_proof', 'proof-invalid'])
  })

  it('M05: is not recognised by an assertion that is over, not yet good, of no algorithm or of no known key', async () => {
    const now = Math.floor(Date.now() / 1000)
    const none = (await bank.assertion()).replace(/^[^.]+/, Buffer.from('{"alg":"none"}').toString('base64url'))
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
    const assertions = [
      await bank.assertion({ exp: now - 1 }),
      await bank.assertion({ iat: now + 3600, exp: now + 3900 }),
      await bank.assertion({ exp: now + 3600 }),
      await bank.assertion({}, { kid: 'unknown' }),
      await bank.assertion({}, { typ: 'at+jwt' }),
      none,
      `${none.slice(0, none.lastIndexOf('.'))}.`,
      await visa.assertion({ iss: 'omera-bank', sub: 'omera-bank' }, { jwk: { kty: 'EC', x: stranger.x } }),
    ]
    for (const client_assertion of assertions)
      expect(await errorOf(await bank.askForToken({ client_assertion }))).toEqual(unauthenticated)
  })

  it('may not send a form that two readers read differently', async () => {
    const send = async (body: string, type = 'application/x-www-form-urlencoded') =>
      errorOf(await fetch(endpoint(), { method: 'POST', headers: { 'content-type': type }, body }))
    expect(await send('scope=a&scope=b')).toEqual([400, 'invalid_request', 'parameter-invalid'])
    expect(await send('{}', 'application/json')).toEqual([415, 'invalid_request', 'media-type-unsupported'])
    expect(await send(`a=${'b'.repeat(70_000)}`)).toEqual([413, 'invalid_request', 'body-too-large'])
    expect(await send('grant_type=password')).toEqual([400, 'unsupported_grant_type', 'grant-unsupported'])
  })

  describe('at a door for back ends', () => {
    const url = () => `${api()}/omera-bank/decisions`
    const subject = `p_${'A'.repeat(43)}`
    /** One request with these headers; nobody is known there, so 404 is what an honest caller is told. */
    const ask = async (headers: Readonly<Record<string, string>>, to = url()) =>
      fetch(to, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ subject, act: 'open-account' }),
      })
    const told = async (answer: Response) => {
      const challenge = /error="(\w+)"/.exec(answer.headers.get('www-authenticate') ?? '')?.[1]
      return [answer.status, Object(await answer.json()).code, challenge]
    }
    const asBank = async (wish: Readonly<Record<string, string>> = {}) => {
      const token = await bank.token()
      return { authorization: `DPoP ${token}`, dpop: await bank.proof('POST', url(), token), ...wish }
    }

    it('an honest caller is let in', async () => {
      expect(await told(await ask(await asBank()))).toEqual([404, 'subject-unknown', undefined])
    })

    it('nobody is let in without a token, or with one that anybody could use', async () => {
      const answer = await ask({})
      expect(answer.headers.get('www-authenticate')).toBe('DPoP algs="ES256 PS256 EdDSA Ed25519"')
      expect(await told(answer)).toEqual([401, 'access-token-missing', undefined])
      const bearer = await asBank({ authorization: `Bearer ${await bank.token()}` })
      expect(await told(await ask(bearer))).toEqual([401, 'access-token-invalid', 'invalid_token'])
    })

    it('M01, M02: a caller is told the same at the door of another, whoever is asked about', async () => {
      const token = await visa.token()
      const answers = ['/omera-bank/decisions', '/clinic/decisions', '/no-such-service/decisions'].map(async (path) => {
        const dpop = await visa.proof('POST', `${api()}${path}`, token)
        const answer = await ask({ authorization: `DPoP ${token}`, dpop }, `${api()}${path}`)
        const { traceId: _, ...body } = Object(await answer.json())
        return { status: answer.status, body }
      })
      const [one, ...others] = await Promise.all(answers)
      expect(one).toMatchObject({ status: 403, body: { code: 'caller-not-allowed' } })
      for (const other of others) expect(other).toEqual(one)
    })

    it('M04: a stolen token is nothing without its key, and a proof is good for one request', async () => {
      const token = await bank.token()
      const now = Math.floor(Date.now() / 1000)
      const proofs = [
        '',
        await visa.proof('POST', url(), token),
        await bank.proof('GET', url(), token),
        await bank.proof('POST', `${api()}/omera-bank/session`, token),
        await bank.proof('POST', url()),
        await bank.proof('POST', url(), `${token}x`),
        await bank.proof('POST', url(), token, { iat: now - 120 }),
        await bank.proof('POST', url(), token, { iat: now + 120 }),
      ]
      for (const dpop of proofs)
        expect(await told(await ask(await asBank({ dpop })))).toEqual([401, 'proof-invalid', 'invalid_dpop_proof'])
      const used = await asBank()
      await ask(used)
      expect(await told(await ask(used))).toEqual([401, 'proof-replayed', 'invalid_dpop_proof'])
    })

    it('M05: a token that was changed, retyped or not signed by us is none', async () => {
      const [header = '', claims = '', signature = ''] = (await bank.token()).split('.')
      const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString())
      const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
      const longer = encoded({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), exp: 9_999_999_999 })
      const tokens = [
        `${header}.${longer}.${signature}`,
        ...[
          { alg: 'none', typ: 'at+jwt', kid },
          { alg: 'HS256', typ: 'at+jwt', kid },
          { alg: 'PS256', typ: 'at+jwt', kid: 'unknown' },
          { alg: 'PS256', kid },
        ].map((forged) => `${encoded(forged)}.${claims}.${signature}`),
        await bank.assertion(),
      ]
      for (const token of tokens) {
        const dpop = await bank.proof('POST', url(), token)
        const answer = await ask({ authorization: `DPoP ${token}`, dpop })
        expect(await told(answer)).toEqual([401, 'access-token-invalid', 'invalid_token'])
      }
    })

    /** Seconds by which the functions are ahead. */
    const setClock = (functions: number) =>
      fetch(`${practice.world.urls.home}/practice/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ functions }),
      })

    it('M05: a token is over after five minutes', async () => {
      const token = await bank.token()
      await setClock(301)
      try {
        const iat = Math.floor(Date.now() / 1000) + 301
        const dpop = await bank.proof('POST', url(), token, { iat })
        const answer = await ask({ authorization: `DPoP ${token}`, dpop })
        expect(await told(answer)).toEqual([401, 'access-token-invalid', 'invalid_token'])
      } finally {
        await setClock(0)
      }
    })

    it('a token that was issued for less does less', async () => {
      const less = practice.backEnd('omera-bank')
      const issued = Object(await (await less.askForToken({ scope: 'claims' })).json())
      const token = String(issued.access_token)
      const answer = await ask({ authorization: `DPoP ${token}`, dpop: await less.proof('POST', url(), token) })
      expect(answer.headers.get('www-authenticate')).toContain('scope="decisions"')
      expect(await told(answer)).toEqual([403, 'scope-insufficient', 'insufficient_scope'])
    })
  })
})
