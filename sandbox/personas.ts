import { peopleWithGaps } from './personas/gaps.ts'
import { momentsFrom } from './personas/moments.ts'
import type { ActOfService, Outcome } from './personas/outcome.ts'
import type { Persona } from './personas/persona.ts'
import { verifiedPeople } from './personas/verified.ts'

export { type ActOfService, type Outcome, outcomes } from './personas/outcome.ts'
export type { Persona } from './personas/persona.ts'

/** What eSignet releases of a verification: all that was asked for, what its stock mock knows to say, or nothing (2.0). */
export type ReleasedMetadata = 'oidc4ida' | 'as-mock' | 'nothing'

/**
 * The stock mock names framework and time, never level, verifier or evidence. A rule about those is met by nobody, so the
 * bank's account opens for nobody, nor do benefits or a SIM card come to anybody; all other acts end as before.
 */
const metByNobodyAsMock: readonly ActOfService[] = [
  'omera-bank/open-account',
  'benefits/apply',
  'sim-registration/register-sim',
]

/** Where no verification is released, only an act without a rule about one goes through. */
const metByNobodyAtAll: readonly ActOfService[] = [...metByNobodyAsMock, 'visa/apply', 'clinic/register-patient']

const promising =
  (acts: readonly ActOfService[], outcome: Outcome, instead: readonly Outcome[]) =>
  (person: Persona): Persona => {
    const changed = acts.filter((act) => instead.includes(person.expects[act] ?? outcome))
    return { ...person, expects: { ...person.expects, ...Object.fromEntries(changed.map((act) => [act, outcome])) } }
  }

const asReleased: Readonly<Record<ReleasedMetadata, (person: Persona) => Persona>> = {
  oidc4ida: (person) => person,
  'as-mock': promising(metByNobodyAsMock, 're-verify', ['permit']),
  nothing: promising(metByNobodyAtAll, 're-verify', ['permit']),
}

/** The visa service refuses UserInfo that came in plain: whoever gets as far as a login ends there. */
const inPlain = promising(['visa/apply'], 'technical', ['permit', 're-verify'])

/**
 * The people of the practice world, all invented. Moments such as "verified 20 days ago" are computed from `now`.
 * The order is that of the start page: the two that tell the story first.
 *
 * @param encrypts whether eSignet encrypts UserInfo for a client that asks for it, which it does since release 1.8
 */
export const personas = (
  now: Date,
  released: ReleasedMetadata = 'oidc4ida',
  encrypts: boolean = true,
): readonly Persona[] => {
  const moments = momentsFrom(now)
  const [fresh, ...verified] = verifiedPeople(moments)
  const [standard, ...gaps] = peopleWithGaps(moments)
  const people = [fresh, standard, ...gaps, ...verified].filter((person) => person !== undefined)
  return people.map(asReleased[released]).map((person) => (encrypts ? person : inPlain(person)))
}
