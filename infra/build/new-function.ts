import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { functions } from '../../functions/index.ts'
import { furnishDoor } from './furnish-door.ts'
import { Sentence } from './sentence.mjs'

// npm run new:function -- <name> --route '<METHOD> </path>'
const { name, route } = readArguments()
const written = furnishDoor({ name, route }, functions)
format(written)
console.log(`${route} has a door now. It refuses everybody until it is built.

${written.map((file) => `  ${file}`).join('\n')}

To be said by you, and asked for by the tests until it is:
  functions/${name}/function.ts  what it may touch (uses), and who is hurt when it fails
  docs/http-api.md  who asks, and what they get
  infra/nag.ts  why API Gateway lets everybody through to it, if it should`)

function readArguments(): { readonly name: string; readonly route: string } {
  const usage = new Sentence("Usage: npm run new:function -- <name> --route 'GET /{service}/<name>'")
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { route: { type: 'string' } } })
    const [name, ...more] = positionals
    if (name === undefined || more.length > 0 || values.route === undefined) throw usage
    return { name, route: values.route }
  } catch {
    throw usage
  }
}

/** What was inserted into a list may have made a line too long; the formatter of the house knows. */
function format(files: readonly string[]): void {
  const biome = 'node_modules/@biomejs/biome/bin/biome'
  const sources = files.filter((file) => file.endsWith('.ts'))
  const { status, stderr } = spawnSync(process.execPath, [biome, 'check', '--write', ...sources], { encoding: 'utf8' })
  if (status !== 0) console.error(`The files could not be formatted: ${stderr}`)
}
