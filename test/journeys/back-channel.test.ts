import { generateKeyPairSync } from 'node:crypto'
import { decodeProtectedHeader } from 'jose'
import * as oauth from 'oauth4webapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BackEnd } from '../../sandbox/back-end/back-end.ts'
import { canRunAws } from '../support/aws-world.ts'
import { openPracticeWorld, type PracticeWorld } from '../support/practice-world.ts'

/** Rows M03, M04 and M05 of the catalogue of threats at the token door, over HTTP, against what would be deployed. */
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
})
