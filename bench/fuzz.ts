import { parserProperties } from '../test/properties/support/parsers/index.ts'
import type { Fuzzed } from '../test/properties/support/parsers/parser.ts'

// npm run fuzz [-- <iterations> [<seed>]]: every parser with inputs of every kind, each answer checked by a slow reader of its
// own. Prints how many inputs each had, how often it threw, read wrongly, or took longer than 5 ms.
const [wished = '1000000', seeded] = process.argv.slice(2)
const iterations = Number(wished)
const seed = seeded === undefined ? Date.now() & 0x7fffffff : Number(seeded)
const started = performance.now()

const all: Fuzzed[] = []
for (const { fuzz, share } of parserProperties) {
  const fuzzed = await fuzz(Math.ceil(iterations * share), seed)
  if (fuzzed.report !== undefined) console.error(`${fuzzed.parser}: ${fuzzed.report}`)
  all.push(fuzzed)
}

console.table(all.map(({ report: _report, ...counts }) => counts))
const sum = (of: 'iterations' | 'crashes' | 'wrong' | 'slow') => all.reduce((total, each) => total + each[of], 0)
const seconds = Math.round((performance.now() - started) / 1000)
console.log(
  JSON.stringify({
    iterations: sum('iterations'),
    crashes: sum('crashes'),
    wrong: sum('wrong'),
    slow: sum('slow'),
    seed,
    seconds,
  }),
)
process.exit(sum('crashes') + sum('wrong') === 0 ? 0 : 1)
