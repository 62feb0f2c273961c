import { createHmac } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accessTokens } from '../../shared/adapters/jose/access-token.ts'
import { backendAssertions } from '../../shared/adapters/jose/backend-assertion.ts'
import { possessionProofs } from '../../shared/adapters/jose/dpop-proof.ts'
import { memoryStore } from '../../shared/adapters/memory/memory-store.ts'
import { memoryReplay } from '../../shared/adapters/memory/replay.ts'
import { memoryTokenKey } from '../../shared/adapters/memory/token-key.ts'
import { backendKeys } from '../../shared/adapters/service-files/backend-keys.ts'
import { systemRandomness } from '../../shared/adapters/system/randomness.ts'
import { accessTokenClaims } from '../../shared/domain/back-channel/access-token.ts'
import { Fault } from '../../shared/kernel/fault.ts'
import { issueToken, type TokenRequest } from '../../shared/use-cases/issue-token.ts'
import { type Call, recogniseCaller } from '../../shared/use-cases/recognise-caller.ts'
import {
  aJti,
  anAssertion,
  aProof,
  aProofFor,
  aSigner,
  publicUrl,
  type Signer,
  thumbprint,
  tokenEndpoint,
  unsigned,
} from '../support/back-end.ts'
import { aService, noon, noonSeconds, vocabulary } from '../support/builders.ts'

let bank: Signer
let visa: Signer
let hand: Signer
const key = memoryTokenKey()

beforeAll(async () => {
  ;[bank, visa, hand] = await Promise.all([aSigner('ES256'), aSigner('PS256'), aSigner('EdDSA')])
})

const aHouse = (wish: { readonly ofStage?: Parameters<typeof backendKeys>[1] } = {}) => {
  const services = new Map([
    ['omera-bank', aService({ backend: { jwks: { keys: [{ ...bank.jwk }] } } })],
    ['visa', aService({ id: 'visa', backend: { jwks: { keys: [{ ...visa.jwk }] } } })],
    ['clinic', aService({ id: 'clinic' })],
  ])
  const time = { now: noon }
  const store = memoryStore()
  const world = {
    backendKeys: backendKeys(
      { find: (id) => services.get(id), portalOf: () => 'https://portal.example', vocabulary },
      wish.ofStage ?? {},
    ),
    backendAssertions,
    possessionProofs,
    accessTokens: accessTokens(key),
    replay: memoryReplay(store),
    tokenKey: key,
    clock: { now: () => time.now },
    randomness: systemRandomness,
    publicUrl,
  }
  return { world, store, time, issue: issueToken(world), recognise: recogniseCaller(world) }
}

let house: ReturnType<typeof aHouse>
beforeEach(() => {
  house = aHouse()
})

const aRequest = async (wish: Partial<TokenRequest> = {}): Promise<TokenRequest> => ({
  grantType: 'client_credentials',
  clientAssertionType: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  clientAssertion: await anAssertion(bank),
  proof: await aProof(hand),
  ...wish,
})

const refusedAs = (code: string) => ({ ok: false, refusal: { code } })

describe('a token', () => {
  it('is issued to a back end that proves itself, bound to the key in its hand', async () => {
    const issued = await house.issue(await aRequest({ scope: 'decisions', clientId: 'omera-bank' }))
    expect(issued).toMatchObject({ ok: true, value: { service: 'omera-bank', expiresIn: 300, scope: ['decisions'] } })
    const token = issued.ok ? issued.value.accessToken : ''
    const [header, claims] = token.split('.', 2).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()))
    expect(header).toEqual({ alg: 'PS256', kid: key.keyId, typ: 'at+jwt' })
    expect(claims).toEqual({
      iss: publicUrl,
      sub: 'omera-bank',
      client_id: 'omera-bank',
      aud: publicUrl,
      iat: noonSeconds,
      exp: noonSeconds + 300,
      jti: expect.stringMatching(/^[\w-]{43}$/),
      scope: 'decisions',
      cnf: { jkt: await thumbprint(hand) },
      service: 'omera-bank',
    })
  })

  it.each(['ES256', 'PS256', 'EdDSA'] as const)('may be asked for with keys for %s', async (alg) => {
    const signer = await aSigner(alg)
    house = aHouse({ ofStage: { 'omera-bank': { keys: [{ ...signer.jwk, kid: 'one' }] } } })
    const request = await aRequest({
      clientAssertion: await anAssertion(signer, { aud: publicUrl }, { kid: 'one' }),
      proof: await aProof(signer),
    })
    expect(await house.issue(request)).toMatchObject({ ok: true })
  })

  it('has every scope when none is asked for', async () => {
    expect(await house.issue(await aRequest())).toMatchObject({
      ok: true,
      value: { scope: ['decisions', 'claims', 'erasure'] },
    })
  })

  it('is asked for with the keys of the stage alone, where the stage names any', async () => {
    house = aHouse({ ofStage: { 'omera-bank': { keys: [{ ...visa.jwk }] } } })
    expect(await house.issue(await aRequest())).toMatchObject(refusedAs('client-unauthenticated'))
    const own = await anAssertion(visa)
    expect(await house.issue(await aRequest({ clientAssertion: own }))).toMatchObject({ ok: true })
  })

  it('is asked for with either of two keys, while one replaces the other', async () => {
    house = aHouse({
      ofStage: {
        'omera-bank': {
          keys: [
            { ...visa.jwk, kid: 'old' },
            { ...bank.jwk, kid: 'new' },
          ],
        },
      },
    })
    for (const [signer, kid] of [
      [visa, 'old'],
      [bank, 'new'],
      [bank, undefined],
    ] as const)
      expect(
        await house.issue(await aRequest({ clientAssertion: await anAssertion(signer, {}, { kid }) })),
      ).toMatchObject({ ok: true })
    const crossed = await anAssertion(bank, {}, { kid: 'old' })
    expect(await house.issue(await aRequest({ clientAssertion: crossed }))).toMatchObject(
      refusedAs('client-unauthenticated'),
    )
  })

  it.each<[string, Partial<TokenRequest>, string]>([
    ['another grant', { grantType: 'authorization_code' }, 'grant-unsupported'],
    ['a scope that does not exist', { scope: 'decisions everything' }, 'scope-unknown'],
    ['a scope twice', { scope: 'claims claims' }, 'scope-unknown'],
    ['another type of assertion', { clientAssertionType: 'urn:other' }, 'client-unauthenticated'],
    ['a secret beside the assertion', { authenticatesOtherwise: true }, 'client-unauthenticated'],
    ['the client_id of another', { clientId: 'visa' }, 'client-unauthenticated'],
    ['no proof', { proof: '' }, 'proof-invalid'],
    ['text for an assertion', { clientAssertion: 'a.b.c' }, 'client-unauthenticated'],
  ])('is not issued for %s', async (_, wish, code) => {
    expect(await house.issue(await aRequest(wish))).toMatchObject(refusedAs(code))
    expect(house.store.spent.size).toBe(0)
  })

  const past = noonSeconds - 301
  it.each<[string, () => Promise<string>]>([
    ['is signed by another service', () => anAssertion(visa)],
    ['names another service', () => anAssertion(bank, { iss: 'visa', sub: 'visa' })],
    ['speaks for another than itself', () => anAssertion(bank, { sub: 'visa' })],
    ['comes from a service without a back end', () => anAssertion(bank, { iss: 'clinic', sub: 'clinic' })],
    ['comes from nobody', () => anAssertion(bank, { iss: '__proto__', sub: '__proto__' })],
    ['is for somebody else', () => anAssertion(bank, { aud: 'https://other.example/token' })],
    ['is also for somebody else', () => anAssertion(bank, { aud: [tokenEndpoint, 'https://other.example'] })],
    ['is for nobody', () => anAssertion(bank, { aud: [] })],
    ['is over', () => anAssertion(bank, { exp: noonSeconds })],
    ['is good for longer than five minutes', () => anAssertion(bank, { exp: noonSeconds + 311 })],
    ['never ends', () => anAssertion(bank, { exp: undefined })],
    ['is older than five minutes', () => anAssertion(bank, { iat: past })],
    ['does not say how old it is', () => anAssertion(bank, { iat: undefined })],
    ['comes from the future', () => anAssertion(bank, { iat: noonSeconds + 11 })],
    ['is not good yet', () => anAssertion(bank, { nbf: noonSeconds + 11 })],
    ['has no id', () => anAssertion(bank, { jti: undefined })],
    ['has an id that may be another’s', () => anAssertion(bank, { jti: '1' })],
    ['is a proof', () => anAssertion(bank, {}, { typ: 'dpop+jwt' })],
    ['declares something critical', () => anAssertion(bank, {}, { crit: ['b64'], b64: true })],
    ['brings its own key', () => anAssertion(hand, {}, { jwk: hand.jwk })],
    ['is signed by nobody', async () => unsigned({ alg: 'none' }, { iss: 'omera-bank', sub: 'omera-bank' })],
    ['is signed with the public key as a secret', async () => hmac()],
  ])('is not issued for an assertion that %s', async (_, assertion) => {
    expect(await house.issue(await aRequest({ clientAssertion: await assertion() }))).toMatchObject(
      refusedAs('client-unauthenticated'),
    )
    expect(house.store.spent.size).toBe(0)
  })

  const hmac = () => {
    const claims = { iss: 'omera-bank', sub: 'omera-bank', aud: tokenEndpoint, iat: noonSeconds, exp: noonSeconds + 60 }
    const input = unsigned({ alg: 'HS256' }, { ...claims, jti: aJti() }, '').slice(0, -1)
    return `${input}.${createHmac('sha256', JSON.stringify(bank.jwk)).update(input).digest('base64url')}`
  }

  it('is issued once for one assertion, and once for one proof', async () => {
    const request = await aRequest()
    expect(await house.issue(request)).toMatchObject({ ok: true })
    expect(await house.issue({ ...request, proof: await aProof(hand) })).toMatchObject(
      refusedAs('client-unauthenticated'),
    )
    expect(await house.issue({ ...request, clientAssertion: await anAssertion(bank) })).toMatchObject(
      refusedAs('proof-replayed'),
    )
  })

  it('is issued to two services whose assertions have the same id', async () => {
    const jti = aJti()
    const ours = await anAssertion(bank, { jti })
    const theirs = await anAssertion(visa, { iss: 'visa', sub: 'visa', jti })
    for (const clientAssertion of [ours, theirs])
      expect(await house.issue(await aRequest({ clientAssertion }))).toMatchObject({ ok: true })
  })

  it('is not issued while the store is away', async () => {
    const away = { spend: () => Promise.reject(new Fault('store-unavailable', 'TimeoutError')) }
    const issue = issueToken({ ...house.world, replay: away })
    expect(await issue(await aRequest())).toEqual({
      ok: false,
      refusal: { code: 'store-unavailable', detail: 'TimeoutError' },
    })
  })
})

describe('a caller', () => {
  /** A token of the bank in this hand. */
  const aToken = async (
    wish: Readonly<Record<string, unknown>> = {},
    header: Readonly<Record<string, unknown>> = {},
  ) => {
    const caller = { service: 'omera-bank', scope: ['decisions'] as const, jkt: await thumbprint(hand) }
    const claims = { ...accessTokenClaims(caller, { publicUrl, now: noonSeconds, jti: aJti() }), ...wish }
    const input = unsigned({ alg: 'PS256', kid: key.keyId, typ: 'at+jwt', ...header }, claims, '').slice(0, -1)
    return `${input}.${await key.sign(input)}`
  }
  const aCall = async (token: string, wish: Partial<Call> = {}): Promise<Call> => ({
    authorization: `DPoP ${token}`,
    proof: await aProofFor(hand, token),
    method: 'POST',
    url: `${publicUrl}/omera-bank/decisions`,
    service: 'omera-bank',
    scope: 'decisions',
    ...wish,
  })

  it('is the service that holds token and key', async () => {
    const jkt = await thumbprint(hand)
    expect(await house.recognise(await aCall(await aToken()))).toEqual({
      ok: true,
      value: { service: 'omera-bank', scope: ['decisions'], jkt },
    })
  })

  it('is known by the token where the path names no service, whatever the query', async () => {
    const token = await aToken()
    const { service: _, ...call } = await aCall(token, {
      url: `${publicUrl}/access/v1/evaluation?x=1`,
      proof: await aProofFor(hand, token, { htu: `${publicUrl}/access/v1/evaluation#there` }),
    })
    expect(await house.recognise(call)).toMatchObject({ ok: true, value: { service: 'omera-bank' } })
  })

  it('may spell the address of the door as RFC 3986 allows', async () => {
    const token = await aToken()
    const proof = await aProofFor(hand, token, { htu: 'HTTPS://API.example:443/omera-bank/decisions' })
    expect(await house.recognise(await aCall(token, { proof }))).toMatchObject({ ok: true })
  })

  it('without a token is told so', async () => {
    const { authorization: _, ...call } = await aCall(await aToken())
    expect(await house.recognise(call)).toMatchObject(refusedAs('access-token-missing'))
  })

  it.each<[string, () => Promise<string>]>([
    ['is over', () => aToken({ iat: noonSeconds - 300, exp: noonSeconds })],
    ['lives too long', () => aToken({ exp: noonSeconds + 3600 })],
    ['comes from the future', () => aToken({ iat: noonSeconds + 60, exp: noonSeconds + 300 })],
    ['was issued by another', () => aToken({ iss: 'https://other.example' })],
    ['is for another', () => aToken({ aud: 'https://other.example' })],
    ['is bound to no key', () => aToken({ cnf: undefined })],
    ['is bound to nothing in particular', () => aToken({ cnf: { jkt: '' } })],
    ['names two services', () => aToken({ sub: 'visa' })],
    ['has a scope of its own', () => aToken({ scope: 'decisions admin' })],
    ['is of another type', () => aToken({}, { typ: 'JWT' })],
    ['is of no type', () => aToken({}, { typ: undefined })],
    ['was signed with another algorithm', () => aToken({}, { alg: 'RS256' })],
    ['was signed with a key nobody knows', () => aToken({}, { kid: 'unknown' })],
    ['declares something critical', () => aToken({}, { crit: ['exp'] })],
    ['was signed by nobody', async () => unsigned({ alg: 'none', typ: 'at+jwt', kid: key.keyId }, {})],
    ['was changed', async () => (await aToken()).replace(/\.[^.]+\./, `.${Buffer.from('{}').toString('base64url')}.`)],
    ['is none', async () => 'a.b.c'],
  ])('is not recognised by a token that %s', async (_, token) => {
    expect(await house.recognise(await aCall(await token()))).toMatchObject(refusedAs('access-token-invalid'))
  })

  it.each(['Bearer', 'Basic'])('is not recognised by the scheme %s', async (scheme) => {
    const token = await aToken()
    const call = await aCall(token, { authorization: `${scheme} ${token}` })
    expect(await house.recognise(call)).toMatchObject(refusedAs('access-token-invalid'))
  })

  it.each<[string, (token: string) => Promise<string>]>([
    ['is missing', async () => ''],
    ['comes twice', async (token) => `${await aProofFor(hand, token)},${await aProofFor(hand, token)}`],
    ['is of another key', (token) => aProofFor(bank, token)],
    ['is of another type', (token) => aProof(hand, { ath: token }, { typ: 'JWT' })],
    ['is for another method', (token) => aProofFor(hand, token, { htm: 'GET' })],
    ['is for another door', (token) => aProofFor(hand, token, { htu: `${publicUrl}/omera-bank/claims` })],
    ['is for another host', (token) => aProofFor(hand, token, { htu: 'https://other.example/omera-bank/decisions' })],
    ['is for no address', (token) => aProofFor(hand, token, { htu: 'decisions' })],
    ['names nothing', (token) => aProofFor(hand, token, { htu: undefined })],
    ['is for another token', (token) => aProofFor(hand, `${token}x`)],
    ['is for no token', (token) => aProofFor(hand, token, { ath: undefined })],
    ['is old', (token) => aProofFor(hand, token, { iat: noonSeconds - 61 })],
    ['comes from the future', (token) => aProofFor(hand, token, { iat: noonSeconds + 11 })],
    ['has no time', (token) => aProofFor(hand, token, { iat: undefined })],
    ['has no id', (token) => aProofFor(hand, token, { jti: undefined })],
  ])('is not recognised when the proof %s', async (_, proof) => {
    const token = await aToken()
    expect(await house.recognise(await aCall(token, { proof: await proof(token) }))).toMatchObject(
      refusedAs('proof-invalid'),
    )
  })

  it('is recognised once by one proof, and fifty at once are one', async () => {
    const call = await aCall(await aToken())
    const all = await Promise.all(Array.from({ length: 50 }, () => house.recognise(call)))
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await house.recognise(call)).toMatchObject(refusedAs('proof-replayed'))
  })

  it.each(['visa', 'clinic', 'no-such-service', ''])('is told the same at the door of another: %s', async (service) => {
    expect(await house.recognise(await aCall(await aToken(), { service }))).toEqual({
      ok: false,
      refusal: { code: 'caller-not-allowed' },
    })
  })

  it('is told which scope a door needs', async () => {
    expect(await house.recognise(await aCall(await aToken(), { scope: 'erasure' }))).toEqual({
      ok: false,
      refusal: { code: 'scope-insufficient', detail: 'erasure' },
    })
  })
})
