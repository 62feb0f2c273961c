import type { Verification } from '../verified-claims/verified-claims.ts'
import type { Acceptance, Equivalence, Vocabulary } from './service.ts'

/** A level of a framework that an object may be judged as having. */
export interface Standing {
  readonly framework: string
  readonly level: string | undefined
  /** Present where it is not the object's own, but declared to be as good. */
  readonly by?: Equivalence
}

type Worth = Pick<Verification, 'trustFramework' | 'assuranceLevel'>

/** Weakest first; nothing where the framework is unknown. A name such as `constructor` is no framework. */
export const ladderOf = (vocabulary: Vocabulary, framework: string): readonly string[] | undefined =>
  Object.hasOwn(vocabulary.trustFrameworks, framework) ? vocabulary.trustFrameworks[framework]?.levels : undefined

/** Whether a level is the wanted one or above it on the framework's own ladder; a level on no ladder reaches nothing. */
export const reaches = (
  vocabulary: Vocabulary,
  framework: string,
  level: string | undefined,
  wanted: string,
): boolean => {
  const ladder = ladderOf(vocabulary, framework)
  const least = ladder?.indexOf(wanted) ?? -1
  return ladder !== undefined && level !== undefined && least >= 0 && ladder.indexOf(level) >= least
}

/** As what an object is judged against one acceptance: as itself if that suffices, else as what it was declared to count as. */
export const standingFor = (accept: Acceptance, object: Worth, vocabulary: Vocabulary): Standing => {
  const own: Standing = { framework: object.trustFramework, level: object.assuranceLevel }
  const accepted = [own, ...declaredStandings(object, vocabulary)].filter(({ framework }) =>
    isAccepted(accept, framework, vocabulary),
  )
  return accepted.find((standing) => isHighEnough(accept, standing, vocabulary)) ?? accepted[0] ?? own
}

export const isAccepted = (accept: Acceptance, framework: string, vocabulary: Vocabulary): boolean =>
  accept.trustFrameworks.includes(framework) && ladderOf(vocabulary, framework) !== undefined

export const isHighEnough = (
  { assuranceLevel }: Acceptance,
  { framework, level }: Standing,
  vocabulary: Vocabulary,
): boolean => assuranceLevel === undefined || reaches(vocabulary, framework, level, assuranceLevel.atLeast)

/** One way and one step: what counts as something that counts as a third does not count as the third. */
const declaredStandings = (object: Worth, vocabulary: Vocabulary): Standing[] =>
  (vocabulary.equivalences ?? [])
    .filter(
      ({ framework, level }) =>
        framework === object.trustFramework && reaches(vocabulary, framework, object.assuranceLevel, level),
    )
    .map((by) => ({ framework: by.countsAs.framework, level: by.countsAs.level, by }))
