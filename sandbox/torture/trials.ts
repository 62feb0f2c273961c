import { attacks } from '../attacks/index.ts'
import { attempt } from './attempt.ts'
import { judge } from './judge.ts'
import { judgeStrike } from './judge-strike.ts'
import type { PracticeWorld } from './practice-world.ts'
import type { Trial } from './report.ts'
import { strike } from './strike.ts'

/** Something that can be tried at a practice world, in every way there is. */
export interface Ordeal {
  readonly name: string
  readonly rows: readonly string[]
  readonly ways: readonly string[]
  readonly run: (world: PracticeWorld, way: string) => Promise<Trial>
}

/** Every lie of eSignet, every failure of AWS, and everything that is done at our own doors. */
export const ordealsOf = ({ lies }: PracticeWorld): readonly Ordeal[] => [
  ...lies.map((lie) => ({
    name: lie.name,
    rows: lie.rows,
    ways: lie.variants,
    run: async (world: PracticeWorld, way: string): Promise<Trial> => {
      const seen = await attempt(world, lie, way)
      const said = seen.refusedAs ?? 'accepted'
      return trial(lie, way, lie.refusedAs, said, judge(lie, seen))
    },
  })),
  ...attacks.map((attack) => ({
    name: attack.name,
    rows: attack.rows,
    ways: Object.keys(attack.ways),
    run: async (world: PracticeWorld, way: string): Promise<Trial> => {
      const struck = await strike(world, attack, way)
      const said = struck.said.find((each) => each !== attack.answeredAs) ?? attack.answeredAs
      return trial(attack, way, attack.answeredAs, said, judgeStrike(attack, struck))
    },
  })),
]

const trial = (
  { name, rows }: Pick<Ordeal, 'name' | 'rows'>,
  way: string,
  expected: string,
  said: string,
  wrong: readonly string[],
): Trial => ({ name, rows, way, expected, saidInstead: said === expected ? undefined : said, wrong })
