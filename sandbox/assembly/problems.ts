/** One thing in the assembly that this practice world does not understand. */
export interface Unknown {
  readonly stack: string
  /** Logical id of a resource, name of an output, … */
  readonly where: string
  /** Construct path as CDK wrote it, when it did. */
  readonly path?: string
  readonly what: string
}

const line = ({ stack, where, path, what }: Unknown): string =>
  `  ${stack} / ${where}${path === undefined ? '' : ` (${path})`}: ${what}`

/**
 * Thrown before anything is started: what would be deployed holds things that the practice world cannot act out.
 * Guessing would let practice and deployment drift apart in silence.
 */
export class UnknownInAssembly extends Error {
  readonly unknowns: readonly Unknown[]

  constructor(unknowns: readonly Unknown[]) {
    super(
      [
        'The template holds things that the practice world does not know, so it does not start.',
        'Teach it in sandbox/assembly/known/, or leave them out of the practice stage:',
        ...unknowns.map(line),
      ].join('\n'),
    )
    this.name = 'UnknownInAssembly'
    this.unknowns = unknowns
  }
}

/** The assembly cannot be read at all: a file is missing or is not what it should be. */
export class BrokenAssembly extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'BrokenAssembly'
  }
}
