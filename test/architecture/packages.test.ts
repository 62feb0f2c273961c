import { describe, expect, test } from 'vitest'
import { textOf } from './checkout.ts'
import { disagreements, inexactVersions, installScripts } from './packages.ts'

const manifest = JSON.parse(textOf('package.json'))
const lock = JSON.parse(textOf('package-lock.json'))

describe('the packages', () => {
  test('are asked for in exact versions', () => {
    expect(inexactVersions(manifest)).toEqual([])
  })

  test('are those of the lockfile', () => {
    expect(disagreements(manifest, lock)).toEqual([])
  })

  test('need no script when they are installed', () => {
    expect(installScripts(lock)).toEqual([])
  })
})

describe('and it is told when', () => {
  test.each(['^4.0.0', '~4.0.0', '4', '>=4.0.0', 'latest', '*', 'file:../zod', 'github:a/b'])(
    'a version is %s',
    (version) => {
      expect(inexactVersions({ devDependencies: { zod: version } })).toHaveLength(1)
    },
  )

  const locked = (version: string, root = '4.0.0') => ({
    packages: { '': { dependencies: { zod: root } }, 'node_modules/zod': { version } },
  })

  test.each([
    ['the lockfile has another version', { zod: '4.0.0' }, locked('4.0.1')],
    ['the lockfile was asked for another', { zod: '4.0.0' }, locked('4.0.0', '4.0.1')],
    ['the lockfile knows nothing of it', { zod: '4.0.0' }, { packages: {} }],
    ['only the lockfile knows it', {}, locked('4.0.0')],
  ])('%s', (_, dependencies, theirs) => {
    expect(disagreements({ dependencies }, theirs)).toHaveLength(1)
    expect(disagreements({ dependencies: { zod: '4.0.0' } }, locked('4.0.0'))).toEqual([])
  })

  test('a package wants to run a script', () => {
    const entry = { hasInstallScript: true }
    expect(
      installScripts({ packages: { 'node_modules/a/node_modules/@b/c': entry, 'node_modules/esbuild': entry } }),
    ).toEqual(['@b/c wants to run a script when it is installed'])
  })
})
