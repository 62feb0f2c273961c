import { describe, expect, test } from 'vitest'
import { rooms, words } from './arrows.ts'
import { filesOfTheCheckout, isSource, textOf } from './checkout.ts'
import { roomOf, strayArrows, strayWords } from './judge-arrows.ts'
import { readSource } from './source.ts'

const sources = filesOfTheCheckout()
  .filter(isSource)
  .map((file) => readSource(file, textOf(file)))

describe('the house as it stands', () => {
  test('has no arrow that is not in the list', () => {
    expect(sources.flatMap(strayArrows)).toEqual([])
  })

  test('says no word outside its room', () => {
    expect(sources.flatMap(strayWords)).toEqual([])
  })
})

describe('every way to import is seen', () => {
  test.each([
    ["import x from './x.ts'", 'shared/domain/x.ts', false],
    ["import './x.ts'", 'shared/domain/x.ts', false],
    ["import * as x from '../ports/x.ts'", 'shared/ports/x.ts', false],
    ["import { type A, b } from './x.ts'", 'shared/domain/x.ts', false],
    ["import type { A } from './x.ts'", 'shared/domain/x.ts', true],
    ["import { type A } from './x.ts'", 'shared/domain/x.ts', true],
    ["export { x } from './x.ts'", 'shared/domain/x.ts', false],
    ["export * from './x.ts'", 'shared/domain/x.ts', false],
    ["export type { A } from './x.ts'", 'shared/domain/x.ts', true],
    ["const x = await import('./x.ts')", 'shared/domain/x.ts', false],
    ["type A = import('./x.ts').A", 'shared/domain/x.ts', true],
    ["let x: typeof import('./x.ts')", 'shared/domain/x.ts', true],
    ["import x from '../../services/visa.json' with { type: 'json' }", 'services/visa.json', false],
    ["const x = require('./x.cjs')", 'shared/domain/x.cjs', false],
    ["import x = require('./x.cjs')", 'shared/domain/x.cjs', false],
    ["import { z } from 'zod/v4'", 'npm:zod', false],
    ["import { z } from '@aws-sdk/client-kms'", 'npm:@aws-sdk/client-kms', false],
    ["import { z } from 'crypto'", 'npm:crypto', false],
    ["import { z } from 'node:crypto'", 'node:crypto', false],
    ['const x = await import(name)', 'computed', false],
  ])('%s', (text, target, typeOnly) => {
    expect(readSource('shared/domain/file.ts', text).imports).toEqual([{ target, typeOnly }])
  })

  test('and what only looks like one is not', () => {
    const text = "// import x from './x.ts'\nconst y = \"import z from './z.ts'\"\nexport const w = 1\nexport { y }"
    expect(readSource('shared/domain/file.ts', text).imports).toEqual([])
  })
})

/** For each room one arrow turned the wrong way. Without its line here a room is not allowed in the list. */
const turned: Readonly<Record<string, readonly [file: string, text: string]>> = {
  kernel: ['shared/kernel/result.ts', "import type { Service } from '../domain/policy/service.ts'"],
  domain: ['shared/domain/login/transaction.ts', "import * as z from 'zod'"],
  ports: ['shared/ports/clock.ts', "import { ok } from '../kernel/result.ts'"],
  'use-cases': ['shared/use-cases/start-login.ts', "import { systemClock } from '../adapters/system/clock.ts'"],
  adapters: ['shared/adapters/http/problem.ts', "import type { Welcome } from '../../use-cases/complete-login.ts'"],
  providers: ['shared/providers/index.ts', "import { refusals } from '../kernel/codes.ts'"],
  observability: ['shared/observability/log.ts', "import type { Session } from '../domain/session/session.ts'"],
  wiring: ['shared/wiring/door.ts', "import { functions } from '../../functions/index.ts'"],
  manifests: ['functions/login/function.ts', "import { tables } from '../../shared/adapters/aws/dynamodb/tables.ts'"],
  'plain data': ['shared/wiring/environment-names.ts', "import { tables } from '../adapters/aws/dynamodb/tables.ts'"],
  mains: ['functions/login/main.ts', "import { callbackHandler } from '../callback/handler.ts'"],
  'list of doors': ['functions/index.ts', "import { handler } from './login/main.ts'"],
  handlers: ['functions/login/handler.ts', "import { KMSClient } from '@aws-sdk/client-kms'"],
  operating: ['infra/operate/release.ts', "import { wireProviders } from '../../shared/wiring/providers.ts'"],
  infrastructure: ['infra/names.ts', "import { systemClock } from '../shared/adapters/system/clock.ts'"],
  'simulated eSignet': ['sandbox/esignet/start.ts', "import { people } from '../personas.ts'"],
  'simulated Signup': ['sandbox/signup/start.ts', "import { start } from '../esignet/start.ts'"],
  lies: ['sandbox/tampering/liar.ts', "import { startEsignet } from '../esignet/start.ts'"],
  'practice world': ['sandbox/world/raise.ts', "import { functions } from '../../functions/index.ts'"],
  portals: ['portals/kit/start.ts', "import type { SessionView } from '../../shared/use-cases/read-session.ts'"],
}

describe('an arrow turned the wrong way is told, with its reason', () => {
  const walled = rooms.filter(({ may }) => may !== 'import anything')
  test.each(walled.map((room) => [room.room, room] as const))('%s', (name, room) => {
    const [file, text] = turned[name] ?? ['', '']
    expect(roomOf(file)).toBe(room)
    expect(strayArrows(readSource(file, text))).toEqual([expect.stringContaining(room.because)])
    expect(strayArrows(readSource(file, 'export {}'))).toEqual([])
  })

  test.each([
    ['a handler wires itself', 'functions/login/handler.ts', "import './main.ts'"],
    ['a handler reads another door', 'functions/login/handler.ts', "import '../callback/handler.ts'"],
    [
      'a handler takes the log, not its type',
      'functions/login/handler.ts',
      "import { powertoolsLog } from '../../shared/observability/log.ts'",
    ],
    ['a rule loads at run time', 'shared/domain/x.ts', 'await import(name)'],
    [
      'a manifest looks at capabilities as types',
      'functions/login/function.ts',
      "import type { Capability } from '../../shared/wiring/capability.ts'",
    ],
    ['the product leans on a test', 'shared/wiring/door.ts', "import '../../test/support/builders.ts'"],
    ['a portal brings a package', 'portals/visa/visa.js', "import 'jose'"],
    [
      'the practice world runs a handler from source',
      'sandbox/lambda/pool.ts',
      "await import('../../functions/login/main.ts')",
    ],
  ])('%s', (_, file, text) => {
    expect(strayArrows(readSource(file, text))).toHaveLength(1)
  })

  test('a file that stands in no room', () => {
    expect(strayArrows(readSource('shared/utils/text.ts', ''))).toEqual([expect.stringContaining('stands in no room')])
  })
})

const said: Readonly<Record<string, readonly string[]>> = {
  'process.env': [
    "process.env['X']",
    'process["env"].X',
    'globalThis.process.env.X',
    'const { env } = process',
    "import { env } from 'node:process'",
  ],
  'Date.now': ['Date.now()', '[1].map(Date.now)'],
  'new Date()': ['new Date()', 'new Date'],
  'Date()': ['Date()'],
  'Math.random': ['Math.random()', 'const chance = Math.random'],
  'random import': ["import { randomBytes } from 'node:crypto'", "import { randomUUID as id } from 'node:crypto'"],
  'fetch()': ["fetch('https://example.org')", "globalThis.fetch('x')"],
  'brand()': ['brand({ sub: "x" })'],
}

describe('a word out of its place is told, with its reason', () => {
  test.each(words.map((word) => [word.word, word] as const))('%s', (name, word) => {
    const texts = said[name] ?? []
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) {
      const source = readSource('shared/domain/login/transaction.ts', text)
      expect(strayWords(source), text).toEqual([expect.stringContaining(word.because)])
    }
  })

  test.each([
    'new Date(1000)',
    "const text = 'Date.now()'",
    '// fetch()',
    'Date.parse(x)',
    'world.clock.now()',
    'rebrand(x)',
  ])('but %s is not one', (text) => {
    expect(strayWords(readSource('shared/domain/x.ts', text))).toEqual([])
  })

  test('the environment is read in shared/wiring, and time in an adapter', () => {
    expect(strayWords(readSource('shared/wiring/environment.ts', 'process.env'))).toEqual([])
    expect(strayWords(readSource('shared/adapters/system/clock.ts', 'Date.now()'))).toEqual([])
    expect(strayWords(readSource('shared/adapters/x.ts', 'process.env'))).toHaveLength(1)
  })
})
