import { describe, expect, inject, it } from 'vitest'
import { type Attempt, attempt, calledTooMuch } from '../../sandbox/torture/attempt.ts'
import { type ActiveLie, meetPracticeWorld } from '../../sandbox/torture/practice-world.ts'

const home = inject('home')
const met = home === '' ? undefined : meetPracticeWorld(home)
interface Expected {
  /** A refusal code, or `accepted`. */
  readonly as: string
  /** How the act ends, when accepted; default `permit`. */
  readonly ends?: string
  /** Every way in which the lie is told. */
  readonly ways: readonly string[]
}

/** eSignet tells this lie, in every way it knows, while somebody logs in; each time the login must end as expected. */
export const lie = (row: string, name: string, { as, ends = 'permit', ways }: Expected): void => {
  describe.runIf(home !== '')(`${row} ${name} → ${as}`, () => {
    it.each(ways.map((way) => ({ way })))('$way', async ({ way }) => {
      const world = await met
      const told = world?.lies.find((each) => each.name === name)
      if (world === undefined || told === undefined) throw new Error(`there is no lie named ${name}`)
      expect(told.variants, 'ways of telling it').toEqual(expect.arrayContaining([...ways]))
      expect(told.variants).toHaveLength(ways.length)
      const seen = await attempt(world, told, way)
      expect(seen.told, 'times told').toBeGreaterThan(0)
      if (as === 'accepted') accepted(seen, ends)
      else refused(told, seen, as)
      expect(calledTooMuch(told, seen), 'calls to eSignet').toEqual([])
      expect(seen.canaries, 'log lines and audit events with a secret').toBe(0)
      expect(seen.shown, 'secrets in what the browser got').toEqual([])
    })
  })
}

const accepted = (seen: Attempt, ends: string): void => {
  expect(seen).toMatchObject({ refusedAs: undefined, sessionCookie: true, outcome: ends })
  expect(seen).toMatchObject({ sessions: 1, audit: { [`login-completed ${ends}`]: 1 } })
}

/** One code everywhere, one audit event, nothing kept. */
const refused = ({ leaves }: ActiveLie, seen: Attempt, code: string): void => {
  expect(seen).toMatchObject({ refusedAs: code, sessionCookie: false })
  expect(seen.audit, 'audit events').toEqual({ [`login-refused ${code}`]: 1 })
  const row = { failed: { [`FAILED ${code}`]: 1 }, 'still-pending': { PENDING: 1 }, 'never-begun': {}, done: {} }
  expect(seen.logins, 'logins').toEqual(row[leaves])
  expect(seen, 'kept').toMatchObject({ sessions: 0, claims: 0 })
}
