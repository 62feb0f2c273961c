import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../infra/build/bundles.ts'
import { canRunAws } from './support/aws-world.ts'
import { findChromium } from './support/chromium.ts'

/** `npm test`: makes what the tests need, runs them, and says in one line each what could not run here and why. */
const main = async (): Promise<number> => {
  const built = await buildFunctions()
  console.log(`Bundled ${built.length} functions.`)
  const browser = await findChromium(process.env)
  const notes = [
    'missing' in browser
      ? `Browser: the browser part did not run, its journeys ran by HTTP only: ${browser.missing}.`
      : `Browser: Chromium of ${browser.from}.`,
    ...(canRunAws()
      ? []
      : [
          `Practice world: did not run, there is no DynamoDB stand-in for ${process.platform}-${process.arch}; name one in DYNAMODB_ENDPOINT.`,
        ]),
  ]
  for (const note of notes) console.log(note)
  return runVitest(environmentFor(browser, notes))
}

/** Whatever tests leave lying about goes with the folder they left it in. */
const runVitest = (environment: Readonly<Record<string, string>>): number => {
  const folder = mkdtempSync(join(tmpdir(), 'verify-once-tests-'))
  try {
    const { status } = spawnSync(
      process.execPath,
      [join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)],
      { stdio: 'inherit', env: { ...process.env, NODE_NO_WARNINGS: '1', TMPDIR: folder, ...environment } },
    )
    return status ?? 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const environmentFor = (browser: Awaited<ReturnType<typeof findChromium>>, notes: readonly string[]) => ({
  TEST_NOTES: notes.join('\n'),
  ...('path' in browser ? { CHROMIUM_PATH: browser.path } : { CHROMIUM_MISSING: browser.missing }),
})

process.exit(await main())
