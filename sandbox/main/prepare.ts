import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { BrokenAssembly } from '../assembly/problems.ts'

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
 * Builds the bundles and synthesises the cloud assembly of the practice stage, exactly as a deployment would.
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
  const { stacks } = explained(() =>
    synthesise({ stage: 'practice', context: { practiceBasePort: basePort, practiceRelease: release }, outdir }),
  )
  tell(`Synthesised ${stacks.length} stacks (${seconds(since)})`)
  return outdir
}
