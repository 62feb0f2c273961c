import { setTimeout as sleep } from 'node:timers/promises'
import { ArgumentError } from './main/arguments.ts'
import { plainMessage } from './main/plain-message.ts'
import { quietSdk } from './main/quiet-sdk.ts'
import { chosen, help, type TortureArguments, tortureArguments } from './torture/arguments.ts'
import { measureHonestEndings } from './torture/honest-endings.ts'
import { type OwnWorld, startOwnWorld } from './torture/own-world.ts'
import { meetPracticeWorld } from './torture/practice-world.ts'
import { isClean, lineOf, type Report, reportOf, summaryOf, type Trial } from './torture/report.ts'
import { ordealsOf } from './torture/trials.ts'

/** Some five times what everything together takes on a small machine; whatever then still runs is a hang, which is a finding. */
const longestMinutes = 45

/** What is being done, for who wonders why it takes so long. */
let doing = 'the start of the practice world'

/** Whether it took too long: what is then still to be done would only meet a closed world. */
let isCut = false

const torture = async (home: string, given: TortureArguments): Promise<Report> => {
  const world = await meetPracticeWorld(home)
  doing = 'an honest login'
  const ordeals = chosen(ordealsOf(world, await measureHonestEndings(world)), given)
  const all: Trial[] = []
  for (const ordeal of ordeals) {
    const trials: Trial[] = []
    for (const way of ordeal.ways) {
      if (isCut) break
      doing = `${ordeal.rows.join(' ')} ${ordeal.name} (${way})`
      trials.push(await ordeal.run(world, way))
    }
    all.push(...trials)
    if (!given.json && !isCut) console.log(lineOf(trials, ordeal.leftOut))
  }
  return reportOf(
    all,
    ordeals.flatMap(({ leftOut }) => leftOut),
  )
}

let own: OwnWorld | undefined

const run = async (given: TortureArguments): Promise<Report> => {
  if (given.url !== undefined) return torture(given.url, given)
  // With --json the standard output belongs to the answer.
  console.error('Starting a practice world in which eSignet will lie …')
  own = await startOwnWorld(process.cwd(), given.release)
  return torture(own.home, given)
}

class TooLong extends Error {}

const tooLong = async (): Promise<never> => {
  await sleep(longestMinutes * 60_000, undefined, { ref: false })
  isCut = true
  throw new TooLong(`Not done after ${longestMinutes} minutes: it was at ${doing}.`)
}

/** `npm run torture`: 0 when everything hostile was in vain, 1 when not, 2 when the command line is wrong. */
const main = async (): Promise<number> => {
  try {
    const given = tortureArguments(process.argv.slice(2))
    if (given.help) {
      console.log(help)
      return 0
    }
    const report = await Promise.race([run(given), tooLong()])
    console.log(given.json ? JSON.stringify(report, null, 2) : summaryOf(report))
    return isClean(report) ? 0 : 1
  } catch (error) {
    console.error(error instanceof ArgumentError || error instanceof TooLong ? error.message : plainMessage(error))
    return error instanceof ArgumentError ? 2 : 1
  } finally {
    // What hangs may not let itself be closed.
    await Promise.race([own?.close(), sleep(10_000)])
  }
}

quietSdk(process.env)
process.exit(await main())
