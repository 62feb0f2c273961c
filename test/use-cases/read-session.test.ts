import { describe, expect, it } from 'vitest'
import { Fault } from '../../shared/kernel/fault.ts'
import { noon } from '../support/builders.ts'
import { aHouse, beginLogin, comeBack, type House } from '../support/house.ts'

const loggedIn = async (house: House) => {
  const end = await comeBack(house, await beginLogin(house))
  if (!end.ok || end.value.kind !== 'welcome') throw new Error('not welcome')
  return end.value.sessionSecret
}

describe('reading a session', () => {
  it('tells who is here, what came with the login, and what it suffices for', async () => {
    const house = aHouse()
    const sessionSecret = await loggedIn(house)
    expect(await house.readSession({ service: 'omera-bank', sessionSecret })).toMatchObject({
      ok: true,
      value: {
        session: { act: 'open-account', acr: ['mosip:idp:acr:generated-code'] },
        decisions: { 'open-account': { outcome: 'permit' }, 'sign-in': { outcome: 'permit' } },
        claims: { email: 'one@example.org' },
        verifiedClaims: [{ verification: { trustFramework: 'eidas' }, claims: { name: 'Test Person', country: 'WS' } }],
      },
    })
  })

  it('judges anew each time: what was fresh grows old', async () => {
    const house = aHouse()
    const sessionSecret = await loggedIn(house)
    house.time.now = noon + 31 * 60_000
    expect(await house.readSession({ service: 'omera-bank', sessionSecret })).toMatchObject({
      value: { decisions: { 'open-account': { outcome: 're-authenticate' }, 'sign-in': { outcome: 'permit' } } },
    })
  })

  it.each([
    ['nobody', { service: 'omera-bank' }, 'session-missing'],
    ['a stranger', { service: 'omera-bank', sessionSecret: 'made-up' }, 'session-expired'],
    ['an unknown service', { service: 'nowhere' }, 'service-unknown'],
  ])('says so to %s', async (_, asked, code) => {
    expect(await aHouse().readSession(asked)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('is of one service, and no other', async () => {
    const house = aHouse()
    const sessionSecret = await loggedIn(house)
    expect(await house.readSession({ service: 'visa', sessionSecret })).toMatchObject({
      refusal: { code: 'session-expired' },
    })
  })

  it('is read by the portal of its own service, and by no other page', async () => {
    const house = aHouse()
    const sessionSecret = await loggedIn(house)
    const from = (origin: string) => house.readSession({ service: 'omera-bank', sessionSecret, origin })
    expect(await from('https://omera-bank.example')).toMatchObject({ ok: true })
    for (const origin of ['https://visa.example', 'https://omera-bank.example.evil.example', 'null', ''])
      expect(await from(origin), origin).toMatchObject({ ok: false, refusal: { code: 'origin-not-allowed' } })
  })

  it('ends', async () => {
    const house = aHouse()
    const sessionSecret = await loggedIn(house)
    house.time.now = noon + 8 * 3600_000
    expect(await house.readSession({ service: 'omera-bank', sessionSecret })).toMatchObject({
      refusal: { code: 'session-expired' },
    })
  })

  it('shows only what came with this login, not what an earlier one brought', async () => {
    const house = aHouse()
    await loggedIn(house)
    house.provider.lies.userInfo = { verified_claims: undefined, email: undefined }
    const sessionSecret = await loggedIn(house)
    expect(await house.readSession({ service: 'omera-bank', sessionSecret })).toMatchObject({
      value: { verifiedClaims: [], claims: {}, decisions: { 'open-account': { outcome: 're-verify' } } },
    })
  })

  it('cannot show the values of a person whose key is gone; the metadata still stands', async () => {
    const house = aHouse()
    const sessionSecret = await loggedIn(house)
    house.store.subjectKeys.clear()
    const view = await house.readSession({ service: 'omera-bank', sessionSecret })
    expect(view).toMatchObject({
      ok: true,
      value: { claims: {}, verifiedClaims: [{ claims: {}, verification: { trustFramework: 'eidas' } }] },
    })
  })

  it('is refused as our fault when the store does not answer', async () => {
    const house = aHouse()
    const sessionSecret = await loggedIn(house)
    house.world.sessions.find = () => Promise.reject(new Fault('store-unavailable', 'ThrottlingException'))
    expect(await house.readSession({ service: 'omera-bank', sessionSecret })).toMatchObject({
      refusal: { code: 'store-unavailable' },
    })
  })
})
