import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { commands } from '../../../infra/operate/command-line.ts'
import { type } from './terminal.ts'

test('without a command it lists them, with status 2', async () => {
  const { status, out } = await type([])
  for (const { name, summary } of commands) expect(out).toContain(`${name.padEnd(20)} ${summary}`)
  expect(status).toBe(2)
  expect((await type(['--help'])).status).toBe(0)
})

test.each([['fly'], ['keys'], ['keys', 'import']])('%s is no command', async (...words) => {
  const { status, err, out } = await type(words)
  expect(err).toMatch(/^There is no command/)
  expect(out).toBe('')
  expect(status).toBe(2)
})

test.each(commands.map((command) => [command.name, command] as const))('%s explains itself', async (name, { help }) => {
  expect(await type([...name.split(' '), '--help'])).toEqual({ status: 0, out: help, err: '' })
  expect(help).toContain(`verify-once ${name} `)
})

test.each(commands.map(({ name }) => name))(
  '%s without its arguments says what is missing, and where to read',
  async (name) => {
    const { status, err } = await type(name.split(' '))
    expect(err).toMatch(/^--[\w-]+ is missing: .+\.\nHow it is used: verify-once .+ --help$/)
    expect(status).toBe(2)
  },
)

test.each([
  ['what nobody knows', ['--colour', 'red'], "Unknown option '--colour'."],
  ['a word', ['now'], "Unexpected argument 'now'."],
  ['a value left out', ['--release'], "Option '--release <value>' argument missing."],
  ['no URL', ['--discovery', 'esignet.example.org'], '--discovery must be a URL'],
])('%s is refused', async (_, args, sentence) => {
  const { status, err } = await type(['doctor', ...args])
  expect(err).toContain(sentence)
  expect(status).toBe(2)
})

test.each([
  [0, ['policy', 'lint', '--service', 'all']],
  [1, ['policy', 'lint', '--service', 'all', '--release', '2.0']],
  [2, ['policy', 'lint']],
])('the process ends with status %i', (status, args) => {
  const started = ['infra/build/run.mjs', '--runtime-only', 'infra/operate/verify-once.ts', ...args]
  const done = spawnSync(process.execPath, started, { encoding: 'utf8' })
  expect(done.status).toBe(status)
  expect(status === 2 ? done.stdout : done.stderr).toBe('')
})
