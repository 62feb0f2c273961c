import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../shared/kernel/fault.ts'
import { noon } from '../support/builders.ts'
import { beginLogin, comeBack } from '../support/house.ts'
import { aHouseWithSomebody } from './back-channel.ts'

describe('a decision for a back end', () => {
  it('is made of what is kept, and opens nothing', async () => {
    const { house, asked } = await aHouseWithSomebody()
    house.world.subjectKeyring.open = () => Promise.reject(new Fault('internal-fault', 'opened a key'))
    expect(await house.makeDecision(asked)).toMatchObject({
      ok: true,
      value: { service: { id: 'omera-bank' }, decision: { outcome: 'permit', remedy: null } },
    })
  })

  it('knows how long ago the person authenticated, also when the session is over', async () => {
    const { house, asked } = await aHouseWithSomebody()
    house.time.now = noon + 48 * 3600_000
    expect(await house.makeDecision(asked)).toMatchObject({
      value: { decision: { outcome: 're-authenticate', remedy: { kind: 're-authenticate' } } },
    })
  })

  it('rests on all logins: a later one with less takes nothing away that still holds', async () => {
    const { house, asked } = await aHouseWithSomebody()
    house.provider.lies.userInfo = { verified_claims: undefined }
    await comeBack(house, await beginLogin(house))
    expect(await house.makeDecision(asked)).toMatchObject({ value: { decision: { outcome: 'permit' } } })
  })

  it('is told to the audit trail, without a value', async () => {
    const { house, asked } = await aHouseWithSomebody()
    const made = await house.makeDecision({ ...asked, context: { amount: 4711 } })
    if (!made.ok) throw new Error(made.refusal.code)
    const { actHash, factsDigest } = made.value.decision
    const told = house.store.audit.at(-1)
    expect(told).toMatchObject({ event: 'decision-made', ...asked, outcome: 'permit', actHash, factsDigest })
    expect(JSON.stringify(told)).not.toContain('4711')
  })

  it('is not given when the audit trail did not take it', async () => {
    const { house, asked } = await aHouseWithSomebody()
    house.world.auditTrail.record = () => Promise.reject(new Fault('store-unavailable', 'ThrottlingException'))
    expect(await house.makeDecision(asked)).toMatchObject({ ok: false, refusal: { code: 'store-unavailable' } })
  })

  it.each([
    ['an act that does not exist', { act: 'fly' }, 'act-unknown'],
    ['an act named after a prototype', { act: 'constructor' }, 'act-unknown'],
    ['a person nobody knows', { subject: 'p_nobody' }, 'subject-unknown'],
  ])('is refused about %s', async (_, wish, code) => {
    const { house, asked } = await aHouseWithSomebody()
    expect(await house.makeDecision({ ...asked, ...wish })).toEqual({ ok: false, refusal: { code } })
  })

  it('does not rest on what is over, swept or not', async () => {
    const { house, asked } = await aHouseWithSomebody()
    house.time.now = Date.parse('2032-01-01T00:00:00Z')
    expect(await house.makeDecision(asked)).toEqual({ ok: false, refusal: { code: 'subject-unknown' } })
  })
})

/** Row M01: one service tries the people of another. */
describe('the people of another service', () => {
  it('are people nobody knows: ten thousand guesses, and the right one, are answered alike', async () => {
    const { house, subject } = await aHouseWithSomebody()
    const guesses = fc.sample(fc.stringMatching(/^p_[A-Za-z0-9_-]{43}$/), 10_000)
    const told = new Set<string>()
    for (const guess of [...guesses, subject]) {
      const asked = { service: 'visa', subject: guess, act: 'open-account', traceId: 'trace-9' }
      told.add(JSON.stringify([await house.makeDecision(asked), await house.releaseClaims(asked)]))
    }
    const unknown = { ok: false, refusal: { code: 'subject-unknown' } }
    expect([...told]).toEqual([JSON.stringify([unknown, { ok: false, refusal: unknown }].map(asReleased))])
    expect(house.store.audit.filter(({ service }) => service === 'visa')).toEqual([])
  })
})

/** A refusal of the claims door is wrapped once more, for the decision that may come with it. */
const asReleased = (refused: unknown, index: number): unknown =>
  index === 0 ? refused : { ok: false, refusal: { refusal: { code: 'subject-unknown' } } }
