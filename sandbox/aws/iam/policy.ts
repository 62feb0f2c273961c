/**
 * A policy as the evaluator sees it: every element understood, every operator known.
 * `parsePolicy` (policy-document.ts) is the only maker; what it does not understand it refuses, so nothing is ever skipped.
 */
export type Operator =
  | 'StringEquals'
  | 'StringNotEquals'
  | 'StringEqualsIgnoreCase'
  | 'StringNotEqualsIgnoreCase'
  | 'StringLike'
  | 'StringNotLike'
  | 'ArnEquals'
  | 'ArnNotEquals'
  | 'ArnLike'
  | 'ArnNotLike'
  | 'NumericEquals'
  | 'NumericNotEquals'
  | 'NumericLessThan'
  | 'NumericLessThanEquals'
  | 'NumericGreaterThan'
  | 'NumericGreaterThanEquals'
  | 'DateEquals'
  | 'DateNotEquals'
  | 'DateLessThan'
  | 'DateLessThanEquals'
  | 'DateGreaterThan'
  | 'DateGreaterThanEquals'
  | 'Bool'
  | 'Null'

export interface Condition {
  readonly operator: Operator
  /** `ForAllValues:` or `ForAnyValue:`; absent for a key with one value. */
  readonly quantifier?: 'all' | 'any'
  readonly ifExists: boolean
  /** Lower case: IAM compares the names of condition keys without regard to case. */
  readonly key: string
  readonly values: readonly string[]
}

export interface Patterns {
  /** True for NotAction and NotResource. */
  readonly negated: boolean
  readonly patterns: readonly string[]
}

/** Whom a key policy speaks of. `account` is the account's root: in a key policy it means "as the account's IAM policies say". */
export type PolicyPrincipal =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'arn'; readonly arn: string }
  | { readonly kind: 'service'; readonly service: string }

export interface Statement {
  readonly sid?: string
  readonly effect: 'Allow' | 'Deny'
  readonly principals: readonly PolicyPrincipal[]
  readonly actions: Patterns
  readonly resources: Patterns
  readonly conditions: readonly Condition[]
}

export interface Policy {
  readonly kind: 'identity' | 'key'
  readonly statements: readonly Statement[]
}

/** What a request says about itself, by lower-case condition key. A key that is absent here is absent for IAM. */
export type RequestContext = ReadonlyMap<string, readonly string[]>

export interface Caller {
  /** `arn:aws:iam::<account>:role/<name>` */
  readonly roleArn: string
  /** `arn:aws:sts::<account>:assumed-role/<name>/<session>`, the form AWS names in its messages. */
  readonly sessionArn: string
  readonly accountId: string
}

export interface AccessRequest {
  readonly caller: Caller
  readonly action: string
  readonly resource: string
  readonly context: RequestContext
}

/** A policy that says something this evaluator does not understand: loading it would mean ignoring part of it. */
export class PolicyRefusedError extends Error {
  readonly reasons: readonly string[]

  constructor(name: string, reasons: readonly string[]) {
    super(`policy ${name} is refused, because ignoring any part of it would be a lie:\n- ${reasons.join('\n- ')}`)
    this.name = 'PolicyRefusedError'
    this.reasons = reasons
  }
}
