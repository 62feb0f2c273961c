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

const startKept = async ({ basePort, keep, asMock }: StartArguments): Promise<World> => {
  const assembly = await prepareAssembly(root, basePort, console.log)
  const since = Date.now()
  const dataDir = join(root, '.practice', 'data')
  if (!keep) rmSync(dataDir, { recursive: true, force: true })
  const world = await startWorld({
    assembly,
    basePort,
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
  let world: Promise<World> | undefined
  try {
    const given = startArguments(process.argv.slice(2), process.env)
    if (given.help) return console.log(help)
    lock = takeLock(root, given.basePort)
    endOnSignal(
      async () => (await world)?.close(),
      () => lock?.release(),
    )
    await requireFreePorts(given.basePort)
    console.log('Starting the practice world …')
    world = startKept(given)
    const { urls } = await world
    console.log(greeting(urls, given.keep))
  } catch (error) {
    console.error(plainMessage(error))
    lock?.release()
    process.exit(1)
  }
}

quietSdk(process.env)
await main()
