import { Sentence } from '../build/sentence.mjs'

/** Where a command speaks to, and what time it is there: epoch milliseconds. Results go to `out`, remarks about them to `err`. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  now(): number
}

export interface Command {
  /** As it is typed: `doctor`, `keys export`. */
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  readonly help: string
  /**
   * @returns the exit status: 0 when nothing is wrong, 1 otherwise
   * @throws BadArguments when the arguments cannot be used, Sentence when something else stands in the way
   */
  run(args: readonly string[], terminal: Terminal): Promise<number>
}

/** The command line itself is wrong; ends with status 2. */
export class BadArguments extends Sentence {}
