import type { Acceptance, Vocabulary } from '../../../shared/domain/policy/service.ts'
import { doubtful, type Finding, listed, wrong } from '../finding.ts'
import { at, type Rule, suggesting } from './rule.ts'

/** A framework outside the vocabulary is never accepted, and a level is compared on its framework's own ladder only. */
export const trustFrameworks: Rule = (placed, { vocabulary }) =>
  (placed.act.accept ?? []).flatMap((accept, index) => [
    ...unknown(accept, at(placed, `accept[${index}].trustFrameworks`), vocabulary),
    ...levels(accept, at(placed, `accept[${index}].assuranceLevel`), vocabulary),
  ])

const ladderOf = (framework: string, { trustFrameworks }: Vocabulary): readonly string[] | undefined =>
  Object.hasOwn(trustFrameworks, framework) ? trustFrameworks[framework]?.levels : undefined

/** Neither build nor start go on with one, even where another framework beside it is known. */
const unknown = ({ trustFrameworks }: Acceptance, where: string, vocabulary: Vocabulary): Finding[] => {
  const strangers = trustFrameworks.filter((framework) => ladderOf(framework, vocabulary) === undefined)
  if (strangers.length === 0) return []
  return [
    wrong('framework-unknown', {
      where,
      expected: `frameworks of services/vocabulary.json: ${listed(Object.keys(vocabulary.trustFrameworks))}`,
      found: suggesting(strangers, Object.keys(vocabulary.trustFrameworks)),
      remedy: 'add it to the vocabulary with its levels, or correct its name; as it is, it is never accepted',
    }),
  ]
}

const levels = ({ trustFrameworks, assuranceLevel }: Acceptance, where: string, vocabulary: Vocabulary): Finding[] => {
  if (assuranceLevel === undefined) return []
  const known = trustFrameworks.filter((framework) => ladderOf(framework, vocabulary) !== undefined)
  const without = known.filter((framework) => !ladderOf(framework, vocabulary)?.includes(assuranceLevel.atLeast))
  if (without.length === 0) return []
  const say = without.length === known.length ? wrong : doubtful
  return [
    say('level-not-on-ladder', {
      where,
      expected: without.map((name) => `${name}: ${listed(ladderOf(name, vocabulary) ?? [])}`).join('; '),
      found: suggesting(
        [assuranceLevel.atLeast],
        without.flatMap((name) => ladderOf(name, vocabulary) ?? []),
      ),
      remedy: 'name a level of that ladder, or write a second entry of accept for the other framework',
    }),
  ]
}
