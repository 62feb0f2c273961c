import { holdsIn, inWords } from './conditions.ts'
import type { Context } from './decision.ts'
import { type Finding, finding } from './requirement.ts'
import type { Act, RiskRule } from './service.ts'

/** An act as it stands under the circumstances of one request. */
export interface ActInContext {
  readonly act: Act
  /** Where each member that is judged was written down, for the `rule` of a requirement. */
  readonly paths: { readonly acrAnyOf: string; readonly maxAge: string; readonly accept: string }
  /** Which rule applied, if any. */
  readonly findings: readonly Finding[]
  /** The rule itself is the outcome, and nothing else is judged. */
  readonly ends: boolean
}

const ownPaths = { acrAnyOf: 'authentication.acrAnyOf', maxAge: 'authentication.maxAge', accept: 'accept' } as const

/** The first risk rule whose conditions all hold takes the place of the act's own members; none holds: the act as it is. */
export const actInContext = (act: Act, context: Context): ActInContext => {
  const index = act.risk?.findIndex(({ when }) => holdsIn(when, context)) ?? -1
  const rule = act.risk?.[index]
  return rule === undefined ? { act, paths: ownPaths, findings: [], ends: false } : under(act, rule, `risk[${index}]`)
}

const under = (act: Act, rule: RiskRule, path: string): ActInContext => ({
  act: {
    ...act,
    authentication: { ...act.authentication, ...rule.authentication },
    ...(rule.accept === undefined ? {} : { accept: rule.accept }),
  },
  paths: {
    acrAnyOf: rule.authentication?.acrAnyOf === undefined ? ownPaths.acrAnyOf : `${path}.${ownPaths.acrAnyOf}`,
    maxAge: rule.authentication?.maxAge === undefined ? ownPaths.maxAge : `${path}.${ownPaths.maxAge}`,
    accept: rule.accept === undefined ? ownPaths.accept : `${path}.${ownPaths.accept}`,
  },
  findings: [applied(rule, path)],
  ends: rule.outcome !== undefined,
})

const applied = ({ when, outcome }: RiskRule, path: string): Finding => {
  const circumstances = inWords(when)
  return outcome === undefined
    ? finding(path, 'deny', { expected: `more where ${circumstances}`, actual: circumstances, pass: true })
    : finding(path, outcome, { expected: `anything but ${circumstances}`, actual: circumstances, pass: false })
}
