import { describe, expect, it } from 'vitest'
import type { StoredLogin } from '../../shared/adapters/memory/memory-store.ts'
import { refusal } from '../../shared/kernel/codes.ts'
import { Fault } from '../../shared/kernel/fault.ts'
import { sha256 } from '../../shared/kernel/sha256.ts'
import { aService, noon } from '../support/builders.ts'
import { aHouse, beginLogin, comeBack, type House } from '../support/house.ts'

/** Nothing of a login is kept but the row that says how it ended. */
const nothingKept = (house: House) => {
  expect(house.store.sessions.size).toBe(0)
  expect(house.store.claims.size).toBe(0)
  expect(house.store.plainClaims.size).toBe(0)
  expect(house.store.subjectKeys.size).toBe(0)
}
const rowOf = (house: House, begun: { stateHash: string }) => house.store.logins.get(begun.stateHash)

describe('completing a login', () => {
  it('welcomes the person, and keeps everything at once', async () => {
    const house = aHouse()
    const begun = await beginLogin(house, { returnTo: '/account' })
    const end = await comeBack(house, begun)
    expect(end).toMatchObject({
      ok: true,
      value: {
        kind: 'welcome',
        returnTo: 'https://omera-bank.example/account',
        sessionSeconds: 8 * 3600,
        decision: { outcome: 'permit' },
      },
    })
    expect(rowOf(house, begun)).toMatchObject({ state: 'DONE' })
    expect(rowOf(house, begun)).not.toHaveProperty('nonce')
    expect(rowOf(house, begun)).not.toHaveProperty('codeVerifier')
    expect(house.store.audit).toMatchObject([{ event: 'login-completed', outcome: 'permit', traceId: 'trace-2' }])
    if (end.ok && end.value.kind === 'welcome') {
      expect(house.store.sessions.has(sha256(end.value.sessionSecret))).toBe(true)
      expect(house.store.sessions.has(end.value.sessionSecret)).toBe(false)
    }
  })

  it('keeps no claim value that can be read', async () => {
    const house = aHouse()
    await comeBack(house, await beginLogin(house))
    const everything = JSON.stringify([
      ...house.store.sessions.values(),
      ...house.store.claims.values(),
      ...house.store.plainClaims.values(),
      ...house.store.audit,
      ...house.store.logins.values(),
    ])
    expect(everything).not.toMatch(/Test Person|one@example|provider-subject|the-code|the-access-token/)
    expect(everything).toContain('eidas')
  })

  it('welcomes with the trust gap when the act is not satisfied: that is no failed login', async () => {
    const house = aHouse()
    house.provider.lies.userInfo = { verified_claims: undefined }
    expect(await comeBack(house, await beginLogin(house))).toMatchObject({
      ok: true,
      value: { kind: 'welcome', decision: { outcome: 're-verify' } },
    })
  })

  it('exchanges one code once, for fifty callbacks at the same time', async () => {
    const house = aHouse()
    const begun = await beginLogin(house)
    const ends = await Promise.all(Array.from({ length: 50 }, () => comeBack(house, begun)))
    expect(house.provider.exchanges).toEqual(['the-code'])
    expect(ends.filter((end) => end.ok && end.value.kind === 'welcome')).toHaveLength(1)
    expect(house.store.sessions.size).toBe(1)
  })

  it('sends the same browser on when it comes again after success, and exchanges nothing', async () => {
    const house = aHouse()
    const begun = await beginLogin(house)
    await comeBack(house, begun)
    expect(await comeBack(house, begun)).toEqual({
      ok: true,
      value: { kind: 'already-welcome', returnTo: 'https://omera-bank.example/' },
    })
    expect(house.provider.exchanges).toHaveLength(1)
    expect(house.store.sessions.size).toBe(1)
  })

  it('uses the key of a subject who was here before', async () => {
    const house = aHouse()
    await comeBack(house, await beginLogin(house))
    await comeBack(house, await beginLogin(house))
    expect(house.store.subjectKeys.size).toBe(1)
    expect(house.store.sessions.size).toBe(2)
  })

  it('takes the other key when two first logins race, and both are welcome', async () => {
    const house = aHouse()
    const logins = [await beginLogin(house), await beginLogin(house), await beginLogin(house)]
    const ends = await Promise.all(
      logins.map((begun) =>
        comeBack(house, begun, { response: { state: begun.state, code: begun.state, iss: 'https://esignet.example' } }),
      ),
    )
    expect(ends.map((end) => end.ok && end.value.kind)).toEqual(['welcome', 'welcome', 'welcome'])
    expect(house.store.sessions.size).toBe(3)
    expect(house.store.subjectKeys.size).toBe(1)
  })
})

describe('a login that is not the one it claims to be', () => {
  it.each([
    [
      'an unknown state',
      { response: { state: 'unknown', code: 'c', iss: 'https://esignet.example' } },
      'transaction-unknown',
    ],
    ['no state', { response: { code: 'c', iss: 'https://esignet.example' } }, 'state-missing'],
    [
      'the text null as state',
      { response: { state: 'null', code: 'c', iss: 'https://esignet.example' } },
      'state-missing',
    ],
    ['another service', { service: 'visa' }, 'service-mismatch'],
    ['an unknown service', { service: 'nowhere' }, 'service-unknown'],
  ])('is refused with %s, and nothing is asked of the provider', async (_, wish, code) => {
    const house = aHouse()
    const begun = await beginLogin(house)
    expect(await comeBack(house, begun, wish)).toMatchObject({ ok: false, refusal: { refusal: { code } } })
    expect(house.provider.exchanges).toEqual([])
    expect(house.store.audit).toMatchObject([{ event: 'login-refused', reason: code }])
    nothingKept(house)
  })

  it('is burnt when it comes back in a stranger browser, and the stranger learns nothing of it', async () => {
    const house = aHouse()
    const begun = await beginLogin(house, { returnTo: '/account' })
    const stranger = await comeBack(house, begun, { browserSecret: 'strangers' })
    expect(stranger).toMatchObject({
      refusal: { refusal: { code: 'browser-mismatch' }, returnTo: 'https://omera-bank.example/' },
    })
    expect(rowOf(house, begun)).toMatchObject({ state: 'FAILED', reason: 'browser-mismatch' })
    expect(await comeBack(house, begun)).toMatchObject({
      ok: false,
      refusal: { refusal: { code: 'transaction-replayed' } },
    })
    expect(house.provider.exchanges).toEqual([])
    nothingKept(house)
  })

  it('is refused without any cookie', async () => {
    const house = aHouse()
    const { browserSecret: _none, ...begun } = await beginLogin(house)
    const end = await house.completeLogin({
      service: 'omera-bank',
      response: { state: begun.state, code: 'c', iss: 'https://esignet.example' },
      traceId: 'trace-2',
    })
    expect(end).toMatchObject({ ok: false, refusal: { refusal: { code: 'browser-mismatch' } } })
  })

  it('is over after an hour', async () => {
    const house = aHouse()
    const begun = await beginLogin(house)
    house.time.now = noon + 3600_000
    expect(await comeBack(house, begun)).toMatchObject({
      ok: false,
      refusal: { refusal: { code: 'transaction-expired' } },
    })
    expect(house.provider.exchanges).toEqual([])
  })

  it('is closed as unknown when its exchange ran out of time', async () => {
    const house = aHouse()
    const begun = await beginLogin(house)
    const row = rowOf(house, begun)
    if (row) house.store.logins.set(begun.stateHash, { ...row, state: 'EXCHANGING', leaseUntil: noon / 1000 - 1 })
    expect(await comeBack(house, begun)).toMatchObject({
      ok: false,
      refusal: { refusal: { code: 'exchange-unknown' } },
    })
    expect(rowOf(house, begun)).toMatchObject({ state: 'FAILED', reason: 'exchange-unknown' })
    expect(house.provider.exchanges).toEqual([])
  })
})

describe('a login whose row was changed meanwhile', () => {
  const elsewhere = 'https://evil.example/account'
  const altered = (house: House, begun: { stateHash: string }, change: Partial<StoredLogin>) => {
    const row = rowOf(house, begun)
    if (row) house.store.logins.set(begun.stateHash, { ...row, ...change })
  }

  it.each([
    [{ nonce: '' }, 'nonce'],
    [{ codeVerifier: '' }, 'codeVerifier'],
    [{ nonce: '', codeVerifier: '' }, 'nonce, codeVerifier'],
  ])('is closed as corrupt when it lacks something: %j', async (change, detail) => {
    const house = aHouse()
    const begun = await beginLogin(house, { returnTo: '/account' })
    altered(house, begun, change)
    expect(await comeBack(house, begun)).toMatchObject({
      ok: false,
      refusal: { refusal: { code: 'transaction-corrupt', detail }, returnTo: 'https://omera-bank.example/' },
    })
    expect(rowOf(house, begun)).toMatchObject({ state: 'FAILED', reason: 'transaction-corrupt' })
    expect(house.store.audit).toMatchObject([{ event: 'login-refused', reason: 'transaction-corrupt' }])
    expect(house.provider.exchanges).toEqual([])
    nothingKept(house)
    expect(await comeBack(house, begun)).toMatchObject({ refusal: { refusal: { code: 'transaction-replayed' } } })
  })

  it('sends nobody to a place that is not on the list: not after success', async () => {
    const house = aHouse()
    const begun = await beginLogin(house, { returnTo: '/account' })
    altered(house, begun, { returnTo: elsewhere })
    expect(await comeBack(house, begun)).toMatchObject({
      ok: true,
      value: { kind: 'welcome', returnTo: 'https://omera-bank.example/' },
    })
  })

  it('not when they come again', async () => {
    const house = aHouse()
    const begun = await beginLogin(house, { returnTo: '/account' })
    await comeBack(house, begun)
    altered(house, begun, { returnTo: elsewhere })
    expect(await comeBack(house, begun)).toEqual({
      ok: true,
      value: { kind: 'already-welcome', returnTo: 'https://omera-bank.example/' },
    })
  })

  it('not with a refusal', async () => {
    const house = aHouse()
    const begun = await beginLogin(house, { returnTo: '/account' })
    altered(house, begun, { returnTo: elsewhere })
    const said = { refusal: { returnTo: 'https://omera-bank.example/' } }
    expect(await comeBack(house, begun, { response: { state: begun.state, error: 'access_denied' } })).toMatchObject(
      said,
    )
    expect(await comeBack(house, begun)).toMatchObject(said)
  })

  it('a place that the service has taken off its list meanwhile is no place any more', async () => {
    const house = aHouse()
    const begun = await beginLogin(house, { returnTo: '/account' })
    house.world.services.find = () => aService({ returnTo: ['//nowhere', '/app', '/other'] })
    expect(await comeBack(house, begun)).toMatchObject({ value: { returnTo: 'https://omera-bank.example/app' } })
  })

  it('without any place left nobody is sent anywhere, and no code is spent', async () => {
    const house = aHouse()
    const begun = await beginLogin(house, { returnTo: '/account' })
    house.world.services.find = () => aService({ returnTo: ['//nowhere'] })
    const end = await comeBack(house, begun)
    expect(end).toMatchObject({ ok: false, refusal: { refusal: { code: 'return-to-not-allowed' } } })
    expect(end.ok ? {} : end.refusal).not.toHaveProperty('returnTo')
    expect(house.provider.exchanges).toEqual([])
    expect(rowOf(house, begun)).toMatchObject({ state: 'FAILED', reason: 'return-to-not-allowed' })
  })
})

describe('an answer that is not what it should be', () => {
  it.each([
    ['no iss', { response: { code: 'c' } }, 'issuer-parameter-missing'],
    ['another iss', { response: { code: 'c', iss: 'https://evil.example' } }, 'issuer-parameter-mismatch'],
    ['no code', { response: { iss: 'https://esignet.example' } }, 'code-missing'],
    ['a no', { response: { error: 'access_denied' } }, 'login-denied'],
    ['a no besides a code', { response: { error: 'access_denied', code: 'c' } }, 'login-denied'],
    ['too late', { response: { error: 'transaction_timeout' } }, 'login-timed-out'],
    ['a blocked person', { response: { error: 'individual_id_blocked' } }, 'login-not-possible'],
    ['anything else', { response: { error: 'server_error' } }, 'provider-error'],
  ])('ends the login: %s', async (_, { response }, code) => {
    const house = aHouse()
    const begun = await beginLogin(house, { returnTo: '/account' })
    const end = await comeBack(house, begun, { response: { state: begun.state, ...response } })
    expect(end).toMatchObject({ refusal: { refusal: { code }, returnTo: 'https://omera-bank.example/account' } })
    expect(rowOf(house, begun)).toMatchObject({ state: 'FAILED', reason: code })
    expect(house.provider.exchanges).toEqual([])
    expect(house.store.audit).toHaveLength(1)
    nothingKept(house)
  })

  it('an error that lost its state finds its login through the browser', async () => {
    const house = aHouse()
    const begun = await beginLogin(house, { returnTo: '/account' })
    const end = await comeBack(house, begun, { response: { state: 'null', error: 'access_denied' } })
    expect(end).toMatchObject({
      refusal: { refusal: { code: 'login-denied' }, returnTo: 'https://omera-bank.example/account' },
    })
    expect(rowOf(house, begun)).toMatchObject({ state: 'FAILED', reason: 'login-denied' })
  })

  it('an error that lost its state, in a browser we do not know, touches nothing', async () => {
    const house = aHouse()
    const begun = await beginLogin(house)
    const end = await house.completeLogin({ service: 'omera-bank', response: { error: 'access_denied' }, traceId: 't' })
    expect(end).toMatchObject({
      refusal: { refusal: { code: 'login-denied' }, returnTo: 'https://omera-bank.example/' },
    })
    expect(rowOf(house, begun)).toMatchObject({ state: 'PENDING' })
  })

  it.each([
    ['nonce-mismatch', { idToken: { nonce: 'other' } }],
    ['issuer-mismatch', { idToken: { iss: 'https://evil.example' } }],
    ['audience-mismatch', { idToken: { aud: 'visa-client' } }],
    ['token-expired', { idToken: { exp: 1 } }],
    ['access-token-hash-mismatch', { idToken: { at_hash: 'other' } }],
    ['acr-unmet', { idToken: { acr: 'mosip:idp:acr:static-code' } }],
    ['userinfo-subject-mismatch', { userInfo: { sub: 'somebody-else' } }],
    ['userinfo-audience-mismatch', { userInfo: { aud: 'partner' } }],
    ['userinfo-issuer-mismatch', { userInfo: { iss: 'https://evil.example' } }],
    ['verified-claims-malformed', { userInfo: { verified_claims: 'yes' } }],
  ])('a signed lie ends the login: %s', async (code, lies) => {
    const house = aHouse()
    Object.assign(house.provider.lies, lies)
    const begun = await beginLogin(house)
    expect(await comeBack(house, begun)).toMatchObject({ ok: false, refusal: { refusal: { code } } })
    expect(rowOf(house, begun)).toMatchObject({ state: 'FAILED', reason: code })
    expect(house.store.audit).toMatchObject([{ event: 'login-refused', reason: code }])
    nothingKept(house)
  })

  it.each([
    [
      'keys cannot be had, and the code is not spent',
      { keys: new Fault('provider-keys-unavailable', 'x') },
      'provider-keys-unavailable',
      0,
    ],
    ['the exchange is refused', { exchange: refusal('code-rejected') }, 'code-rejected', 1],
    ['the exchange does not come back', { exchange: new Fault('exchange-unknown', 'x') }, 'exchange-unknown', 1],
    ['a signature does not verify', { exchange: refusal('signature-invalid') }, 'signature-invalid', 1],
    ['UserInfo is refused', { userInfo: refusal('userinfo-refused') }, 'userinfo-refused', 1],
    ['UserInfo is down', { userInfo: new Fault('provider-unavailable', 'x') }, 'provider-unavailable', 1],
  ])('ends the login when %s', async (_, wrong, code, exchanges) => {
    const house = aHouse()
    Object.assign(house.provider.wrong, wrong)
    const begun = await beginLogin(house)
    expect(await comeBack(house, begun)).toMatchObject({ ok: false, refusal: { refusal: { code } } })
    expect(house.provider.exchanges).toHaveLength(exchanges)
    expect(rowOf(house, begun)).toMatchObject({ state: 'FAILED', reason: code })
    nothingKept(house)
  })
})

describe('a world that fails in the middle', () => {
  const places = ['claim', 'sign', 'subjectKey', 'keep'] as const
  it.each(places)('leaves nothing half-written when it fails at %s', async (place) => {
    const house = aHouse()
    const begun = await beginLogin(house)
    const fail = (code: 'store-unavailable' | 'key-unavailable') => () =>
      Promise.reject(new Fault(code, 'ThrottlingException'))
    if (place === 'claim') house.world.loginTransactions.claim = fail('store-unavailable')
    if (place === 'sign') house.world.clientKey.sign = fail('key-unavailable')
    if (place === 'subjectKey') house.world.subjectKeys.keyFor = fail('key-unavailable')
    if (place === 'keep') house.world.loginRecords.keep = fail('store-unavailable')
    const end = await comeBack(house, begun)
    expect(end.ok).toBe(false)
    expect(house.store.audit).toHaveLength(1)
    expect(rowOf(house, begun)?.state).toBe(place === 'claim' ? 'PENDING' : 'FAILED')
    nothingKept(house)
  })
})
