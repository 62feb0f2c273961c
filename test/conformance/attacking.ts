import { describe, expect, inject, it } from 'vitest'
import { attacks } from '../../sandbox/attacks/index.ts'
import { judgeStrike } from '../../sandbox/torture/judge-strike.ts'
import { meetPracticeWorld } from '../../sandbox/torture/practice-world.ts'
import { strike } from '../../sandbox/torture/strike.ts'

const home = inject('home')
const met = home === '' ? undefined : meetPracticeWorld(home)

interface Expected {
  /** A refusal code, `accepted`, or what API Gateway answers by itself. */
  readonly as: string
  /** Every way in which it is done. */
  readonly ways: readonly string[]
}

/**
 * Somebody does this at our own doors, in every way. Each time every answer must say the expected code, and nothing may be left
 * but what the attack says: no session, no claims, no call of eSignet that it does not name, and no code, state, token or claim
 * value in a log, an address or a page.
 */
export const attack = (rows: string, name: string, { as, ways }: Expected): void => {
  describe.runIf(home !== '')(`${rows} ${name} → ${as}`, () => {
    const known = attacks.find((each) => each.name === name)
    it.each(ways.map((way) => ({ way })))('$way', async ({ way }) => {
      const world = await met
      if (world === undefined || known === undefined) throw new Error(`there is no attack named ${name}`)
      expect(Object.keys(known.ways).sort(), 'ways of doing it').toEqual([...ways].sort())
      expect(judgeStrike({ ...known, answeredAs: as }, await strike(world, known, way))).toEqual([])
    })
  })
}
