import type { RiskRule } from '../../../shared/domain/policy/service.ts'
import { doubtful, type Finding, listed, wrong } from '../finding.ts'
import { implies, impossible } from './conditions.ts'
import { at, type Rule } from './rule.ts'

/** The first rule that matches wins: one that cannot match, or comes after a wider one, is never looked at. */
export const riskRules: Rule = (placed) => {
  const rules = placed.act.risk ?? []
  return rules.flatMap((rule, index) => {
    const where = at(placed, `risk[${index}]`)
    const never = neverMatches(rule, where)
    return [...never, ...(never.length > 0 ? [] : shadowed(rules, index, where)), ...halfUnread(rule, where)]
  })
}

const neverMatches = ({ when }: RiskRule, where: string): Finding[] =>
  Object.entries(when).flatMap(([name, condition]) => {
    const why = impossible(condition)
    if (why === undefined) return []
    return [
      wrong('risk-rule-never-matches', {
        where: `${where}.when.${name}`,
        expected: 'a condition that some value meets',
        found: why,
        remedy: 'correct the condition, or write two rules',
      }),
    ]
  })

const shadowed = (rules: readonly RiskRule[], index: number, where: string): Finding[] => {
  const rule = rules[index]
  const first = rules.slice(0, index).findIndex((earlier) => rule !== undefined && covers(earlier, rule))
  if (first < 0) return []
  return [
    wrong('risk-rule-shadowed', {
      where,
      expected: 'circumstances that no earlier rule takes',
      found: `risk[${first}] holds whenever this one does`,
      remedy: 'put the narrower rule first',
    }),
  ]
}

const covers = (wide: RiskRule, narrow: RiskRule): boolean =>
  Object.entries(wide.when).every(([name, condition]) => {
    const other = Object.hasOwn(narrow.when, name) ? narrow.when[name] : undefined
    return other !== undefined && implies(other, condition)
  })

/** An outcome ends the judging; what stands beside it is not looked at. */
const halfUnread = ({ outcome, authentication, accept }: RiskRule, where: string): Finding[] => {
  const beside = [
    ...(authentication === undefined ? [] : ['authentication']),
    ...(accept === undefined ? [] : ['accept']),
  ]
  if (outcome === undefined || beside.length === 0) return []
  return [
    doubtful('risk-rule-half-unread', {
      where,
      expected: `${outcome} alone, or what is wanted instead`,
      found: `${outcome}, with ${listed(beside)}, which then is not looked at`,
      remedy: 'leave one of them out',
    }),
  ]
}
