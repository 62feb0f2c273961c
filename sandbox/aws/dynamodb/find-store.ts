import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

/** Where items are kept: a server that already runs, or a program to start. */
export type StoreSource =
  | { readonly kind: 'endpoint'; readonly url: URL }
  | { readonly kind: 'program'; readonly path: string }

/**
 * Finds the DynamoDB stand-in: the environment's `DYNAMODB_ENDPOINT`, then the platform package of dynoxide (looked up
 * from the working directory, because the caller may be a bundle), then `dynoxide` on the PATH.
 *
 * @throws Error that says what to do, when there is none of them
 */
export function findStore(environment: NodeJS.ProcessEnv): StoreSource {
  const endpoint = environment['DYNAMODB_ENDPOINT']
  if (endpoint) return { kind: 'endpoint', url: new URL(endpoint) }
  const program = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide'
  const name = `@dynoxide/${process.platform}-${process.arch}`
  const path = inPackage(name, program) ?? onPath(environment['PATH'] ?? '', program)
  if (path) return { kind: 'program', path }
  throw new Error(
    `no DynamoDB stand-in for ${process.platform}-${process.arch}: run "npm install" (package ${name}), or put dynoxide on the ` +
      'PATH, or start another one (DynamoDB Local, for example) and set DYNAMODB_ENDPOINT to its address',
  )
}

function inPackage(name: string, program: string): string | undefined {
  try {
    const manifest = createRequire(join(process.cwd(), '/')).resolve(`${name}/package.json`)
    const path = join(dirname(manifest), program)
    return existsSync(path) ? path : undefined
  } catch {
    // Not installed on this platform: the next place is asked.
    return undefined
  }
}

const onPath = (path: string, program: string): string | undefined =>
  path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, program))
    .find((candidate) => existsSync(candidate))
