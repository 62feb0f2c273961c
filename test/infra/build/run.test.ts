import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

mkdirSync('.build', { recursive: true })
const folder = mkdtempSync('.build/test-run-')
afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(join('.build', folder), { recursive: true })
})
const runner = resolve('infra/build/run.mjs')

/** Starts the runner as a person would, from another folder. */
function run(code: string, args: readonly string[] = [], flags: readonly string[] = []) {
  const entry = join(folder, `entry-${Math.random().toString(36).slice(2)}.ts`)
  writeFileSync(entry, code)
  const done = spawnSync(process.execPath, [runner, ...flags, entry, ...args], { cwd: '/', encoding: 'utf8' })
  return { entry, ...done }
}

test('runs TypeScript in the repository root with its own arguments', () => {
  const { entry, stdout, status } = run(
    'const said: string[] = [process.cwd(), ...process.argv.slice(1)]\nconsole.log(JSON.stringify(said))',
    ['--stage', 'practice'],
    ['--runtime-only'],
  )
  expect(JSON.parse(stdout)).toEqual([process.cwd(), resolve(entry), '--stage', 'practice'])
  expect(status).toBe(0)
})

test('an error points at the line of the TypeScript file and ends with status 1', () => {
  const { entry, stderr, status } = run('interface A { b: string }\n\nthrow new Error("no such thing")\n')
  expect(stderr).toContain('no such thing')
  expect(stderr).toContain(`${entry}:3:`)
  expect(status).toBe(1)
})

test('a sentence for people comes without a stack', () => {
  const { stderr, status } = run(
    `import { Sentence } from '${resolve('infra/build/sentence.mjs')}'\nthrow new Sentence('The portal has no address.')\n`,
  )
  expect(stderr).toBe('The portal has no address.\n')
  expect(status).toBe(1)
})

test('code that does not compile is shown and named', () => {
  const { entry, stderr, status } = run('const = 1\n')
  expect(stderr).toContain('ERROR')
  expect(stderr).toContain(`${entry} does not compile.`)
  expect(status).toBe(1)
})

test('the status the entry chooses is the status', () => {
  expect(run('process.exitCode = 3').status).toBe(3)
})

test('without an entry it says how it is used', () => {
  const { stderr, status } = spawnSync(process.execPath, [runner], { encoding: 'utf8' })
  expect(stderr).toMatch(/^Usage: /)
  expect(status).toBe(1)
})
