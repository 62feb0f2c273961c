import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Release } from '../esignet/start.ts'
import { prepareAssembly } from '../main/prepare.ts'
import { freeBasePort } from '../world/ports.ts'
import { startWorld } from '../world.ts'

export interface OwnWorld {
  /** Address of the start page. */
  readonly home: string
  readonly close: () => Promise<void>
}

/** A practice world that nobody else uses: eSignet will not be honest in it. */
export const startOwnWorld = async (root: string, release: Release = '1.8'): Promise<OwnWorld> => {
  const basePort = await freeBasePort()
  const outdir = mkdtempSync(join(tmpdir(), 'verify-once-torture-'))
  const assembly = await prepareAssembly(root, basePort, () => undefined, outdir, release)
  // What is attacked must not go away meanwhile by itself, as rows of the future would when all clocks are set ahead.
  const world = await startWorld({ assembly, basePort, release, sweepEverySeconds: 'never' })
  return {
    home: world.urls.home,
    close: async () => {
      await world.close()
      rmSync(outdir, { recursive: true, force: true })
    },
  }
}
