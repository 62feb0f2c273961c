import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Sentence } from './sentence.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, link?: boolean,
 *   dependencies?: Record<string, string>, devDependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lock package-lock.json, and node_modules/.package-lock.json, which npm writes alike
 */

/**
 * Which packages the lockfile asks for that are absent or different in node_modules.
 * An absent optional package is not missing: npm leaves out what does not fit the platform.
 *
 * @param {Lock} asked package-lock.json
 * @param {Lock} present node_modules/.package-lock.json
 * @param {boolean} runtimeOnly whether development packages do not count
 * @returns {string[]} paths such as `node_modules/zod`
 */
export function missingPackages(asked, present, runtimeOnly) {
  return Object.entries(asked.packages).flatMap(([path, want]) => {
    if (path === '' || want.link || (runtimeOnly && want.dev)) return []
    const have = present.packages[path]
    if (have === undefined) return want.optional || want.devOptional ? [] : [path]
    return have.version === want.version && have.integrity === want.integrity ? [] : [path]
  })
}

/**
 * What package.json declares and the lockfile does not know, or knows otherwise.
 *
 * @param {LockEntry} manifest package.json
 * @param {Lock} lock package-lock.json
 * @returns {string[]} package names
 */
export function undeclared(manifest, lock) {
  const root = lock.packages[''] ?? {}
  const kinds = /** @type {const} */ (['dependencies', 'devDependencies', 'optionalDependencies'])
  return kinds.flatMap((kind) => {
    const names = new Set([...Object.keys(manifest[kind] ?? {}), ...Object.keys(root[kind] ?? {})])
    return [...names].filter((name) => manifest[kind]?.[name] !== root[kind]?.[name])
  })
}

/**
 * The npm command that brings node_modules to what is needed, or none when it is there.
 * `npm ci` deletes first, so it serves only the empty tree; onto a runtime-only tree the rest is added.
 *
 * @param {{ lock: Lock, present: Lock | undefined, runtimeOnly: boolean }} state
 * @returns {string[] | undefined} arguments for npm
 */
export function installCommand({ lock, present, runtimeOnly }) {
  if (present !== undefined && missingPackages(lock, present, runtimeOnly).length === 0) return undefined
  const how = present === undefined ? ['ci'] : ['install', '--no-save']
  // npm removes what it is told to omit: bringing a developer's tree up to date must not cost him his tools.
  const developing = Object.values(present?.packages ?? {}).some(({ dev }) => dev)
  const omit = runtimeOnly && !developing ? ['--omit=dev'] : []
  return [...how, '--ignore-scripts', '--no-audit', '--no-fund', ...omit]
}

/**
 * Installs with the machine's own npm when node_modules does not hold what the lockfile asks. One line says so; the
 * progress below it is npm's.
 *
 * @param {{ root: string, runtimeOnly: boolean }} options
 * @throws {Sentence} when the lockfile is broken, npm is absent, or npm fails
 */
export function ensureInstalled({ root, runtimeOnly }) {
  const lock = readLock(join(root, 'package-lock.json'))
  const strays = undeclared(readJson(join(root, 'package.json')), lock)
  if (strays.length > 0) {
    throw new Sentence(
      `package-lock.json does not match package.json (${strays.join(', ')}): run "npm install" and commit the lockfile.`,
    )
  }
  const command = installCommand({ lock, present: readInstalled(root), runtimeOnly })
  if (command === undefined) return
  console.error(
    `Installing ${runtimeOnly ? 'what is needed to run' : 'the packages of the lockfile'}: npm ${command.join(' ')}`,
  )
  // npm's own report goes to stderr: the standard output belongs to the entry (cdk and scripts read it).
  const { status, error } = spawnSync('npm', command, {
    cwd: root,
    stdio: ['inherit', 2, 'inherit'],
    shell: process.platform === 'win32', // npm is npm.cmd there, which only a shell starts
  })
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') {
    throw new Sentence(
      'npm was not found on the PATH. It comes with Node: install Node from https://nodejs.org and start again.',
    )
  }
  if (status !== 0) {
    throw new Sentence(
      `npm ${command[0]} did not succeed (see its message above). Without a network, install once where there is one, or copy a filled npm cache.`,
    )
  }
}

/** @param {string} root @returns {Lock | undefined} what npm says it installed; none when nothing is there */
function readInstalled(root) {
  const modules = join(root, 'node_modules')
  if (!existsSync(modules)) return undefined
  const hidden = join(modules, '.package-lock.json')
  return existsSync(hidden) ? readLock(hidden) : { packages: {} }
}

/** @param {string} path @returns {Lock} */
function readLock(path) {
  const lock = readJson(path)
  if (typeof lock?.packages === 'object' && lock.packages !== null) return lock
  throw new Sentence(`${path} is not a lockfile of version 2 or 3: restore it from version control.`)
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new Sentence(`${path} cannot be read as JSON (${cause.message}): restore it from version control.`)
  }
}
