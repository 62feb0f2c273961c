import * as z from 'zod'

/** What is read of a report of the mutation-testing-report-schema, which is Stryker's. */
export const reportSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          mutatorName: z.string(),
          replacement: z.string().optional(),
          status: z.string(),
          location: z.object({ start: place(), end: place() }),
        }),
      ),
    }),
  ),
})

function place() {
  return z.object({ line: z.number(), column: z.number() })
}

/** One mutant, named by its text, so that its name survives every change of other lines. */
export interface Mutant {
  readonly file: string
  /** The line it begins in, trimmed. */
  readonly line: string
  readonly from: string
  readonly to: string
  readonly at: string
  readonly status: string
}

/** A mutant that no test can notice, and why. */
export const equivalentSchema = z.strictObject({
  file: z.string(),
  line: z.string(),
  from: z.string(),
  to: z.string(),
  why: z.string().min(10),
})
export type Equivalent = z.infer<typeof equivalentSchema>

export const mutantsOf = ({ files }: z.infer<typeof reportSchema>): readonly Mutant[] =>
  Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n')
    return mutants.map(({ replacement = '', status, location: { start, end } }) => ({
      file,
      line: (lines[start.line - 1] ?? '').trim(),
      from: oneLine(between(lines, start, end)),
      to: oneLine(replacement),
      at: `${start.line}:${start.column}`,
      status,
    }))
  })

interface Place {
  readonly line: number
  readonly column: number
}

const between = (lines: readonly string[], start: Place, end: Place): string =>
  lines
    .slice(start.line - 1, end.line)
    .map((line, index, all) =>
      line.slice(index === 0 ? start.column - 1 : 0, index === all.length - 1 ? end.column - 1 : undefined),
    )
    .join('\n')

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

export interface Score {
  readonly mutants: number
  readonly killed: number
  readonly equivalent: number
  readonly survived: number
  /** Share of the mutants that can be noticed at all, in percent. */
  readonly score: number
}

/**
 * How many mutants the tests noticed, which they did not, and which entries of the list of equivalents name a mutant that was
 * noticed after all. Mutants that do not run (Stryker's errors) count as neither.
 */
export const judgeMutants = (
  mutants: readonly Mutant[],
  equivalents: readonly Equivalent[],
): { readonly score: Score; readonly survivors: readonly Mutant[]; readonly noticed: readonly Equivalent[] } => {
  const ran = mutants.filter(({ status }) => [...alive, ...dead].includes(status))
  const living = ran.filter(({ status }) => alive.includes(status))
  const excused = living.filter((mutant) => equivalents.some((equivalent) => names(equivalent, mutant)))
  const survivors = living.filter((mutant) => !excused.includes(mutant))
  const killed = ran.length - living.length
  const countable = killed + survivors.length
  return {
    score: {
      mutants: ran.length,
      killed,
      equivalent: excused.length,
      survived: survivors.length,
      score: countable === 0 ? 100 : Math.floor((killed / countable) * 1000) / 10,
    },
    survivors,
    noticed: equivalents.filter(
      (equivalent) =>
        mutants.some((mutant) => names(equivalent, mutant)) && !excused.some((mutant) => names(equivalent, mutant)),
    ),
  }
}

/** Entries of the list that name no mutant there is: the code they spoke of is gone. */
export const withoutMutant = (
  equivalents: readonly Equivalent[],
  mutants: readonly Mutant[],
): readonly Equivalent[] => {
  const files = new Set(mutants.map(({ file }) => file))
  return equivalents.filter(
    (equivalent) => files.has(equivalent.file) && !mutants.some((mutant) => names(equivalent, mutant)),
  )
}

const alive: readonly string[] = ['Survived', 'NoCoverage']
const dead: readonly string[] = ['Killed', 'Timeout']

const names = (equivalent: Equivalent, mutant: Mutant): boolean =>
  equivalent.file === mutant.file &&
  equivalent.line === mutant.line &&
  equivalent.from === mutant.from &&
  equivalent.to === mutant.to
