import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildFunctions } from '../../../infra/build/bundles.ts'

// Inside the repository, because the bundle must be taken for CommonJS beneath its package.json ("type": "module").
mkdirSync('.build', { recursive: true })
let root = ''

beforeEach(() => {
  root = mkdtempSync('.build/test-bundles-')
  write('words/greeting.ts', "export const greeting: string = 'selamat datang'\n")
  write(
    'doors/hello/main.ts',
    "import { greeting } from '../../words/greeting.ts'\nexport const handler = async () => greeting\n",
  )
  write('doors/bye/main.ts', 'export const handler = async () => "bye"\n')
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function write(path: string, text: string) {
  const file = join(root, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
}

const build = () => buildFunctions({ names: ['hello', 'bye'], from: join(root, 'doors'), to: join(root, 'dist') })

describe('bundles of the doors', () => {
  test('one CommonJS file per door, runnable on its own, reported with its size', async () => {
    const [hello] = await build()
    expect(hello).toMatchObject({ name: 'hello', directory: join(root, 'dist/functions/hello'), changed: true })
    const file = join(root, 'dist/functions/hello/index.js')
    expect(hello?.bytes).toBe(statSync(file).size)
    const { handler } = createRequire(resolve('index.js'))(resolve(file))
    expect(await handler()).toBe('selamat datang')
  })

  test('the source map stays outside the asset', async () => {
    await build()
    expect(readdirSync(join(root, 'dist/functions/hello')).sort()).toEqual(['index.js', 'package.json'])
    expect(readFileSync(join(root, 'dist/functions/hello/index.js'), 'utf8')).not.toContain('sourceMappingURL')
    expect(JSON.parse(readFileSync(join(root, 'dist/maps/hello.js.map'), 'utf8')).sources.join()).toContain(
      'greeting.ts',
    )
  })

  test('what did not change is not written again', async () => {
    await build()
    write('words/greeting.ts', "export const greeting: string = 'karibu'\n")
    expect((await build()).map(({ name, changed }) => [name, changed])).toEqual([
      ['hello', true],
      ['bye', false],
    ])
  })

  test('what does not belong into the asset is taken out', async () => {
    await build()
    write('dist/functions/bye/index.js.map', '{}')
    await build()
    expect(existsSync(join(root, 'dist/functions/bye/index.js.map'))).toBe(false)
  })

  test('a door without main.ts is named', async () => {
    await expect(
      buildFunctions({ names: ['hello', 'cellar'], from: join(root, 'doors'), to: join(root, 'dist') }),
    ).rejects.toThrow(/No main\.ts in .*doors\/cellar/)
  })
})
