import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Sentence } from './sentence.mjs'

/**
 * Bundles one TypeScript entry point to `.build/<entry>.mjs`: our own files in one ES module, packages left outside.
 *
 * @param {string} entry path from the repository root, e.g. `infra/app.ts`
 * @returns {Promise<string>} the file URL to import
 * @throws {Sentence} when the entry does not compile (esbuild has printed where) or esbuild itself cannot start
 */
export async function bundleEntry(entry) {
  const esbuild = await import('esbuild').catch((cause) => {
    throw new Sentence(
      `esbuild cannot be loaded (${cause.message.split('\n')[0]}). Was node_modules copied from another machine? Delete it and start again.`,
    )
  })
  const outfile = resolve('.build', entry.replace(/\.[cm]?ts$/, '.mjs'))
  const { outputFiles } = await esbuild
    .build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      sourcemap: 'inline',
      logLevel: 'error',
      write: false,
    })
    .catch((cause) => {
      throw new Sentence(cause.errors === undefined ? `esbuild failed: ${cause.message}` : `${entry} does not compile.`)
    })
  // Two terminals may start the same entry at once: a half-written bundle must never be importable.
  const draft = `${outfile}.${process.pid}`
  mkdirSync(dirname(outfile), { recursive: true })
  writeFileSync(draft, outputFiles[0].contents)
  renameSync(draft, outfile)
  return pathToFileURL(outfile).href
}
