import { type ChildProcess, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freeBasePort } from '../../../sandbox/world/ports.ts'

/** A checkout of its own: the lock and the build folder of the real one stay untouched. */
let checkout: string

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'checkout-'))
  for (const part of [
    'package.json',
    'package-lock.json',
    'cdk.json',
    'tsconfig.json',
    'functions',
    'infra',
    'portals',
    'sandbox',
    'services',
    'shared',
    'docs',
  ]) {
    if (existsSync(part)) cpSync(part, join(checkout, part), { recursive: true })
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(checkout, 'node_modules'))
})
afterAll(() => rmSync(checkout, { recursive: true, force: true }))

interface Started {
  readonly child: ChildProcess
  readonly output: () => string
  /** Resolves as soon as the output holds this text. */
  readonly says: (text: string) => Promise<void>
  readonly ended: Promise<number | null>
}

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

const start = (...given: string[]): Started => {
  const child = spawn(process.execPath, ['infra/build/run.mjs', 'sandbox/main.ts', ...given], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let output = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      output += String(part)
      for (const look of waiting) look()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  const says = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!output.includes(text)) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
      void ended.then(() => reject(new Error(`ended without saying "${text}":\n${output}`)))
    })
  return { child, output: () => output, says, ended }
}

const lock = (): string => join(checkout, '.practice', 'world.json')

const refusesConnections = async (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => false,
    () => true,
  )

// Each of these bundles, synthesises and starts everything: on a busy machine that takes its time.
describe('npm start', { timeout: 90_000 }, () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'greets, serves, and leaves nothing behind after %s',
    async (signal) => {
      const base = await freeBasePort()
      const world = start('--port', String(base))
      await world.says('Ctrl-C ends it.')
      expect(world.output()).toMatch(
        /Bundled \d+ functions[\s\S]*Synthesised \d+ stacks[\s\S]*Open this first {3}http:\/\/localhost:/,
      )
      for (let offset = 0; offset < 5; offset += 1) expect(await refusesConnections(base + offset)).toBe(false)
      expect(existsSync(lock())).toBe(true)
      world.child.kill(signal)
      expect(await world.ended).toBe(0)
      for (let offset = 0; offset < 5; offset += 1) expect(await refusesConnections(base + offset)).toBe(true)
      expect(existsSync(lock())).toBe(false)
      expect(existsSync(join(checkout, '.practice', 'data'))).toBe(false)
    },
  )

  it('refuses a second start in the same checkout, and says where the first is', async () => {
    const base = await freeBasePort()
    const first = start('--port', String(base))
    await first.says('Starting the practice world')
    const second = start('--port', String(base + 100))
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(
      `already runs in this checkout (process ${first.child.pid}, http://localhost:${base})`,
    )
    await first.says('Ctrl-C ends it.')
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
  })

  it('takes over the lock that a crash left behind', async () => {
    mkdirSync(join(checkout, '.practice'), { recursive: true })
    writeFileSync(
      lock(),
      JSON.stringify({ pid: process.pid, processStart: 'another life', basePort: 1, home: 'http://localhost:1' }),
    )
    const world = start('--port', String(await freeBasePort()))
    await world.says('Ctrl-C ends it.')
    expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({ pid: world.child.pid })
    world.child.kill('SIGINT')
    expect(await world.ended).toBe(0)
  })

  it('says which port is taken, whose it would be, and how to choose others', async () => {
    const base = await freeBasePort()
    const other = createServer().listen(base + 2, '127.0.0.1')
    const world = start('--port', String(base))
    expect(await world.ended).toBe(1)
    other.close()
    expect(world.output().trim()).toBe(
      `Port ${base + 2}, wanted for eSignet, is already in use by another program. Choose five free ports in a row with --port, for example: npm start -- --port ${base >= 60_000 ? base - 100 : base + 100}`,
    )
    expect(existsSync(lock())).toBe(false)
  })

  it('says in one line what is wrong with the command line', async () => {
    const world = start('--prot', '1')
    expect(await world.ended).toBe(1)
    expect(world.output().trim()).toBe(
      '"--prot" is not an option. Known are --port N, --release R, --keep, --as-mock and --help.',
    )
  })

  it('lists what it does not know about the template, and starts nothing', async () => {
    const file = join(checkout, 'infra/stacks/keep.ts')
    const before = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      `import { CfnQueue } from 'aws-cdk-lib/aws-sqs'\n${before.replace('this.ground = {', "new CfnQueue(this, 'Surprise')\n    this.ground = {")}`,
    )
    const world = start('--port', String(await freeBasePort()))
    const code = await world.ended
    writeFileSync(file, before)
    expect(code).toBe(1)
    expect(world.output()).toContain('The template holds things that the practice world does not know')
    expect(world.output()).toMatch(
      /verify-once-practice-keep \/ Surprise \(Keep\/Surprise\): resource type AWS::SQS::Queue is not known/,
    )
  })

  it('says what to do where there is no DynamoDB stand-in', async () => {
    const packages = join(checkout, 'node_modules')
    rmSync(packages)
    mkdirSync(packages)
    for (const name of readdirSync('node_modules')) {
      if (name !== '@dynoxide') symlinkSync(join(process.cwd(), 'node_modules', name), join(packages, name))
    }
    const world = start('--port', String(await freeBasePort()))
    const code = await world.ended
    rmSync(packages, { recursive: true })
    symlinkSync(join(process.cwd(), 'node_modules'), packages)
    expect(code).toBe(1)
    expect(world.output()).toMatch(/no DynamoDB stand-in for \S+: run "npm install"/)
    expect(world.output()).not.toContain('    at ')
  })

  it('keeps tables and keys with --keep', async () => {
    const base = await freeBasePort()
    const keysNow = async (): Promise<unknown> =>
      (await fetch(`http://127.0.0.1:${base + 1}/.well-known/jwks.json`)).json()
    const run = async (): Promise<unknown> => {
      const world = start('--keep', '--port', String(base))
      await world.says('Ctrl-C ends it.')
      const keys = await keysNow()
      world.child.kill('SIGINT')
      await world.ended
      return keys
    }
    const first = await run()
    expect(JSON.stringify(first)).toContain('"kid"')
    expect(await run()).toEqual(first)
    expect(existsSync(join(checkout, '.practice', 'data'))).toBe(true)
  })
})
