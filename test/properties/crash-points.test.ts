import { describe, expect, it } from 'vitest'
import { type Mode, modes } from './support/crossing.ts'
import { closeWhatIsOpen, isTerminal, violations } from './support/invariants.ts'
import type { Lie } from './support/lies.ts'
import { type Place, places } from './support/memory-house.ts'
import { aRig, type Ended, type Rig } from './support/rig.ts'
import { cameBack, type SaidAnswer } from './support/visits.ts'

interface Road {
  readonly name: string
  readonly says: SaidAnswer
  readonly lie?: Lie
  /** Seconds between leaving and coming back. */
  readonly later?: number
  readonly browser?: 'own' | 'stranger'
  /** The awaited calls, in the order in which they begin: the points at which a function can be killed. */
  readonly makes: string
}

const nonceOfAnother: Lie = { refusedAs: 'nonce-mismatch', idToken: { nonce: 'of another login' } }
const exchanged = 'claim issuer prepareKeys exchange sign issuer'

/** Every road through the callback that is worth a crash: the happy one, and each that writes on its way out. */
const roads: readonly Road[] = [
  { name: 'a login that succeeds', says: 'code', makes: `${exchanged} userInfo keyFor keep` },
  { name: 'a person who said no', says: 'error', makes: 'claim issuer fail record' },
  { name: 'a provider that lies', says: 'code', lie: nonceOfAnother, makes: `${exchanged} fail record` },
  { name: 'a login out of time', says: 'code', later: 3600, makes: 'claim fail record' },
  { name: "a stranger's browser", says: 'code', browser: 'stranger', makes: 'claim fail record' },
  { name: 'an unknown state', says: 'unknown state', makes: 'claim record' },
]

const begun = async (): Promise<Rig> => {
  const rig = aRig()
  await rig.begin({ service: 'omera-bank', browser: 0 })
  return rig
}

const walk = (rig: Rig, road: Road, interference?: { at: number; mode: Mode }): Promise<Ended> => {
  rig.time.now += (road.later ?? 0) * 1000
  const back = cameBack(rig, { login: 0, browser: road.browser ?? 'own', service: 'own', says: road.says })
  return rig.comeBack(back, road.lie, interference)
}

const again = (rig: Rig): Promise<Ended> =>
  rig.comeBack(cameBack(rig, { login: 0, browser: 'own', service: 'own', says: 'code' }))

const rowOf = (rig: Rig) => [...rig.store.logins.values()][0]

const disturbed = roads.map((road) => ({
  road,
  points: road.makes.split(' ').flatMap((call, at) => modes.map((mode) => ({ road, call, at, mode }))),
}))

it.each(roads)('$name makes the calls of the table, and no other', async (road) => {
  const { calls } = await walk(await begun(), road)
  expect(calls.join(' ')).toBe(road.makes)
})

describe.each(disturbed)('$road.name, disturbed', ({ points }) => {
  it.each(points)('at call $at, $call: $mode', async ({ road, call, at, mode }) => {
    const rig = await begun()
    const end = await walk(rig, road, { at, mode })
    expect(end.met).toBe(call)
    expect(violations(rig)).toEqual([])
    if (mode.startsWith('silent')) expect(end.end).toBe('stopped')

    const exchanged = rig.exchanges.length
    const row = rowOf(rig)
    const before = row !== undefined && isTerminal(row) ? JSON.stringify(row) : undefined
    await again(rig)
    // The person reloads the page: whatever was begun is not begun twice, whatever had ended stays as it ended.
    expect(rig.exchanges.length).toBeLessThanOrEqual(1)
    if (exchanged === 1) expect(rig.exchanges).toHaveLength(1)
    if (before !== undefined) expect(JSON.stringify(rowOf(rig))).toBe(before)

    expect(await closeWhatIsOpen(rig)).toEqual([])
    expect(violations(rig)).toEqual([])
  })
})

const countOf = async (place: Place): Promise<number> => {
  const rig = await begun()
  rig.throwing = { place, at: Number.POSITIVE_INFINITY, count: 0 }
  await again(rig)
  return rig.throwing.count
}
const thrown = await Promise.all(
  places.map(async (place) => Array.from({ length: await countOf(place) }, (_, at) => ({ place, at }))),
)

/** What is not awaited can still throw: entropy that is not there, a cipher that refuses, a clock that is not set. */
describe('a callback whose world throws at once', () => {
  it.each(thrown.flat())('$place, call $at', async ({ place, at }) => {
    const rig = await begun()
    rig.throwing = { place, at, count: 0 }
    const end = await again(rig)
    expect(rig.throwing.count).toBeGreaterThan(at)
    delete rig.throwing
    expect(end).toMatchObject({ end: 'refused', refusal: { code: 'internal-fault', detail: 'Error' } })
    await again(rig)
    expect(rig.exchanges.length).toBeLessThanOrEqual(1)
    expect(await closeWhatIsOpen(rig)).toEqual([])
    // The deed may say that something failed that should not fail, and that the audit trail did not get to hear of it.
    const allowed = /^(a deed threw|an audit trail is said to be lost)/
    expect(violations(rig).filter((found) => !allowed.test(found))).toEqual([])
  })
})
