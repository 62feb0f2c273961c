import { join } from 'node:path'
import { build } from 'esbuild'

let source: Promise<string> | undefined

const bundle = async (): Promise<string> => {
  const built = await build({
    entryPoints: [join(process.cwd(), 'sandbox/lambda/worker.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
  })
  return built.outputFiles[0]?.text ?? ''
}

/** The worker's program as CommonJS text. Bundled once per process, because a thread cannot load TypeScript on Node 20. */
export const workerSource = (): Promise<string> => {
  source ??= bundle()
  return source
}
