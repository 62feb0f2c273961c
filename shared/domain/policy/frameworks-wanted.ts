import { sourceOf } from '../claims/derived-claims.ts'
import { isHighEnough, ladderOf, reaches } from './counts-as.ts'
import type { EvidenceWish } from './evidence-request.ts'
import { knownVerifiers } from './judge-acceptance.ts'
import type { Acceptance, Vocabulary, Wish } from './service.ts'

/** One acceptance to be asked for. */
export interface WantedAcceptance {
  readonly accept: Acceptance
  /** We have it at too low a level: the same again is no help, so the level is said. */
  readonly tooLow: boolean
}

/** All that is wanted under one framework, or under several of which the same is wanted. */
export interface WantedEntry {
  readonly frameworks: readonly string[]
  /** Levels that would do; nothing: any level, because we want to see what there is. */
  readonly levels: readonly string[] | undefined
  readonly claims: Readonly<Record<string, Wish>>
  readonly evidence: readonly EvidenceWish[]
}

/**
 * Turns acceptances, which name frameworks, into entries of a request, in which no framework stands twice: what several want
 * under one framework is asked for together, and comes in one object that serves them all.
 */
export const frameworksWanted = (
  acceptances: readonly WantedAcceptance[],
  vocabulary: Vocabulary,
): readonly WantedEntry[] => {
  const named = acceptances.map((wanted) => ({ wanted, frameworks: servingFrameworks(wanted.accept, vocabulary) }))
  const all = [...new Set(named.flatMap(({ frameworks }) => frameworks))]
  const groups = new Map<string, WantedEntry>()
  for (const framework of all) {
    const wanting = named.filter(({ frameworks }) => frameworks.includes(framework)).map(({ wanted }) => wanted)
    const entry = entryOf(framework, wanting, vocabulary)
    const key = JSON.stringify([named.map(({ frameworks }) => frameworks.includes(framework)), entry.levels])
    const same = groups.get(key)
    groups.set(key, same === undefined ? entry : together(same, entry))
  }
  return [...groups.values()]
}

/** Those an acceptance names, and those an operator declared to count as one of them. */
const servingFrameworks = (accept: Acceptance, vocabulary: Vocabulary): readonly string[] => [
  ...new Set([
    ...accept.trustFrameworks,
    ...(vocabulary.equivalences ?? [])
      .filter(
        ({ countsAs }) =>
          accept.trustFrameworks.includes(countsAs.framework) && isHighEnough(accept, countsAs, vocabulary),
      )
      .map(({ framework }) => framework),
  ]),
]

const entryOf = (framework: string, wanting: readonly WantedAcceptance[], vocabulary: Vocabulary): WantedEntry => ({
  frameworks: [framework],
  levels: wanting.every(({ tooLow }) => tooLow) ? levelsFor(framework, wanting, vocabulary) : undefined,
  claims: strongest(wanting.map(({ accept }) => accept.claims)),
  evidence: wanting.map(({ accept }) => ({
    accept,
    byVerifier: accept.verifiers !== undefined || knownVerifiers(vocabulary, framework) !== undefined,
  })),
})

/** The same acceptances want both; only who may have verified can differ. */
const together = (one: WantedEntry, other: WantedEntry): WantedEntry => ({
  ...one,
  frameworks: [...one.frameworks, ...other.frameworks],
  evidence: [...one.evidence, ...other.evidence],
})

/** eSignet refuses a constraint with a value of fewer characters. */
export const shortestValue = 3

/** Where a level has a name too short to be sent, none is said. */
const levelsFor = (
  framework: string,
  wanting: readonly WantedAcceptance[],
  vocabulary: Vocabulary,
): readonly string[] | undefined => {
  const levels = (ladderOf(vocabulary, framework) ?? []).filter((level) =>
    wanting.some(({ accept }) => serves(accept, framework, level, vocabulary)),
  )
  return levels.length === 0 || levels.some((level) => level.length < shortestValue) ? undefined : levels
}

const serves = (accept: Acceptance, framework: string, level: string, vocabulary: Vocabulary): boolean =>
  (accept.trustFrameworks.includes(framework) && isHighEnough(accept, { framework, level }, vocabulary)) ||
  (vocabulary.equivalences ?? []).some(
    (equivalence) =>
      equivalence.framework === framework &&
      accept.trustFrameworks.includes(equivalence.countsAs.framework) &&
      reaches(vocabulary, framework, level, equivalence.level) &&
      isHighEnough(accept, equivalence.countsAs, vocabulary),
  )

/** Each claim once, by the name under which it is sent; essential wherever anything needs it. */
export const strongest = (wishes: readonly Readonly<Record<string, Wish>>[]): Readonly<Record<string, Wish>> => {
  const all = new Map<string, Wish>()
  for (const [name, wish] of wishes.flatMap((each) => Object.entries(each)))
    if (all.get(sourceOf(name)) !== 'essential') all.set(sourceOf(name), wish)
  return Object.fromEntries(all)
}
