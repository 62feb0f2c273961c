import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { help, type StartArguments, startArguments } from './main/arguments.ts'
import { greeting } from './main/greeting.ts'
import { type Lock, takeLock } from './main/lock.ts'
import { plainMessage } from './main/plain-message.ts'
import { prepareAssembly } from './main/prepare.ts'
import { quietSdk } from './main/quiet-sdk.ts'
import { endOnSignal } from './main/shutdown.ts'
import { requireFreePorts } from './world/ports.ts'
import { startWorld, type World } from './world.ts'

const root = process.cwd()

const startKept = async ({ basePort, keep, asMock, release }: StartArguments): Promise<World> => {
  const assembly = await prepareAssembly(root, basePort, console.log, undefined, release)
  const since = Date.now()
  const dataDir = join(root, '.practice', 'data')
  if (!keep) rmSync(dataDir, { recursive: true, force: true })
  const world = await startWorld({
    assembly,
    basePort,
    release,
    runsByTheClock: true,
    logDir: join(root, '.practice', 'logs'),
    verificationMetadata: asMock ? 'as-mock' : 'oidc4ida',
    ...(keep ? { dataDir } : {}),
  })
  console.log(`Started everything (${((Date.now() - since) / 1000).toFixed(1)} s)`)
  return world
}

/** `npm start`. */
const main = async (): Promise<void> => {
  let lock: Lock | undefined
  let world: World | undefined
  try {
    const given = startArguments(process.argv.slice(2), process.env)
    if (given.help) return console.log(help)
    lock = takeLock(root, given.basePort)
    endOnSignal(
      // Before the world stands there is nothing to wait for: what was started so far ends with this process.
      async () => world?.close(),
      () => lock?.release(),
    )
    await requireFreePorts(given.basePort)
    console.log('Starting the practice world …')
    world = await startKept(given)
    console.log(greeting(world.urls, given.keep))
  } catch (error) {
    console.error(plainMessage(error))
    lock?.release()
    process.exit(1)
  }
}

quietSdk(process.env)
await main()
