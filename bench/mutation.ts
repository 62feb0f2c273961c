import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod'
import { Sentence } from '../infra/build/sentence.mjs'
import { packages, type Room, rooms, stryker, threshold } from './mutation.config.ts'
import listed from './mutation-equivalents.json'
import { equivalentSchema, judgeMutants, mutantsOf, reportSchema, withoutMutant } from './mutation-report.ts'

// npm run mutation [-- <room>…]: changes the rules one small piece at a time and asks whether a test notices. Every run
// measures everything: Stryker's incremental mode keeps old answers about what runs at import, though the tests changed.
const home = resolve('.build', 'mutation')
const equivalents = z.array(equivalentSchema).parse(listed)
const wished = process.argv.slice(2)
const strangers = wished.filter((name) => !rooms.some((room) => room.name === name))
if (strangers.length > 0)
  throw new Sentence(`No such room: ${strangers.join(', ')}. There are ${rooms.map(({ name }) => name).join(', ')}.`)

install()
const chosen = rooms.filter(({ name }) => wished.length === 0 || wished.includes(name))
const measured = chosen.map((room) => {
  const mutants = mutate(room)
  return { room: room.name, mutants, ...judgeMutants(mutants, equivalents) }
})

console.table(Object.fromEntries(measured.map(({ room, score }) => [room, score])))
for (const { file, at, from, to, line } of measured.flatMap(({ survivors }) => survivors))
  console.log(`${file}:${at}  survives: ${from}  →  ${to}    in: ${line}`)
for (const { file, from, to } of measured.flatMap(({ noticed }) => noticed))
  console.log(`${file}: a test notices ${from}  →  ${to}: take it off the list of equivalents.`)
for (const { room, mutants } of measured)
  for (const { file, from, to } of withoutMutant(equivalents, mutants))
    console.log(`${room}: ${file} has no ${from}  →  ${to} any more: take it off the list of equivalents.`)

const below = measured.filter(({ score }) => score.score < threshold).map(({ room }) => room)
if (below.length > 0) console.error(`Below ${threshold} %: ${below.join(', ')}.`)
process.exit(below.length === 0 ? 0 : 1)

function mutate({ name, mutate, tests }: Room): ReturnType<typeof mutantsOf> {
  const file = (what: string) => `.build/mutation/${name.replace('/', '-')}.${what}`
  const plugin = resolve(home, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')
  const settings = {
    ...stryker,
    mutate,
    plugins: [plugin],
    tempDirName: file('sandbox'),
    jsonReporter: { fileName: file('report.json') },
  }
  writeFileSync(file('config.json'), JSON.stringify(settings, null, 2))
  console.error(`${name}:`)
  const { status } = spawnSync(
    process.execPath,
    [resolve(home, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', file('config.json')],
    // Where noon is not noon UTC, so that a time read as local is noticed.
    {
      stdio: ['inherit', 2, 'inherit'],
      env: { ...process.env, MUTATION_TESTS: JSON.stringify(tests), TZ: 'Asia/Phnom_Penh' },
    },
  )
  if (status !== 0) throw new Sentence(`Stryker did not finish with ${name} (see its message above).`)
  return mutantsOf(reportSchema.parse(JSON.parse(readFileSync(file('report.json'), 'utf8'))))
}

/** Into a folder of its own; vitest is found above it, so that the tests run under the repository's own. */
function install(): void {
  const manifest = JSON.stringify({ private: true, dependencies: packages }, null, 2)
  const path = resolve(home, 'package.json')
  const present = existsSync(resolve(home, 'node_modules/@stryker-mutator/vitest-runner/package.json'))
  if (present && existsSync(path) && readFileSync(path, 'utf8') === manifest) return
  mkdirSync(home, { recursive: true })
  console.error('Installing Stryker into .build/mutation, once.')
  writeFileSync(path, manifest)
  const { status } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--no-package-lock'],
    { cwd: home, stdio: ['inherit', 2, 'inherit'], shell: process.platform === 'win32' },
  )
  if (status === 0) return
  // Half an installation must not be taken for a whole one next time.
  rmSync(path, { force: true })
  throw new Sentence(
    'Stryker could not be installed (see the message of npm above). It is needed for this command alone, and for its first run there must be a network or a filled npm cache.',
  )
}
