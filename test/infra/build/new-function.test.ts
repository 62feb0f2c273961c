import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { functions, jobs } from '../../../functions/index.ts'
import { furnishDoor } from '../../../infra/build/furnish-door.ts'
import { strayArrows, strayWords } from '../../architecture/judge-arrows.ts'
import { readSource } from '../../architecture/source.ts'

/** What a new door needs to stand: the house itself, without those who only look at it. */
const needed = [
  'functions',
  'shared',
  'services',
  'infra',
  'test/functions',
  'test/support/builders.ts',
  'docs/http-api.md',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  'cdk.json',
]

const root = realpathSync(mkdtempSync(join(tmpdir(), 'verify-once-new-function-')))
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Runs something of the copy in the copy. */
const run = (...command: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}` }
}
const runEntry = (entry: string, ...args: readonly string[]) => run('infra/build/run.mjs', entry, ...args)

const counted = `import { buildFunctions } from './infra/build/bundles.ts'
import { synthesise } from './infra/synthesise.ts'

await buildFunctions()
const assembly = synthesise({ stage: 'practice' })
const types = assembly.stacks.flatMap(({ template }) => Object.values(template.Resources).map((one) => Object(one).Type))
const of = (type: string) => types.filter((one) => one === type).length
console.log(JSON.stringify([of('AWS::Lambda::Function'), of('AWS::IAM::Role'), of('AWS::ApiGatewayV2::Route'), of('AWS::CloudWatch::Alarm')]))
`
const count = (): number[] => JSON.parse(runEntry('count.ts').said.trim().split('\n').at(-1) ?? '')

const compile = (): string => run('node_modules/typescript/bin/tsc', '-p', '.').said

const name = 'login-notes'
const route = 'POST /{service}/notes/{id}'
let before: number[]
let compiled: string
let furnished: ReturnType<typeof run>

beforeAll(() => {
  for (const path of needed) cpSync(path, join(root, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  writeFileSync(join(root, 'count.ts'), counted)
  before = count()
  compiled = compile()
  furnished = runEntry('infra/build/new-function.ts', name, '--route', route)
})

afterAll(() => {
  rmSync(root, { recursive: true })
})

describe('npm run new:function', () => {
  const files = [
    `functions/${name}/function.ts`,
    `functions/${name}/handler.ts`,
    `functions/${name}/main.ts`,
    `shared/use-cases/answer-${name}.ts`,
    `test/functions/${name}/handler.test.ts`,
    'functions/index.ts',
    'docs/http-api.md',
  ]

  test('furnishes the room and says what is left to be said', () => {
    expect(furnished.status, furnished.said).toBe(0)
    for (const file of files) {
      expect(existsSync(join(root, file))).toBe(true)
      expect(furnished.said).toContain(`  ${file}\n`)
    }
    expect(furnished.said).toContain('infra/nag.ts')
  })

  test('the list has one line more, its imports sorted', () => {
    const imports = read('functions/index.ts')
      .split('\n')
      .filter((line) => line.startsWith('import '))
    expect(imports).toContain(`import loginNotes from './${name}/function.ts'`)
    expect(imports).toHaveLength(Object.keys({ ...functions, ...jobs }).length + 1)
    expect(read('functions/index.ts')).toContain(`'${name}': loginNotes`)
  })

  test('the description has one row more, beneath the others', () => {
    expect(read('docs/http-api.md')).toMatch(/\| `GET \/health` .*\n\| `POST \/\{service\}\/notes\/\{id\}` \|/)
  })

  test('the room draws no arrow that does not exist', () => {
    for (const file of files.filter((file) => file.endsWith('.ts'))) {
      const source = readSource(file, read(file))
      expect([...strayArrows(source), ...strayWords(source)]).toEqual([])
    }
  })

  test('the compiler has nothing more to say than before', () => {
    expect(compile()).toBe(compiled)
  })

  test('the linter has nothing to say', () => {
    const sources = files.filter((file) => file.endsWith('.ts'))
    const { status, said } = run('node_modules/@biomejs/biome/bin/biome', 'check', '--vcs-enabled=false', ...sources)
    expect(status, said).toBe(0)
  })

  test('its own test passes', () => {
    const { status, said } = run('node_modules/vitest/vitest.mjs', 'run', `test/functions/${name}`)
    expect(status, said).toBe(0)
    expect(said).toMatch(/2 passed/)
  })

  test('one Lambda, role, route and alarm more is deployed', () => {
    expect(count()).toEqual(before.map((number) => number + 1))
  })

  test('a second one of the same name is refused, in one sentence', () => {
    const again = runEntry('infra/build/new-function.ts', name, '--route', 'GET /other')
    expect(again).toEqual({ status: 1, said: `There is a door ${name} already.\n` })
  })

  test.each([
    [[]],
    [['consent']],
    [['--route', 'GET /x']],
    [['a', 'b', '--route', 'GET /x']],
    [['a', '--rout', 'GET /x']],
  ])('how it is used is said when it is called with %j', (args) => {
    expect(runEntry('infra/build/new-function.ts', ...args)).toEqual({
      status: 1,
      said: "Usage: npm run new:function -- <name> --route 'GET /{service}/<name>'\n",
    })
  })
})

describe('what is refused, before anything is written', () => {
  test.each([
    ['Consent', 'cannot name a door'],
    ['token_exchange', 'cannot name a door'],
    ['2fa', 'cannot name a door'],
    ['-consent', 'cannot name a door'],
    ['../outside', 'cannot name a door'],
    ['', 'cannot name a door'],
    ['a'.repeat(32), 'is too long'],
    ['utils', 'says nothing'],
    ['session-manager', 'says nothing'],
    ['delete', 'means something else already'],
    ['public', 'means something else already'],
    ['login', 'There is a door login already'],
    ['jwk-s', 'There is a door jwks already'],
  ])('the name "%s" %s', (name, sentence) => {
    const rooms = readdirSync(join(root, 'functions'))
    expect(() => furnishDoor({ name, route: 'GET /somewhere' }, functions, root)).toThrow(sentence)
    expect(readdirSync(join(root, 'functions'))).toEqual(rooms)
  })

  test.each([
    ['/x', 'is no route of ours'],
    ['GET x', 'is no route of ours'],
    ['PUT /x', 'is no route of ours'],
    ['get /x', 'is no route of ours'],
    ['GET /', 'is no route of ours'],
    ['GET /x/', 'is no route of ours'],
    ['GET /{proxy+}', 'is no route of ours'],
    ["GET /x'", 'is no route of ours'],
    ['$default', 'is no route of ours'],
    ['GET /health', 'leads to health already'],
    ['GET /{tenant}/login', 'leads to login already'],
  ])('the route "%s" %s', (route, sentence) => {
    expect(() => furnishDoor({ name: 'consent', route }, functions, root)).toThrow(sentence)
    expect(existsSync(join(root, 'functions/consent'))).toBe(false)
  })

  test('a room that is there, though nobody listed it', () => {
    cpSync(join(root, 'functions/login'), join(root, 'functions/cellar'), { recursive: true })
    expect(() => furnishDoor({ name: 'cellar', route: 'GET /cellar' }, functions, root)).toThrow(
      'functions/cellar stands there already; nothing was written.',
    )
  })
})
