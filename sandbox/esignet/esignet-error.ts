/** One refusal: eSignet's internal code, and the text beside it (the code itself for business errors). */
export interface Refusal {
  readonly errorCode: string
  readonly errorMessage: string
}

/** Thrown by a rule; each door words it in its own style (facts: three different error styles). */
export class EsignetError extends Error {
  readonly refusals: readonly Refusal[]

  constructor(refusals: string | readonly Refusal[]) {
    const list = typeof refusals === 'string' ? [{ errorCode: refusals, errorMessage: refusals }] : refusals
    super(list.map((refusal) => refusal.errorCode).join(', '))
    this.name = 'EsignetError'
    this.refusals = list
  }

  /** The first code, the only one the OAuth doors show. */
  get code(): string {
    return this.refusals[0]?.errorCode ?? 'unknown_error'
  }
}

/** A field of the request body that breaks its rule: `request.scope: invalid_scope`. */
export function fieldRefusal(field: string, errorCode: string): Refusal {
  return { errorCode, errorMessage: `request.${field}: ${errorCode}` }
}
