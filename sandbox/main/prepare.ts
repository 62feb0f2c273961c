import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { BrokenAssembly } from '../assembly/problems.ts'
import { bearBackEndKeys, keepBackEndKeys, publicHalves } from '../back-end/keys.ts'
import { readServiceFiles } from '../world/services.ts'

/** Says in one line what is going on. */
export type Tell = (line: string) => void

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** The CDK's own complaints are about a template of ours; their stacks are not. */
const explained = <T>(synthesise: () => T): T => {
  try {
    return synthesise()
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'Sentence') throw error
    throw new BrokenAssembly(`The template could not be synthesised: ${error.message}`, error)
  }
}

/**
 * Builds the bundles and synthesises the cloud assembly of the practice stage, exactly as a deployment would. Beside it lie the
 * private keys of the services' own back ends.
 * Both are loaded only now: the CDK takes a second to load, and a port in use is better told at once.
 *
 * @returns the folder of the assembly
 */
export const prepareAssembly = async (
  root: string,
  basePort: number,
  tell: Tell,
  outdir: string = join(root, '.practice', 'cdk.out'),
  release = '1.8',
): Promise<string> => {
  let since = Date.now()
  const { buildFunctions } = await import('../../infra/build/bundles.ts')
  const built = await buildFunctions()
  tell(`Bundled ${built.length} functions (${seconds(since)})`)

  since = Date.now()
  rmSync(outdir, { recursive: true, force: true })
  const { synthesise } = await import('../../infra/synthesise.ts')
  // Keys of back ends are born with the world: the stage is told the public halves, as any other stage is.
  const keys = bearBackEndKeys(readServiceFiles(join(root, 'services')).map(({ id }) => id))
  const context = { practiceBasePort: basePort, practiceRelease: release, backendKeys: publicHalves(keys) }
  const { stacks } = explained(() => synthesise({ stage: 'practice', context, outdir }))
  keepBackEndKeys(outdir, keys)
  tell(`Synthesised ${stacks.length} stacks (${seconds(since)})`)
  return outdir
}
