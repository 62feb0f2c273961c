import { doubtful, listed } from '../finding.ts'
import { at, type Rule, suggesting } from './rule.ts'

/** A trust list may name whom it likes; one that the frameworks' own lists do not have is more often a slip. */
export const verifiers: Rule = (placed, { vocabulary }) =>
  (placed.act.accept ?? []).flatMap(({ trustFrameworks, verifiers: named }, index) => {
    const lists = trustFrameworks.map((name) =>
      Object.hasOwn(vocabulary.trustFrameworks, name) ? vocabulary.trustFrameworks[name]?.verifiers : undefined,
    )
    // A framework without a list knows anybody.
    const known = lists.flatMap((list) => list ?? [])
    const strangers = lists.includes(undefined) ? [] : (named ?? []).filter((verifier) => !known.includes(verifier))
    if (strangers.length === 0) return []
    return [
      doubtful('verifier-unknown', {
        where: at(placed, `accept[${index}].verifiers`),
        expected: `verifiers of ${listed(trustFrameworks)} in the vocabulary: ${listed(known)}`,
        found: suggesting(strangers, known),
        remedy: 'correct it, or add the verifier to the vocabulary',
      }),
    ]
  })
