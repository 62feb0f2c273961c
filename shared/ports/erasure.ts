/** What became of the rows of one person. */
export interface Swept {
  readonly sessions: number
  /** Kept claims, verified and plain, and how the person authenticated last. */
  readonly records: number
}

/**
 * Takes away what is kept about one subject of one service, and of nobody else. Both steps can be repeated; a crash between them
 * leaves rows that nobody can open. Throws `Fault('store-unavailable')`.
 */
export interface Erasure {
  /** Deletes the wrapped data key. `false`: there was none, or it is not this service's, which looks the same. */
  forgetKey(service: string, subject: string): Promise<boolean>
  /** Deletes sessions and rows, also those whose time was over and that were not swept yet. */
  sweep(service: string, subject: string): Promise<Swept>
}
