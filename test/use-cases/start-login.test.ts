import { constants, createPublicKey, verify } from 'node:crypto'
import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../shared/kernel/codes.ts'
import { Fault, PassingFault } from '../../shared/kernel/fault.ts'
import { sha256 } from '../../shared/kernel/sha256.ts'
import { noonSeconds } from '../support/builders.ts'
import { aHouse, beginLogin, type House } from '../support/house.ts'

const asked = { service: 'omera-bank', act: 'open-account', traceId: 'trace-1' }

describe('starting a login', () => {
  it('asks the provider for what the act needs, and remembers what it must', async () => {
    const house = aHouse()
    const begun = await beginLogin(house, { returnTo: '/account', uiLocales: 'km' })
    expect(begun.location.search).toBe('?client_id=omera-bank-client&request_uri=urn:1')
    const pushed = house.provider.pushed[0] ?? {}
    const row = house.store.logins.get(sha256(begun.state))
    expect(pushed).toMatchObject({
      response_type: 'code',
      redirect_uri: 'https://api.example/omera-bank/callback',
      scope: 'openid',
      nonce: row?.nonce,
      code_challenge: sha256(row?.codeVerifier ?? ''),
      code_challenge_method: 'S256',
      acr_values: 'mosip:idp:acr:generated-code',
      ui_locales: 'km',
    })
    expect(row).toMatchObject({
      state: 'PENDING',
      returnTo: 'https://omera-bank.example/account',
      browserHash: sha256(begun.browserSecret),
      expiresAt: noonSeconds + 3600,
    })
    expect(JSON.stringify(row)).not.toContain(begun.state)
    expect(JSON.stringify(row)).not.toContain(begun.browserSecret)
  })

  it('proves that we are the client with an assertion for the issuer alone', async () => {
    const house = aHouse()
    await beginLogin(house)
    const assertion = house.provider.assertions[0] ?? ''
    const [head, claims, signature] = assertion.split('.')
    const [jwk] = await house.keys.all()
    const key = createPublicKey({ key: { kty: 'RSA', n: jwk?.n ?? '', e: jwk?.e ?? '' }, format: 'jwk' })
    const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), pss, Buffer.from(signature ?? '', 'base64url'))).toBe(
      true,
    )
    expect(decodeJwt(assertion)).toMatchObject({
      iss: 'omera-bank-client',
      sub: 'omera-bank-client',
      aud: 'https://esignet.example',
      exp: noonSeconds + 60,
    })
  })

  describe('at a provider that fails', () => {
    /** It fails the first times, each time after some milliseconds. */
    const failing = (house: House, fault: Fault, { times, after = 0 }: { times: number; after?: number }) => {
      const { authorize } = house.provider
      let tried = 0
      house.provider.authorize = (...given) => {
        if (tried++ >= times) return authorize(...given)
        house.time.now += after
        house.provider.pushed.push(given[0])
        return Promise.reject(fault)
      }
    }
    const passing = new PassingFault('provider-unavailable', 'pushed request answered 503')

    it('begins all of it once more when that may be over: nothing is said twice, and one login is remembered', async () => {
      const house = aHouse()
      failing(house, passing, { times: 1, after: 1_000 })
      const begun = await beginLogin(house)
      const [first, second] = house.provider.pushed
      expect(house.provider.pushed).toHaveLength(2)
      for (const member of ['state', 'nonce', 'code_challenge']) expect(first?.[member]).not.toBe(second?.[member])
      expect([...house.store.logins.keys()]).toEqual([sha256(second?.['state'] ?? '')])
      expect(begun.stateHash).toBe(sha256(second?.['state'] ?? ''))
      expect(house.store.audit).toEqual([])
    })

    it.each([
      ['it fails again', passing, { times: 9 }, 2],
      ['it took more than a second to fail', passing, { times: 9, after: 1_001 }, 1],
      ['the clock was put back meanwhile', passing, { times: 9, after: -1 }, 1],
      ['it is no failure that passes', new Fault('provider-unavailable', 'timeout'), { times: 9 }, 1],
    ])('gives up when %s', async (_, fault, how, tries) => {
      const house = aHouse()
      failing(house, fault, how)
      expect(await house.startLogin(asked)).toMatchObject({ refusal: { refusal: { code: 'provider-unavailable' } } })
      expect(house.provider.pushed).toHaveLength(tries)
      expect(house.store.logins.size).toBe(0)
      expect(house.store.audit).toHaveLength(1)
    })
  })

  it('never uses a secret twice', async () => {
    const house = aHouse()
    const logins = []
    for (let n = 0; n < 200; n++) logins.push(await beginLogin(house))
    const secrets = [
      ...logins.flatMap(({ state, browserSecret }) => [state, browserSecret]),
      ...house.provider.pushed.map(({ nonce }) => nonce),
      ...[...house.store.logins.values()].map(({ codeVerifier }) => codeVerifier),
      ...house.provider.assertions.map((assertion) => decodeJwt(assertion).jti),
    ]
    expect(new Set(secrets).size).toBe(secrets.length)
    expect(secrets.every((secret) => secret !== undefined && secret.length >= 43)).toBe(true)
  })

  it('lets two tabs of one browser log in beside each other', async () => {
    const house = aHouse()
    const first = await beginLogin(house)
    const second = await beginLogin(house, { browserSecret: first.browserSecret })
    expect(second.browserSecret).toBe(first.browserSecret)
    expect(second.state).not.toBe(first.state)
  })

  it.each([
    ['an unknown service', { service: 'nowhere' }, 'service-unknown', 'unknown'],
    ['a service that is no service', { service: '__proto__' }, 'service-unknown', 'unknown'],
    ['an unknown act', { act: 'rob-the-bank' }, 'act-unknown', 'omera-bank'],
    ['an act that is none', { act: 'constructor' }, 'act-unknown', 'omera-bank'],
    ['a place off the list', { returnTo: '//evil.example' }, 'return-to-not-allowed', 'omera-bank'],
  ])('%s is refused before anything happens, with one audit event', async (_, wish, code, service) => {
    const house = aHouse()
    const result = await house.startLogin({ ...asked, ...wish })
    expect(result).toEqual({ ok: false, refusal: { refusal: { code }, service } })
    expect(house.provider.assertions).toEqual([])
    expect(house.store.logins.size).toBe(0)
    expect(house.store.audit).toMatchObject([
      { event: 'login-refused', door: 'login', reason: code, service, traceId: 'trace-1' },
    ])
    expect(JSON.stringify(house.store.audit)).not.toMatch(/nowhere|__proto__|rob-the-bank|evil\.example/)
  })

  it.each([
    ['is down', new Fault('provider-unavailable', 'ECONNREFUSED'), 'provider-unavailable'],
    ['refuses our assertion', refusal('client-rejected'), 'client-rejected'],
    ['refuses the request', refusal('pushed-request-refused'), 'pushed-request-refused'],
  ])('leaves no row behind when the provider %s, and tells the person at the service', async (_, wrong, code) => {
    const house = aHouse()
    house.provider.wrong.push = wrong
    const result = await house.startLogin(asked)
    expect(result).toMatchObject({ ok: false, refusal: { refusal: { code }, returnTo: 'https://omera-bank.example/' } })
    expect(house.store.logins.size).toBe(0)
    expect(house.store.audit).toHaveLength(1)
  })

  it('is refused as our own fault when the key or the store cannot be used', async () => {
    const house = aHouse()
    house.world.newLoginTransactions.begin = () => Promise.reject(new Fault('store-unavailable', 'ThrottlingException'))
    expect(await house.startLogin(asked)).toMatchObject({ refusal: { refusal: { code: 'store-unavailable' } } })
    house.world.clientKey.sign = () => Promise.reject(new Fault('key-unavailable', 'AccessDeniedException'))
    expect(await house.startLogin(asked)).toMatchObject({ refusal: { refusal: { code: 'key-unavailable' } } })
  })

  it('still says why when even the audit trail cannot be written', async () => {
    const house = aHouse()
    house.world.auditTrail.record = () => Promise.reject(new Fault('store-unavailable', 'ThrottlingException'))
    const result = await house.startLogin({ ...asked, act: 'rob-the-bank' })
    expect(result).toEqual({
      ok: false,
      refusal: { refusal: { code: 'act-unknown' }, service: 'omera-bank', auditLost: true },
    })
  })

  it('hides what it did not expect behind a code, and repeats none of its words', async () => {
    const house = aHouse()
    house.world.newLoginTransactions.begin = () => Promise.reject(new Error('secret words'))
    const result = await house.startLogin(asked)
    expect(result).toMatchObject({ refusal: { refusal: { code: 'internal-fault', detail: 'Error' } } })
    expect(JSON.stringify(result)).not.toContain('secret words')
  })
})
