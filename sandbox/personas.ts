import { peopleWithGaps } from './personas/gaps.ts'
import { momentsFrom } from './personas/moments.ts'
import type { Persona } from './personas/persona.ts'
import { verifiedPeople } from './personas/verified.ts'

export { type ActOfService, type Outcome, outcomes } from './personas/outcome.ts'
export type { Persona } from './personas/persona.ts'

/**
 * The people of the practice world, all invented. Moments such as "verified 20 days ago" are computed from `now`.
 * The order is that of the start page: the two that tell the story first.
 */
export const personas = (now: Date): readonly Persona[] => {
  const moments = momentsFrom(now)
  const [fresh, ...verified] = verifiedPeople(moments)
  const [standard, ...gaps] = peopleWithGaps(moments)
  return [fresh, standard, ...gaps, ...verified].filter((person) => person !== undefined)
}
