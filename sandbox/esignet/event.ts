/** Who knocked: a person's browser, a relying party's server, or the operator of the practice world. */
export type Caller = 'browser' | 'relying-party' | 'operator'

/** One HTTP call or one decision. Never carries a code, token, assertion, claim value or number of a person. */
export interface EsignetEvent {
  /** ISO 8601 instant. */
  readonly at: string
  /** Which door, by its own name: `token`, `par`, `authenticate` … */
  readonly door: string
  /** `ok`, an eSignet error code, an HTTP status, or the name of a decision such as `acr-fallback`. */
  readonly outcome: string
  readonly who: Caller
}
