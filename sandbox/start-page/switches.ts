import type { Outcome } from '../personas.ts'
import { otherwiseAt, sortWays } from '../tampering/at-release.ts'
import type { Errand, Lie, LieEnding } from '../tampering/lie.ts'
import type { Practice } from './practice-doors.ts'

/** How a login ends in some ways of a switch. */
export interface Expectation {
  readonly refusedAs: string
  /** How the act ends, when the login is accepted. */
  readonly endsAs: string
  readonly ways: readonly string[]
}

/** What one button of the start page switches on: a lie of eSignet, or a failure around the functions. */
export interface Switch {
  readonly name: string
  readonly rows: readonly string[]
  readonly says: string
  readonly during: Errand
  /** What is expected in each way; alike in all, most of the time. */
  readonly expected: readonly Expectation[]
  readonly ways: readonly string[]
  /** The door at which eSignet tells a lie; absent for a failure. */
  readonly door?: string
  /** The service of AWS that fails; absent for a lie. */
  readonly service?: string
}

type Ending = Pick<LieEnding, 'refusedAs' | 'endsAs'>

type Offered = Pick<Lie, 'name' | 'rows' | 'says' | 'during' | 'notAt' | 'at' | 'refusedAs' | 'endsAs'>

const grouped = (ways: readonly string[], endingOf: (way: string) => Ending): readonly Expectation[] => {
  const groups = new Map<string, Expectation>()
  for (const way of ways) {
    const { refusedAs, endsAs } = endingOf(way)
    const key = `${refusedAs} ${endsAs}`
    groups.set(key, { refusedAs, endsAs, ways: [...(groups.get(key)?.ways ?? []), way] })
  }
  return [...groups.values()]
}

/**
 * What can be switched on at the release that runs.
 *
 * @param honest how each act ends for the person who is to log in, when nobody lies
 */
export const switchesOf = (
  { lies, failing, release }: Pick<Practice, 'lies' | 'failing' | 'release'>,
  honest: Readonly<Partial<Record<Errand, Outcome>>>,
): readonly Switch[] => {
  const offer = (thing: Offered, all: readonly string[]): Omit<Switch, 'door' | 'service'> => {
    const { name, rows, says, during, refusedAs } = thing
    const { ways } = sortWays(thing, release, all)
    const endingOf = (way: string): Ending => {
      const ends = { refusedAs, endsAs: thing.endsAs, ...otherwiseAt(thing, release, way) }
      return ends.endsAs === 'permit' ? { ...ends, endsAs: honest[during] ?? 'permit' } : ends
    }
    return { name, rows, says, during, ways, expected: grouped(ways, endingOf) }
  }
  return [
    ...lies.map((lie) => ({ ...offer(lie, Object.keys(lie.variants)), door: lie.door })),
    ...(failing?.faults ?? []).map((fault) => {
      const service = Object.values(fault.ways)[0]?.[0]?.service
      return { ...offer(fault, Object.keys(fault.ways)), ...(service === undefined ? {} : { service }) }
    }),
  ].filter(({ ways }) => ways.length > 0)
}
