import { peopleWithGaps } from './personas/gaps.ts'
import { momentsFrom } from './personas/moments.ts'
import type { Persona } from './personas/persona.ts'
import { verifiedPeople } from './personas/verified.ts'

export { type ActOfService, type Outcome, outcomes } from './personas/outcome.ts'
export type { Persona } from './personas/persona.ts'

/** What eSignet releases with verified claims: everything that was asked for, or what its stock mock knows to say. */
export type ReleasedMetadata = 'oidc4ida' | 'as-mock'

/**
 * The stock mock names framework and time, never level, verifier or evidence. A rule about those is met by nobody, so the
 * bank's account opens for nobody; all other acts end as before.
 */
const asMock = (person: Persona): Persona => {
  const opens = person.expects['omera-bank/open-account'] === 'permit'
  return opens ? { ...person, expects: { ...person.expects, 'omera-bank/open-account': 're-verify' } } : person
}

/**
 * The people of the practice world, all invented. Moments such as "verified 20 days ago" are computed from `now`.
 * The order is that of the start page: the two that tell the story first.
 */
export const personas = (now: Date, released: ReleasedMetadata = 'oidc4ida'): readonly Persona[] => {
  const moments = momentsFrom(now)
  const [fresh, ...verified] = verifiedPeople(moments)
  const [standard, ...gaps] = peopleWithGaps(moments)
  const people = [fresh, standard, ...gaps, ...verified].filter((person) => person !== undefined)
  return released === 'as-mock' ? people.map(asMock) : people
}
