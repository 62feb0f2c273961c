/** The time, as an argument: no rule and no deed reads a clock of its own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
}
