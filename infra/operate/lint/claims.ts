import { sourceOf } from '../../../shared/domain/claims/derived-claims.ts'
import type { Wish } from '../../../shared/domain/policy/service.ts'
import { doubtful, type Finding, listed, wrong } from '../finding.ts'
import { at, type Ground, type Rule, suggesting } from './rule.ts'

/** A claim that is not registered is left out without a word, and one the deployment does not know cannot be registered. */
export const claims: Rule = (placed, ground) => [
  ...judge(placed.act.claims ?? {}, at(placed, 'claims'), ground),
  ...(placed.act.accept ?? []).flatMap((accept, index) =>
    judge(accept.claims, at(placed, `accept[${index}].claims`), ground),
  ),
]

const judge = (wishes: Readonly<Record<string, Wish>>, where: string, { release }: Ground): Finding[] => {
  const { names, open } = release.rules.claims
  const strangers = Object.keys(wishes).filter((claim) => !names.includes(sourceOf(claim)))
  if (strangers.length === 0) return []
  const details = { where, found: suggesting(strangers, names) }
  return open
    ? [
        doubtful('claim-not-in-default', {
          ...details,
          expected: `claims of the default configuration of eSignet ${release.name}`,
          remedy: 'ask the operator to add it to the claims of the deployment before registering',
        }),
      ]
    : [
        wrong('claim-not-registrable', {
          ...details,
          expected: `claims a client of eSignet ${release.name} may register: ${listed(names)}`,
          remedy: 'leave it out or ask for another one; the list of this release is closed',
        }),
      ]
}
