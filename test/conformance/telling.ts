import { describe, expect, inject, it } from 'vitest'
import { attempt } from '../../sandbox/torture/attempt.ts'
import { judge } from '../../sandbox/torture/judge.ts'
import { meetPracticeWorld } from '../../sandbox/torture/practice-world.ts'

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

/**
 * eSignet tells this lie, in every way it knows, while somebody logs in. Each time the login must end as expected: the code in
 * the address, in the one audit event and in the row of the login; no session, no claims, no further question to eSignet; and
 * no code, state, token, assertion or claim value in a log, an address or a page.
 */
export const lie = (rows: string, name: string, { as, ends = 'permit', ways }: Expected): void => {
  describe.runIf(home !== '')(`${rows} ${name} → ${as}`, () => {
    it.each(ways.map((way) => ({ way })))('$way', async ({ way }) => {
      const world = await met
      const told = world?.lies.find((each) => each.name === name)
      if (world === undefined || told === undefined) throw new Error(`there is no lie named ${name}`)
      expect([...told.variants].sort(), 'ways of telling it').toEqual([...ways].sort())
      const seen = await attempt(world, told, way)
      expect(judge({ ...told, refusedAs: as, endsAs: ends }, seen)).toEqual([])
    })
  })
}

/** The same while AWS fails around the functions. */
export const fault = lie
