import { conditionHolds } from './conditions.ts'
import { escapeWildcards, matchesAction, matchesArn } from './pattern.ts'
import type { AccessRequest, Caller, Patterns, Policy, Statement } from './policy.ts'
import { fillIn } from './variables.ts'

/** The answer to one request, with the reason AWS gives in its message. */
export type Verdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false
      readonly why: 'explicit-deny' | 'no-allow'
      readonly policyType: 'identity-based' | 'resource-based'
    }

/**
 * Decides by IAM's rules within one account: an explicit deny anywhere wins; otherwise something must allow.
 *
 * With a key policy, KMS's own rule applies: the role's policies count only when the key policy hands the decision to the
 * account (a statement for the account's root); a statement that names the role itself allows on its own.
 */
export function evaluate(request: AccessRequest, identity: readonly Policy[], keyPolicy?: Policy): Verdict {
  if (identity.some((policy) => applies(policy, 'Deny', request) !== 'no'))
    return { allowed: false, why: 'explicit-deny', policyType: 'identity-based' }
  if (keyPolicy && applies(keyPolicy, 'Deny', request) !== 'no')
    return { allowed: false, why: 'explicit-deny', policyType: 'resource-based' }
  const allowedByRole = identity.some((policy) => applies(policy, 'Allow', request) !== 'no')
  if (!keyPolicy) return allowedByRole ? { allowed: true } : refuse('identity-based')
  const byKey = applies(keyPolicy, 'Allow', request)
  if (byKey === 'directly' || (byKey === 'by-account' && allowedByRole)) return { allowed: true }
  return refuse(byKey === 'by-account' ? 'identity-based' : 'resource-based')
}

const refuse = (policyType: 'identity-based' | 'resource-based'): Verdict => ({
  allowed: false,
  why: 'no-allow',
  policyType,
})

type Reach = 'no' | 'by-account' | 'directly'

/** The farthest reach that a policy's statements of one effect have over this request. */
function applies(policy: Policy, effect: Statement['effect'], request: AccessRequest): Reach {
  let farthest: Reach = 'no'
  for (const statement of policy.statements) {
    if (statement.effect !== effect) continue
    const reach = policy.kind === 'identity' ? 'directly' : reachOf(statement, request.caller)
    if (reach === 'no' || !covers(statement, request)) continue
    if (reach === 'directly') return reach
    farthest = reach
  }
  return farthest
}

function reachOf(statement: Statement, caller: Caller): Reach {
  let farthest: Reach = 'no'
  for (const principal of statement.principals) {
    if (principal.kind === 'everyone') return 'directly'
    if (principal.kind === 'arn' && (principal.arn === caller.roleArn || principal.arn === caller.sessionArn))
      return 'directly'
    if (principal.kind === 'account' && principal.accountId === caller.accountId) farthest = 'by-account'
  }
  return farthest
}

function covers(statement: Statement, request: AccessRequest): boolean {
  if (!coversAction(statement.actions, request.action)) return false
  if (!coversResource(statement, request)) return false
  return statement.conditions.every((condition) => {
    // A variable without a value makes an Allow inapplicable; a Deny stays in force, because doubt must not widen access.
    return conditionHolds(condition, request.context) ?? statement.effect === 'Deny'
  })
}

const coversAction = (actions: Patterns, action: string): boolean =>
  actions.patterns.some((pattern) => matchesAction(pattern, action)) !== actions.negated

function coversResource(statement: Statement, request: AccessRequest): boolean {
  const { patterns, negated } = statement.resources
  const filled = patterns.map((pattern) => fillIn(pattern, request.context, escapeWildcards))
  const matched = filled.some((pattern) => pattern !== undefined && matchesArn(pattern, request.resource))
  const doubtful = filled.includes(undefined)
  if (doubtful && !matched) return negated ? statement.effect === 'Deny' : false
  return matched !== negated
}
