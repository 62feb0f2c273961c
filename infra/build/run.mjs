/**
 * Runs a TypeScript entry point of this repository on a machine that has only Node and npm:
 *
 *     node infra/build/run.mjs [--runtime-only] <entry.ts> [args…]
 *
 * Installs what is missing, bundles the entry with esbuild and runs it in this very process, so that signals, exit codes
 * and stack traces are the entry's own. Nothing here may import a package before the installation has been looked at.
 * `--runtime-only` stands before the entry and leaves the development tools out of an installation.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const oldest = [20, 20]
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(`This needs Node ${oldest.join('.')} or newer, and this is Node ${process.versions.node}.`)
  process.exit(1)
}

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..', '..'))

const [, self, ...rest] = process.argv
const runtimeOnly = rest[0] === '--runtime-only'
const [entry, ...args] = runtimeOnly ? rest.slice(1) : rest
if (entry === undefined) {
  console.error(`Usage: node ${self ?? 'infra/build/run.mjs'} [--runtime-only] <entry.ts> [args…]`)
  process.exit(1)
}

// Loaded only now: an older Node might not even parse what these files are written in.
const { ensureInstalled } = await import('./installation.mjs')
const { bundleEntry } = await import('./bundle-entry.mjs')

try {
  ensureInstalled({ root: process.cwd(), runtimeOnly })
  const bundle = await bundleEntry(entry)
  process.argv = [process.argv[0] ?? 'node', join(process.cwd(), entry), ...args]
  process.setSourceMapsEnabled(true)
  await import(bundle)
} catch (error) {
  // A sentence meant for people comes without a stack; anything else is a fault and keeps it.
  console.error(error instanceof Error && error.name === 'Sentence' ? error.message : error)
  process.exit(1)
}
