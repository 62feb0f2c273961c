import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import * as esbuild from 'esbuild'
import { functions, jobs } from '../../functions/index.ts'
import { Sentence } from './sentence.mjs'

export interface BuiltFunction {
  readonly name: string
  /** The folder Lambda unpacks, relative to the working directory. */
  readonly directory: string
  /** Size of index.js in bytes. */
  readonly bytes: number
  /** Whether this build differs from what was on disk. */
  readonly changed: boolean
}

export interface BuildOptions {
  readonly names?: readonly string[]
  /** Folder with one folder per door, each holding a `main.ts`. */
  readonly from?: string
  /** Receives `functions/<name>/index.js` and `maps/<name>.js.map`. */
  readonly to?: string
}

/**
 * Bundles every door for Lambda: CommonJS, minified, the AWS SDK inside (each choice is a measured cold-start ratio).
 * Files are written only when their content changes, so an unchanged door keeps its asset hash and is not deployed again.
 * The source map stays outside the asset: it is larger than the code, and loading it costs every cold start.
 *
 * @throws esbuild's BuildFailure, and a Sentence naming the doors that have no `main.ts`
 */
export async function buildFunctions(options: BuildOptions = {}): Promise<BuiltFunction[]> {
  const { names = [...Object.keys(functions), ...Object.keys(jobs)], from = 'functions', to = 'dist' } = options
  const unfurnished = names.filter((name) => !existsSync(join(from, name, 'main.ts')))
  if (unfurnished.length > 0)
    throw new Sentence(`No main.ts in ${unfurnished.map((name) => join(from, name)).join(', ')}`)
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: names.map((name) => ({ in: join(from, name, 'main.ts'), out: join(name, 'index') })),
    outdir: join(to, 'functions'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'warning',
    metafile: true,
    write: false,
  })
  // What each door is made of, for anyone who asks why it grew: esbuild.github.io/analyze reads this file.
  mkdirSync(to, { recursive: true })
  writeFileSync(join(to, 'metafile.json'), JSON.stringify(metafile))
  const contents = new Map(outputFiles.map((file) => [relative(resolve(to, 'functions'), file.path), file.contents]))
  return names.map((name) => keep(name, to, contents))
}

function keep(name: string, to: string, contents: ReadonlyMap<string, Uint8Array>): BuiltFunction {
  const directory = join(to, 'functions', name)
  const code = contents.get(join(name, 'index.js'))
  const map = contents.get(join(name, 'index.js.map'))
  if (code === undefined || map === undefined) throw new Error(`esbuild made no bundle for ${name}`)
  const asset = new Map<string, Uint8Array>([
    ['index.js', code],
    // The repository is a module package; without this a bundle inside it would be taken for an ES module.
    ['package.json', new TextEncoder().encode('{"type":"commonjs"}\n')],
  ])
  mkdirSync(directory, { recursive: true })
  mkdirSync(join(to, 'maps'), { recursive: true })
  // Whatever lies in the folder would be deployed with it.
  for (const stray of readdirSync(directory)) if (!asset.has(stray)) rmSync(join(directory, stray), { recursive: true })
  writeIfChanged(join(to, 'maps', `${name}.js.map`), map)
  const writes = [...asset].map(([file, content]) => writeIfChanged(join(directory, file), content))
  return { name, directory, bytes: code.byteLength, changed: writes.includes(true) }
}

function writeIfChanged(path: string, content: Uint8Array): boolean {
  if (existsSync(path) && readFileSync(path).equals(content)) return false
  writeFileSync(path, content)
  return true
}
