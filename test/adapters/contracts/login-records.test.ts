import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LoginRecord } from '../../../shared/ports/login-records.ts'
import { aLogin, aRecord, aSession, aVerification, noonSeconds, sealed } from '../../support/builders.ts'
import { type Twin, twins } from './twins.ts'

describe.each(twins)('login records, $name', ({ open, possible }) => {
  let twin: Twin
  let count = 0
  beforeAll(async () => {
    if (possible) twin = await open()
  })
  afterAll(async () => {
    await twin?.close()
  })

  /** A login in exchange, and the record that would finish it; every one about a subject of its own. */
  const inExchange = async (
    wish: Partial<LoginRecord> = {},
    subject = `p_subject-${++count}`,
  ): Promise<LoginRecord> => {
    const stateHash = `state-${++count}`
    await twin.newLoginTransactions.begin(aLogin({ stateHash }))
    await twin.loginTransactions.claim(stateHash, {
      service: 'omera-bank',
      browserHash: 'browser-hash',
      claimId: 'one',
      now: noonSeconds,
    })
    const record = aRecord({
      stateHash,
      session: aSession({ sessionHash: `session-${count}`, subject }),
      verifiedClaims: [sealed({ subject })],
      ...wish,
    })
    return { ...record, audit: { ...record.audit, id: `event-${count}`, subject } }
  }
  const later = (seconds: number) => noonSeconds + seconds

  it.runIf(possible)('keeps all of a login: transaction, session, claims, key', async () => {
    const record = await inExchange()
    expect(await twin.loginRecords.keep(record)).toBe('kept')
    const { subject, sessionHash } = record.session
    expect(await twin.sessions.find(sessionHash, later(1))).toEqual(record.session)
    expect(await twin.verifiedClaims.of('omera-bank', subject, later(1))).toEqual({
      verified: record.verifiedClaims,
      plain: { values: record.plainClaims, keyId: record.keyId },
      lastLogin: { acr: record.session.acr, authTime: record.session.authTime, keyId: record.keyId },
    })
    expect(await twin.subjectKeyIds.current(subject)).toBe(record.keyId)
    const claimed = await twin.loginTransactions.claim(record.stateHash, {
      service: 'omera-bank',
      browserHash: 'browser-hash',
      claimId: 'later',
      now: later(1),
    })
    expect(claimed).toMatchObject({ ok: false, refusal: { state: 'DONE' } })
  })

  it.runIf(possible)('changes nothing when the same record is kept again', async () => {
    const record = await inExchange()
    await twin.loginRecords.keep(record)
    expect(await twin.loginRecords.keep(record)).toBe('kept')
  })

  it.runIf(possible)('keeps nothing of a login that is not in exchange', async () => {
    const record = await inExchange()
    await twin.loginTransactions.fail(record.stateHash, 'exchange-unknown')
    expect(await twin.loginRecords.keep(record)).toBe('not-exchanging')
    expect(record.newSubjectKey).toBeDefined()
    expect(await twin.subjectKeyring.open(record.session.subject)).toBeUndefined()
    expect(await twin.sessions.find(record.session.sessionHash, later(1))).toBeUndefined()
    expect(await twin.verifiedClaims.of('omera-bank', record.session.subject, later(1))).toEqual({ verified: [] })
  })

  it.runIf(possible)('keeps nothing when another first login stored its key a moment before', async () => {
    const first = await inExchange()
    await twin.loginRecords.keep(first)
    const second = await inExchange({ newSubjectKey: 'YW5vdGhlcg' }, first.session.subject)
    expect(await twin.loginRecords.keep(second)).toBe('subject-key-raced')
    expect(await twin.sessions.find(second.session.sessionHash, later(1))).toBeUndefined()
    const { newSubjectKey: _raced, ...again } = second
    expect(await twin.loginRecords.keep(again)).toBe('kept')
  })

  it.runIf(possible)('keeps nothing under a key that went away meanwhile: the person was erased', async () => {
    const { newSubjectKey: _gone, ...record } = await inExchange()
    expect(await twin.loginRecords.keep(record)).toBe('subject-key-raced')
    expect(await twin.sessions.find(record.session.sessionHash, later(1))).toBeUndefined()
    expect(await twin.verifiedClaims.of('omera-bank', record.session.subject, later(1))).toEqual({ verified: [] })
  })

  it.runIf(possible)('knows how the person authenticated last', async () => {
    const first = await inExchange()
    await twin.loginRecords.keep(first)
    const { newSubjectKey: _key, ...again } = await inExchange({}, first.session.subject)
    const session = { ...again.session, acr: ['mosip:idp:acr:biometrics'], authTime: noonSeconds + 60 }
    await twin.loginRecords.keep({ ...again, session })
    const { lastLogin } = await twin.verifiedClaims.of('omera-bank', session.subject, later(1))
    expect(lastLogin).toEqual({ acr: session.acr, authTime: session.authTime, keyId: again.keyId })
  })

  it.runIf(possible)('keeps the same statement once, and different ones side by side', async () => {
    const first = await inExchange()
    const { subject } = first.session
    await twin.loginRecords.keep(first)
    const other = sealed({
      subject,
      verification: aVerification({ id: 'verification-2', trustFramework: 'westalis-nid' }),
      receivedAt: '2026-11-24T13:00:00Z',
    })
    const { newSubjectKey: _key, ...second } = await inExchange(
      { verifiedClaims: [...first.verifiedClaims, other] },
      subject,
    )
    await twin.loginRecords.keep(second)
    const { verified } = await twin.verifiedClaims.of('omera-bank', subject, later(1))
    expect(verified.map(({ verification }) => verification.id)).toEqual(['verification-1', 'verification-2'])
  })

  it.runIf(possible)('forgets sessions and claims when their time is over, swept or not', async () => {
    const record = await inExchange()
    await twin.loginRecords.keep(record)
    expect(await twin.sessions.find(record.session.sessionHash, record.session.expiresAt)).toBeUndefined()
    expect(await twin.verifiedClaims.of('omera-bank', record.session.subject, record.keepUntil)).toEqual({
      verified: [],
    })
  })

  it.runIf(possible)('shows one service nothing of another', async () => {
    const record = await inExchange()
    await twin.loginRecords.keep(record)
    expect(await twin.verifiedClaims.of('visa', record.session.subject, later(1))).toEqual({ verified: [] })
  })
})
