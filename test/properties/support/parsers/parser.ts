import fc from 'fast-check'

export interface Fuzzed {
  readonly parser: string
  readonly iterations: number
  /** Threw where a value was promised. */
  readonly crashes: number
  /** Accepted what the slow check refuses, or refused what it accepts, or read it differently. */
  readonly wrong: number
  /** Calls that took longer than `slow` milliseconds. */
  readonly slow: number
  readonly report: string | undefined
}

export interface ParserProperty {
  readonly parser: string
  /** Its part of all iterations. */
  readonly share: number
  fuzz(iterations: number, seed?: number): Promise<Fuzzed>
}

/** No honest input takes a parser this long, and no dishonest one may (milliseconds). */
const slow = 5

class Crash extends Error {
  override readonly name = 'Crash'
}

/**
 * One parser, inputs of every kind for it, and an independent slow check of each answer: `judge` says what is wrong with it, or
 * nothing. What the parser may throw, it throws as a value of `parse`.
 */
export const parserProperty = <Input, Output>(of: {
  readonly parser: string
  readonly share: number
  readonly inputs: fc.Arbitrary<Input>
  readonly parse: (input: Input) => Output | Promise<Output>
  readonly judge: (input: Input, output: Output) => string | undefined
}): ParserProperty => ({
  parser: of.parser,
  share: of.share,
  fuzz: async (iterations, seed) => {
    let slowCalls = 0
    let run = 0
    const property = fc.asyncProperty(of.inputs, async (input) => {
      run += 1
      const started = performance.now()
      const output = await parsed(() => of.parse(input))
      if (performance.now() - started > slow) slowCalls += 1
      const wrong = of.judge(input, output)
      if (wrong !== undefined) throw new Error(wrong)
    })
    const details = await fc.check<[Input]>(property, { numRuns: iterations, ...(seed === undefined ? {} : { seed }) })
    const crashed = details.failed && details.errorInstance instanceof Crash
    return {
      parser: of.parser,
      iterations: run,
      crashes: crashed ? 1 : 0,
      wrong: details.failed && !crashed ? 1 : 0,
      slow: slowCalls,
      report: details.failed ? fc.defaultReportMessage(details) : undefined,
    }
  },
})

const parsed = async <Output>(parse: () => Output | Promise<Output>): Promise<Output> => {
  try {
    const output = parse()
    return output instanceof Promise ? await output : output
  } catch (error) {
    throw new Crash(error instanceof Error ? `${error.name}: ${error.message}` : String(error), { cause: error })
  }
}

/** Texts glued together from pieces that mean something to the parser, and from any characters at all. */
export const gluedFrom = (pieces: readonly string[], most = 12): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 4 }) },
      ),
      { maxLength: most },
    )
    .map((parts) => parts.join(''))

/** A good text with one thing changed, which is how most hostile ones are made. */
export const oneChange = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat({ max: text.length }),
      fc.nat({ max: 2 }),
      fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom(...'=.\n\r\t %+/-_')),
    )
    .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length))
