import { createPublicKey, verify } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { describe, expect, it } from 'vitest'
import { memoryTokenKey } from '../../shared/adapters/memory/token-key.ts'
import { Fault } from '../../shared/kernel/fault.ts'
import { eraseSubject } from '../../shared/use-cases/erase-subject.ts'
import { beginLogin, comeBack, type House } from '../support/house.ts'
import { aHouseWithSomebody } from './back-channel.ts'

const rowsIn = ({ store }: House) =>
  [store.sessions, store.claims, store.plainClaims, store.lastLogins, store.subjectKeys].map(({ size }) => size)

const erasures = ({ store }: House) => store.audit.filter(({ event }) => event === 'subject-erased').length

describe('erasing a person', () => {
  it('takes key, claims and sessions of that person at that service, and tells it once', async () => {
    const { house, asked } = await aHouseWithSomebody()
    expect(await house.eraseSubject(asked)).toMatchObject({ ok: true, value: { keys: 1, sessions: 1, records: 3 } })
    expect(rowsIn(house)).toEqual([0, 0, 0, 0, 0])
    expect(erasures(house)).toBe(1)
    expect(await house.makeDecision(asked)).toEqual({ ok: false, refusal: { code: 'subject-unknown' } })
  })

  it('answers with a receipt that our key signed', async () => {
    const { house, asked, subject } = await aHouseWithSomebody()
    const tokenKey = memoryTokenKey()
    const erased = await eraseSubject({ ...house.world, tokenKey })(asked)
    const receipt = erased.ok ? erased.value.receipt : ''
    expect(decodeProtectedHeader(receipt)).toEqual({ typ: 'erasure-receipt+jwt', alg: 'PS256', kid: tokenKey.keyId })
    expect(decodeJwt(receipt)).toMatchObject({
      iss: 'https://api.example',
      sub: subject,
      service: 'omera-bank',
      erased: { keys: 1, sessions: 1, records: 3 },
    })
    const { n, e } = await tokenKey.read()
    const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
    const [header, claims, signature = ''] = receipt.split('.')
    const signed = Buffer.from(`${header}.${claims}`)
    expect(verify('sha256', signed, { key, padding: 6, saltLength: 32 }, Buffer.from(signature, 'base64url'))).toBe(
      true,
    )
  })

  it('can be asked again, and about anybody, and is answered in the same form', async () => {
    const { house, asked } = await aHouseWithSomebody()
    await house.eraseSubject(asked)
    const nothing = { ok: true, value: { keys: 0, sessions: 0, records: 0, receipt: expect.any(String) } }
    expect(await house.eraseSubject(asked)).toEqual(nothing)
    expect(await house.eraseSubject({ ...asked, subject: 'p_nobody' })).toEqual(nothing)
    expect(erasures(house)).toBe(1)
  })

  it('touches nobody of another service, whoever guesses the subject', async () => {
    const { house, asked } = await aHouseWithSomebody()
    const before = rowsIn(house)
    expect(await house.eraseSubject({ ...asked, service: 'visa' })).toMatchObject({
      value: { keys: 0, sessions: 0, records: 0 },
    })
    expect(rowsIn(house)).toEqual(before)
    expect(await house.makeDecision(asked)).toMatchObject({ ok: true })
  })

  it('that stopped in the middle leaves a person nobody can read, and is finished by the next call', async () => {
    const { house, asked } = await aHouseWithSomebody()
    const { sweep } = house.world.erasure
    house.world.erasure.sweep = () => Promise.reject(new Fault('store-unavailable', 'killed'))
    expect(await house.eraseSubject(asked)).toMatchObject({ ok: false, refusal: { code: 'store-unavailable' } })
    expect(await house.makeDecision(asked)).toEqual({ ok: false, refusal: { code: 'subject-erased' } })
    expect(await house.releaseClaims(asked)).toEqual({ ok: false, refusal: { refusal: { code: 'subject-erased' } } })
    house.world.erasure.sweep = sweep
    expect(await house.eraseSubject(asked)).toMatchObject({ value: { keys: 0, sessions: 1, records: 3 } })
    expect(rowsIn(house)).toEqual([0, 0, 0, 0, 0])
  })

  it('holds against a backup: rows that are put back are erased still, before and after the person comes again', async () => {
    const { house, asked } = await aHouseWithSomebody()
    const backup = {
      claims: [...house.store.claims],
      plainClaims: [...house.store.plainClaims],
      lastLogins: [...house.store.lastLogins],
    }
    const restore = () => {
      for (const [key, row] of backup.claims) house.store.claims.set(key, row)
      for (const [key, row] of backup.plainClaims) house.store.plainClaims.set(key, row)
      for (const [key, row] of backup.lastLogins) house.store.lastLogins.set(key, row)
    }
    await house.eraseSubject(asked)
    restore()
    expect(await house.makeDecision(asked)).toEqual({ ok: false, refusal: { code: 'subject-erased' } })
    expect(await house.releaseClaims(asked)).toEqual({ ok: false, refusal: { refusal: { code: 'subject-erased' } } })

    await house.eraseSubject(asked)
    house.provider.lies.userInfo = { verified_claims: undefined, email: undefined }
    await comeBack(house, await beginLogin(house))
    for (const [key, row] of [...backup.claims]) house.store.claims.set(key, row)
    for (const [key, row] of [...backup.plainClaims]) house.store.plainClaims.set(key, row)
    expect(await house.makeDecision(asked)).toMatchObject({ ok: true, value: { decision: { outcome: 're-verify' } } })
    expect(await house.releaseClaims({ ...asked, act: 'sign-in' })).toMatchObject({ ok: true, value: { claims: {} } })
  })

  it('while a login is under way: the login keeps nothing under the key that went', async () => {
    const { house, asked } = await aHouseWithSomebody()
    const { keep } = house.world.loginRecords
    house.world.loginRecords.keep = async (record) => {
      house.world.loginRecords.keep = keep
      await house.eraseSubject(asked)
      return keep(record)
    }
    expect(await comeBack(house, await beginLogin(house))).toMatchObject({ ok: true })
    const current = await house.world.subjectKeyIds.current(asked.subject)
    expect([...house.store.claims.values()].map(({ claims }) => claims.keyId)).toEqual([current])
  })
})
