import { sourceOf } from '../claims/derived-claims.ts'
import type { Verification } from '../verified-claims/verified-claims.ts'
import { actInContext } from './act-in-context.ts'
import { decide } from './decide.ts'
import type { Facts } from './decision.ts'
import type { Act, Vocabulary } from './service.ts'

/** Which claims leave, by name, derived ones included: those of plain claims, and those of each verification by its id. */
export interface Release {
  readonly plain: readonly string[]
  readonly verified: ReadonlyMap<string, readonly string[]>
}

/**
 * What an act releases that was permitted: the claims it names and no others. From a verification only those of the alternatives
 * that it satisfies whole, and none that another verification contradicts. What the act wants plainly and what came verified,
 * which a provider then leaves out of the plain ones, leaves with the verification it is part of. `now` is epoch milliseconds.
 */
export const releaseOf = (act: Act, facts: Facts, vocabulary: Vocabulary, now: number): Release => {
  const { act: inContext } = actInContext(act, {})
  const plain = Object.keys(inContext.claims ?? {})
  const cameVerified = plain.filter((name) => !facts.claimNames.includes(sourceOf(name)))
  const satisfied = satisfiedNames(inContext, facts, vocabulary, now)
  const verified = facts.verifications.flatMap((object): [string, readonly string[]][] => {
    const own = satisfied.get(object.id)
    const names = [...new Set([...(own ?? []), ...cameVerified])].filter((name) => isSettled(object, sourceOf(name)))
    return own === undefined && names.length === 0 ? [] : [[object.id, names]]
  })
  return { plain, verified: new Map(verified) }
}

const isSettled = ({ claimNames, conflicts = [] }: Verification, claim: string): boolean =>
  claimNames.includes(claim) && !conflicts.includes(claim)

/** By id of a verification: the claims of every alternative it satisfies. */
const satisfiedNames = (
  { authentication, accept: alternatives = [] }: Act,
  facts: Facts,
  vocabulary: Vocabulary,
  now: number,
): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, readonly string[]>()
  for (const accept of alternatives) {
    const { satisfiedBy } = decide({ authentication, accept: [accept] }, facts, vocabulary, now)
    for (const { id } of satisfiedBy) names.set(id, [...(names.get(id) ?? []), ...Object.keys(accept.claims)])
  }
  return names
}
