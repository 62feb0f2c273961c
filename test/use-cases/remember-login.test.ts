import { describe, expect, it } from 'vitest'
import { Fault } from '../../shared/kernel/fault.ts'
import { aHouse, beginLogin, comeBack, type House } from '../support/house.ts'

const nothingKept = ({ store }: House): void => {
  expect([store.sessions.size, store.claims.size, store.plainClaims.size, store.subjectKeys.size]).toEqual([0, 0, 0, 0])
}

/** Bytes of a plain claim that, sealed, is a row of that many. */
const sealedTo = (bytes: number): string => {
  const around = Buffer.byteLength('{"picture":""}')
  // Sealed is JSON (two quotes), a nonce and a tag, in Base64url.
  return 'p'.repeat(Math.floor(((bytes - around) * 3) / 4) - 12 - 16 - 2)
}
const largestRow = 384 * 1024

describe('claims that are too large for a row', () => {
  it.each([
    ['a picture', { picture: sealedTo(largestRow + 4) }],
    ['names of claims', Object.fromEntries(Array.from({ length: 9_000 }, (_, n) => [`claim${n}`, 'x']))],
  ])('refuse the login before anything is written: %s', async (_, userInfo) => {
    const house = aHouse()
    house.provider.lies.userInfo = userInfo
    const end = await comeBack(house, await beginLogin(house))
    expect(end).toMatchObject({ ok: false, refusal: { refusal: { code: 'answer-too-large' } } })
    nothingKept(house)
  })

  it('the largest that fits is kept', async () => {
    const house = aHouse()
    house.provider.lies.userInfo = { picture: sealedTo(largestRow), email: undefined }
    expect(await comeBack(house, await beginLogin(house))).toMatchObject({ ok: true })
    const [kept] = house.store.plainClaims.values()
    const bytes = Buffer.byteLength(JSON.stringify(kept?.values))
    expect(bytes).toBeLessThanOrEqual(largestRow)
    expect(bytes).toBeGreaterThan(largestRow - 8)
  })

  it('verified claims are measured, too', async () => {
    const house = aHouse()
    house.provider.lies.userInfo = {
      verified_claims: { verification: { trust_framework: 'eidas' }, claims: { name: sealedTo(largestRow) } },
    }
    const end = await comeBack(house, await beginLogin(house))
    expect(end).toMatchObject({ ok: false, refusal: { refusal: { code: 'answer-too-large' } } })
    nothingKept(house)
  })
})

describe('a store that cannot keep', () => {
  const failing = (house: House, code: 'store-unavailable' | 'internal-fault') => {
    const { keep } = house.world.loginRecords
    const tried = { times: 0 }
    house.world.loginRecords.keep = async (record) => {
      tried.times += 1
      if (tried.times === 1) throw new Fault(code, 'scripted')
      return keep(record)
    }
    return tried
  }

  it('is asked once more when it was not there', async () => {
    const house = aHouse()
    const tried = failing(house, 'store-unavailable')
    expect(await comeBack(house, await beginLogin(house))).toMatchObject({ ok: true })
    expect(tried.times).toBe(2)
    expect(house.store.sessions.size).toBe(1)
  })

  it('is not asked again when the request was a mistake of ours', async () => {
    const house = aHouse()
    const tried = failing(house, 'internal-fault')
    expect(await comeBack(house, await beginLogin(house))).toMatchObject({
      ok: false,
      refusal: { refusal: { code: 'internal-fault' } },
    })
    expect(tried.times).toBe(1)
    nothingKept(house)
  })
})
