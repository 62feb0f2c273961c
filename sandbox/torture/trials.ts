import type { Attack } from '../attacks/attack.ts'
import { attacks } from '../attacks/index.ts'
import { otherwiseAt, sortWays } from '../tampering/at-release.ts'
import { attempt } from './attempt.ts'
import type { HonestEndings } from './honest-endings.ts'
import { judge } from './judge.ts'
import { judgeStrike } from './judge-strike.ts'
import type { ActiveLie, ListedLie, PracticeWorld } from './practice-world.ts'
import type { LeftOut, Trial } from './report.ts'
import { strike } from './strike.ts'

/** Something that can be tried at a practice world, in every way there is. */
export interface Ordeal {
  readonly name: string
  readonly rows: readonly string[]
  /** Those in which it can be tried at the release that runs. */
  readonly ways: readonly string[]
  readonly leftOut: readonly LeftOut[]
  readonly run: (world: PracticeWorld, way: string) => Promise<Trial>
}

/** Every lie of eSignet, every failure of AWS, and everything that is done at our own doors. */
export const ordealsOf = (
  { lies, release }: Pick<PracticeWorld, 'lies' | 'release'>,
  honest: HonestEndings,
): readonly Ordeal[] => [
  ...lies.map((lie) => ({
    name: lie.name,
    rows: lie.rows,
    ways: lie.variants,
    leftOut: lie.leftOut.map((each) => ({ ...each, name: lie.name, rows: lie.rows })),
    run: (world: PracticeWorld, way: string) => tried(lie, way, () => lieTold(world, asTold(lie, way, honest), way)),
  })),
  ...attacks.map((attack) => {
    const { ways, leftOut } = sortWays(attack, release, Object.keys(attack.ways))
    return {
      name: attack.name,
      rows: attack.rows,
      ways,
      leftOut: leftOut.map((each) => ({ ...each, name: attack.name, rows: attack.rows })),
      run: (world: PracticeWorld, way: string) => {
        const here = { ...attack, ...otherwiseAt(attack, release, way) }
        return tried(here, way, () => attackPlayed(world, here, way, honest))
      },
    }
  }),
]

/** A lie as it is to end in one way of telling it. What is harmless ends as if nobody had lied. */
const asTold = ({ otherwise, leftOut: _, ...lie }: ListedLie, way: string, honest: HonestEndings): ActiveLie => {
  const here = { ...lie, ...otherwise[way] }
  return here.endsAs === 'permit' ? { ...here, endsAs: honest[here.during] } : here
}

const lieTold = async (world: PracticeWorld, lie: ActiveLie, way: string): Promise<Trial> => {
  const seen = await attempt(world, lie, way)
  return trial(lie, way, lie.refusedAs, seen.refusedAs ?? 'accepted', judge(lie, seen))
}

const attackPlayed = async (
  world: PracticeWorld,
  attack: Attack,
  way: string,
  honest: HonestEndings,
): Promise<Trial> => {
  // Attacks do not tell what their logins are for; at no release does it make a difference.
  const ending = honest['omera-bank/open-account']
  const struck = await strike(world, attack, way, ending)
  const said = struck.said.find((each) => each !== attack.answeredAs) ?? attack.answeredAs
  return trial(attack, way, attack.answeredAs, said, judgeStrike(attack, struck, ending))
}

/** What breaks while it is tried is amiss, and nothing that was asked of those who come after. */
const tried = async (
  thing: Pick<Ordeal, 'name' | 'rows'> & ({ readonly refusedAs: string } | { readonly answeredAs: string }),
  way: string,
  run: () => Promise<Trial>,
): Promise<Trial> => {
  try {
    return await run()
  } catch (error) {
    const expected = 'refusedAs' in thing ? thing.refusedAs : thing.answeredAs
    return trial(thing, way, expected, expected, [`it could not be tried: ${String(error)}`])
  }
}

const trial = (
  { name, rows }: Pick<Ordeal, 'name' | 'rows'>,
  way: string,
  expected: string,
  said: string,
  wrong: readonly string[],
): Trial => ({ name, rows, way, expected, saidInstead: said === expected ? undefined : said, wrong })
