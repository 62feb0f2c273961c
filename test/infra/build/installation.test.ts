import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ensureInstalled, installCommand, missingPackages, undeclared } from '../../../infra/build/installation.mjs'

const lock = {
  packages: {
    '': { dependencies: { zod: '4.0.0' }, devDependencies: { vitest: '4.0.0' } },
    'node_modules/zod': { version: '4.0.0', integrity: 'sha512-z' },
    'node_modules/vitest': { version: '4.0.0', integrity: 'sha512-v', dev: true },
    'node_modules/@dynoxide/linux-x64': { version: '1.0.0', integrity: 'sha512-d', optional: true },
    'node_modules/fsevents': { version: '2.0.0', integrity: 'sha512-f', devOptional: true },
  },
}
const runtime = { packages: { 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-z' } } }
const full = {
  packages: { ...runtime.packages, 'node_modules/vitest': { version: '4.0.0', integrity: 'sha512-v', dev: true } },
}
const stale = { packages: { ...full.packages, 'node_modules/zod': { version: '3.0.0', integrity: 'sha512-y' } } }

describe('what is missing', () => {
  test('development packages count unless only running', () => {
    expect(missingPackages(lock, runtime, false)).toEqual(['node_modules/vitest'])
    expect(missingPackages(lock, runtime, true)).toEqual([])
  })
  test('another version or another content is missing', () => {
    expect(missingPackages(lock, stale, true)).toEqual(['node_modules/zod'])
    const forged = {
      packages: { ...full.packages, 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-other' } },
    }
    expect(missingPackages(lock, forged, true)).toEqual(['node_modules/zod'])
  })
  test('an optional package of another platform is not', () => {
    expect(missingPackages(lock, full, false)).toEqual([])
  })
})

describe('what npm is asked to do', () => {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund']
  test.each([
    ['nothing there', undefined, false, ['ci', ...quiet]],
    ['nothing there, to run only', undefined, true, ['ci', ...quiet, '--omit=dev']],
    ['a runtime-only tree, to develop', runtime, false, ['install', '--no-save', ...quiet]],
    ['an outdated tree', stale, false, ['install', '--no-save', ...quiet]],
    ['an outdated developer’s tree, to run', stale, true, ['install', '--no-save', ...quiet]],
    ['a runtime-only tree, to run', runtime, true, undefined],
    ['a full tree, to run', full, true, undefined],
    ['a full tree', full, false, undefined],
  ])('%s', (_, present, runtimeOnly, command) => {
    expect(installCommand({ lock, present, runtimeOnly })).toEqual(command)
  })
})

test('a dependency that the lockfile does not know is named', () => {
  expect(
    undeclared({ dependencies: { zod: '4.0.0', left: '1.0.0' }, devDependencies: { vitest: '4.1.0' } }, lock),
  ).toEqual(['left', 'vitest'])
})

describe('installing', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })

  function project(files: Readonly<Record<string, string>>): string {
    const root = mkdtempSync(join(tmpdir(), 'verify-once-install-'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
    return root
  }
  const manifest = JSON.stringify(lock.packages[''])

  test('a broken lockfile is said to be broken', () => {
    const root = project({ 'package.json': manifest, 'package-lock.json': '<<<<<<< HEAD' })
    expect(() => ensureInstalled({ root, runtimeOnly: true })).toThrow(/package-lock\.json cannot be read as JSON/)
  })

  test('a lockfile that does not match package.json is not installed', () => {
    const root = project({
      'package.json': '{"dependencies":{"zod":"5.0.0"}}',
      'package-lock.json': JSON.stringify(lock),
    })
    expect(() => ensureInstalled({ root, runtimeOnly: true })).toThrow(/does not match package\.json \(zod, vitest\)/)
  })

  test('an absent npm is said to be absent', () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    vi.stubEnv('PATH', '/nowhere')
    const root = project({ 'package.json': manifest, 'package-lock.json': JSON.stringify(lock) })
    expect(() => ensureInstalled({ root, runtimeOnly: true })).toThrow(/npm was not found on the PATH/)
    expect(said).toHaveBeenCalledWith(expect.stringContaining('npm ci --ignore-scripts'))
  })

  test('an npm that fails is said to have failed, with what helps', () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const root = project({ 'package.json': manifest, 'package-lock.json': JSON.stringify(lock) })
    writeFileSync(join(root, 'npm'), '#!/bin/sh\nexit 7\n', { mode: 0o755 })
    vi.stubEnv('PATH', `${root}:${process.env['PATH']}`)
    expect(() => ensureInstalled({ root, runtimeOnly: true })).toThrow(/npm ci did not succeed.*Without a network/)
  })

  test('a complete tree starts no npm', () => {
    vi.stubEnv('PATH', '/nowhere')
    const root = project({ 'package.json': manifest, 'package-lock.json': JSON.stringify(lock) })
    mkdirSync(join(root, 'node_modules'))
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify(full))
    expect(() => ensureInstalled({ root, runtimeOnly: false })).not.toThrow()
  })
})
