import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aLogin, aRecord, aSession, noonSeconds, sealed } from '../../support/builders.ts'
import { type Twin, twins } from './twins.ts'

describe.each(twins)('erasure, $name', ({ open, possible }) => {
  let twin: Twin
  let count = 0
  beforeAll(async () => {
    if (possible) twin = await open()
  })
  afterAll(async () => {
    await twin?.close()
  })

  /** Somebody with a key, and as many sessions as there were logins. */
  const somebody = async (logins = 1): Promise<string> => {
    const subject = `p_erased-${++count}`
    for (let login = 0; login < logins; login++) {
      const stateHash = `erased-${count}-${login}`
      await twin.newLoginTransactions.begin(aLogin({ stateHash }))
      const by = { service: 'omera-bank', browserHash: 'browser-hash', claimId: 'one', now: noonSeconds }
      await twin.loginTransactions.claim(stateHash, by)
      const { newSubjectKey, ...record } = aRecord({
        stateHash,
        session: aSession({ sessionHash: stateHash, subject }),
        verifiedClaims: [sealed({ subject })],
      })
      await twin.loginRecords.keep({
        ...record,
        ...(login === 0 && newSubjectKey !== undefined ? { newSubjectKey } : {}),
        audit: { ...record.audit, id: stateHash, subject },
      })
    }
    return subject
  }

  it.runIf(possible)('forgets a key once, and only that of the service', async () => {
    const subject = await somebody()
    expect(await twin.erasure.forgetKey('visa', subject)).toBe(false)
    expect(await twin.subjectKeyIds.current(subject)).toBeDefined()
    expect(await twin.erasure.forgetKey('omera-bank', subject)).toBe(true)
    expect(await twin.subjectKeyIds.current(subject)).toBeUndefined()
    expect(await twin.subjectKeyring.open(subject)).toBeUndefined()
    expect(await twin.erasure.forgetKey('omera-bank', subject)).toBe(false)
    expect(await twin.erasure.forgetKey('omera-bank', 'p_nobody')).toBe(false)
  })

  it.runIf(possible)('sweeps every session and row of a person, and of nobody else', async () => {
    const subject = await somebody(3)
    const other = await somebody()
    const otherHash = `erased-${count}-0`
    expect(await twin.erasure.sweep('visa', subject)).toEqual({ sessions: 0, records: 0 })
    expect(await twin.erasure.sweep('omera-bank', subject)).toEqual({ sessions: 3, records: 3 })
    expect(await twin.sessions.find(`erased-${count - 1}-0`, noonSeconds)).toBeUndefined()
    expect(await twin.verifiedClaims.of('omera-bank', subject, noonSeconds)).toEqual({ verified: [] })
    expect(await twin.erasure.sweep('omera-bank', subject)).toEqual({ sessions: 0, records: 0 })
    expect(await twin.sessions.find(otherHash, noonSeconds)).toMatchObject({ subject: other })
    expect(await twin.verifiedClaims.of('omera-bank', other, noonSeconds)).toMatchObject({ verified: [{}] })
  })

  it.runIf(possible)('sweeps what is over and was not swept yet', async () => {
    const subject = await somebody()
    const later = aRecord().keepUntil + 1
    expect(await twin.verifiedClaims.of('omera-bank', subject, later)).toEqual({ verified: [] })
    expect(await twin.erasure.sweep('omera-bank', subject)).toEqual({ sessions: 1, records: 3 })
  })
})
