import fc from 'fast-check'
import { allAtOnce, oneAfterTheOther, type Tally } from '../test/properties/support/histories.ts'

// npm run histories [-- <number> [<seed>]]: random histories of logins, one half one deed after the other against a model, the
// other half all at once in random order. Prints how many commands they had, how they ended, and every violation.
const [wished = '100000', seeded] = process.argv.slice(2)
const histories = Number(wished)
const seed = seeded === undefined ? Date.now() & 0x7fffffff : Number(seeded)
/** A violation ends its batch, not the run. */
const batch = 1_000

const tally: Tally = { histories: 0, commands: 0, ends: {} }
let violations = 0
const started = performance.now()

for (let done = 0; done < histories; done += batch) {
  const numRuns = Math.min(batch, histories - done)
  const property = (done / batch) % 2 === 0 ? oneAfterTheOther(tally) : allAtOnce(tally)
  const result = await fc.check<unknown[]>(property, { numRuns, seed: seed + done })
  if (!result.failed) continue
  violations += 1
  console.error(fc.defaultReportMessage(result))
}

const seconds = Math.round((performance.now() - started) / 1000)
console.log(JSON.stringify({ histories: tally.histories, commands: tally.commands, violations, seed, seconds }))
console.table(tally.ends)
process.exit(violations === 0 ? 0 : 1)
