import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exchangeLeaseSeconds } from '../../../shared/domain/login/transaction.ts'
import { ok } from '../../../shared/kernel/result.ts'
import { aLogin, noonSeconds } from '../../support/builders.ts'
import { type Twin, twins } from './twins.ts'

const by = { service: 'omera-bank', browserHash: 'browser-hash', now: noonSeconds + 60 }

describe.each(twins)('login transactions, $name', ({ open, possible }) => {
  let twin: Twin
  let count = 0
  /** A begun login under a state of its own. */
  const begun = async (wish: Parameters<typeof aLogin>[0] = {}) => {
    const login = aLogin({ stateHash: `state-${++count}`, ...wish })
    await twin.newLoginTransactions.begin(login)
    return login
  }
  beforeAll(async () => {
    if (possible) twin = await open()
  })
  afterAll(async () => {
    await twin?.close()
  })

  it.runIf(possible)('hands a begun login to whoever claims it first, whole', async () => {
    const login = await begun()
    const claimed = await twin.loginTransactions.claim(login.stateHash, { ...by, claimId: 'one' })
    expect(claimed).toEqual({ ok: true, value: login })
  })

  it.runIf(possible)('knows nothing of a state that was never begun', async () => {
    const claimed = await twin.loginTransactions.claim('never-begun', { ...by, claimId: 'one' })
    expect(claimed).toEqual({ ok: false, refusal: undefined })
  })

  it.runIf(possible)('never begins two logins under one state', async () => {
    const login = await begun()
    const another = { ...login, nonce: 'another-nonce' }
    await expect(twin.newLoginTransactions.begin(another)).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(await twin.loginTransactions.claim(login.stateHash, { ...by, claimId: 'one' })).toEqual(ok(login))
  })

  it.runIf(possible)('begins the same login again after an ambiguous answer, but not once it was used', async () => {
    const login = await begun()
    await twin.newLoginTransactions.begin(login)
    expect(await twin.loginTransactions.claim(login.stateHash, { ...by, claimId: 'one' })).toEqual(ok(login))
    await expect(twin.newLoginTransactions.begin(login)).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(await twin.loginTransactions.claim(login.stateHash, { ...by, claimId: 'two' })).toMatchObject({ ok: false })
  })

  it.runIf(possible)('tells the second what happened to the first', async () => {
    const login = await begun()
    await twin.loginTransactions.claim(login.stateHash, { ...by, claimId: 'one' })
    const second = await twin.loginTransactions.claim(login.stateHash, { ...by, claimId: 'two' })
    expect(second).toMatchObject({
      ok: false,
      refusal: {
        state: 'EXCHANGING',
        leaseUntil: by.now + exchangeLeaseSeconds,
        returnTo: login.returnTo,
        service: 'omera-bank',
      },
    })
  })

  it.runIf(possible)('lets the same claim win again after an ambiguous answer', async () => {
    const login = await begun()
    await twin.loginTransactions.claim(login.stateHash, { ...by, claimId: 'one' })
    const again = await twin.loginTransactions.claim(login.stateHash, { ...by, claimId: 'one' })
    expect(again).toEqual({ ok: true, value: login })
  })

  it.runIf(possible)('gives fifty parallel claims one winner', async () => {
    const login = await begun()
    const claims = Array.from({ length: 50 }, (_, n) =>
      twin.loginTransactions.claim(login.stateHash, { ...by, claimId: `claim-${n}` }),
    )
    const winners = (await Promise.all(claims)).filter(({ ok }) => ok)
    expect(winners).toHaveLength(1)
  })

  it.runIf(possible).each([
    ['an expired login', {}, { now: noonSeconds + 3600 }],
    ['another service', {}, { service: 'visa' }],
    ['another browser', {}, { browserHash: 'strangers-hash' }],
  ])('does not hand it to %s, and leaves it as it was', async (_, wish, change) => {
    const login = await begun(wish)
    const claimed = await twin.loginTransactions.claim(login.stateHash, { ...by, ...change, claimId: 'one' })
    expect(claimed).toMatchObject({ ok: false, refusal: { state: 'PENDING' } })
    expect(await twin.loginTransactions.claim(login.stateHash, { ...by, claimId: 'two' })).toMatchObject({ ok: true })
  })

  it.runIf(possible).each([
    [{ nonce: '' }, ['nonce']],
    [{ codeVerifier: '' }, ['codeVerifier']],
    [{ nonce: '', codeVerifier: '' }, ['nonce', 'codeVerifier']],
  ])('says that a row is corrupt which lacks what is needed, and lets it be failed: %j', async (lacking, corrupt) => {
    const login = await begun(lacking)
    const claim = (claimId: string) => twin.loginTransactions.claim(login.stateHash, { ...by, claimId })
    expect(await claim('one')).toEqual({ ok: false, refusal: { corrupt } })
    await twin.loginTransactions.fail(login.stateHash, 'transaction-corrupt')
    expect(await claim('two')).toMatchObject({ ok: false, refusal: { state: 'FAILED' } })
  })

  it.runIf(possible)('says nothing of what a row lacks to a stranger', async () => {
    const login = await begun({ nonce: '' })
    const claimed = await twin.loginTransactions.claim(login.stateHash, {
      ...by,
      browserHash: 'strangers-hash',
      claimId: 'one',
    })
    expect(claimed).toMatchObject({ ok: false, refusal: { state: 'PENDING', browserHash: login.browserHash } })
  })

  it.runIf(possible)('a failed login stays failed, for everybody', async () => {
    const login = await begun()
    await twin.loginTransactions.fail(login.stateHash, 'nonce-mismatch')
    await twin.loginTransactions.fail(login.stateHash, 'login-denied')
    const claimed = await twin.loginTransactions.claim(login.stateHash, { ...by, claimId: 'one' })
    expect(claimed).toMatchObject({ ok: false, refusal: { state: 'FAILED' } })
  })

  it.runIf(possible)('failing a login that never was makes none', async () => {
    await twin.loginTransactions.fail('nobody', 'login-denied')
    expect(await twin.loginTransactions.claim('nobody', { ...by, claimId: 'one' })).toEqual({
      ok: false,
      refusal: undefined,
    })
  })
})
