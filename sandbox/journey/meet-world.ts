import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runningWorld } from '../main/lock.ts'
import { prepareAssembly, type Tell } from '../main/prepare.ts'
import { freeBasePort } from '../world/ports.ts'
import { startWorld } from '../world.ts'
import { type Observed, observe } from './observer.ts'

export interface Met {
  readonly world: Observed
  /** Ends the world if it was started for this journey. */
  readonly leave: () => Promise<void>
}

/** The start page sits one port below the API. */
const homeOf = (api: string): string => {
  const url = new URL(api)
  url.port = String(Number(url.port) - 1)
  return url.origin
}

const startOwn = async (root: string, tell: Tell): Promise<Met> => {
  tell('No practice world runs in this checkout: starting one for this journey …')
  const basePort = await freeBasePort()
  const outdir = mkdtempSync(join(tmpdir(), 'verify-once-journey-'))
  const assembly = await prepareAssembly(root, basePort, tell, outdir)
  const world = await startWorld({ assembly, basePort })
  const leave = async (): Promise<void> => {
    await world.close()
    rmSync(outdir, { recursive: true, force: true })
  }
  return { world: await observe(world.urls.home), leave }
}

/** The world at `url`, or the one that runs in this checkout, or one started for this journey. */
export const meetWorld = async (root: string, url: string | undefined, tell: Tell): Promise<Met> => {
  const nothing = async (): Promise<void> => undefined
  if (url !== undefined) return { world: await observe(homeOf(url)), leave: nothing }
  const running = runningWorld(root)
  return running === undefined ? startOwn(root, tell) : { world: await observe(running.home), leave: nothing }
}
