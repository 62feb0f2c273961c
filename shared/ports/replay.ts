/**
 * Ids of things that may be used once: assertions and proofs. Throws `Fault('store-unavailable')` when the store does not
 * answer; then nothing was accepted.
 */
export interface Replay {
  /**
   * Spends an id: `fresh` for the one caller who comes first, `spent` for everybody else, however many ask at once. Safe to
   * repeat after an ambiguous answer of the store: the same `attempt` is fresh again.
   *
   * @param id unique in the whole store; `rememberUntil` epoch seconds, after which the thing is too old to be used anyway
   */
  spend(use: {
    readonly id: string
    readonly rememberUntil: number
    readonly attempt: string
  }): Promise<'fresh' | 'spent'>
}
