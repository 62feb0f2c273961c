import { ArgumentError } from './main/arguments.ts'
import { plainMessage } from './main/plain-message.ts'
import { quietSdk } from './main/quiet-sdk.ts'
import { chosen, help, type TortureArguments, tortureArguments } from './torture/arguments.ts'
import { type OwnWorld, startOwnWorld } from './torture/own-world.ts'
import { meetPracticeWorld } from './torture/practice-world.ts'
import { isClean, lineOf, type Report, reportOf, summaryOf, type Trial } from './torture/report.ts'
import { ordealsOf } from './torture/trials.ts'

/** Longer than everything together takes; whatever then still runs is a hang, which is a finding. */
const longestMinutes = 20

const torture = async (home: string, given: TortureArguments): Promise<Report> => {
  const world = await meetPracticeWorld(home)
  const all: Trial[] = []
  for (const ordeal of chosen(ordealsOf(world), given)) {
    const trials: Trial[] = []
    for (const way of ordeal.ways) trials.push(await ordeal.run(world, way))
    all.push(...trials)
    if (!given.json) console.log(lineOf(trials))
  }
  return reportOf(all)
}

/** `npm run torture`: 0 when everything hostile was in vain, 1 when not, 2 when the command line is wrong. */
const main = async (): Promise<number> => {
  let own: OwnWorld | undefined
  try {
    const given = tortureArguments(process.argv.slice(2))
    if (given.help) {
      console.log(help)
      return 0
    }
    if (given.url === undefined) {
      // With --json the standard output belongs to the answer.
      console.error('Starting a practice world in which eSignet will lie …')
      own = await startOwnWorld(process.cwd(), given.release)
    }
    const report = await torture(given.url ?? own?.home ?? '', given)
    console.log(given.json ? JSON.stringify(report, null, 2) : summaryOf(report))
    return isClean(report) ? 0 : 1
  } catch (error) {
    console.error(error instanceof ArgumentError ? error.message : plainMessage(error))
    return error instanceof ArgumentError ? 2 : 1
  } finally {
    await own?.close()
  }
}

quietSdk(process.env)
setTimeout(() => {
  console.error(`Not done after ${longestMinutes} minutes.`)
  process.exit(1)
}, longestMinutes * 60_000).unref()
process.exit(await main())
