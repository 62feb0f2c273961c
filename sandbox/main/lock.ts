import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'

/** One practice world per checkout: it builds into one folder and keeps one set of data. */
const lockShape = z.object({
  pid: z.int().positive(),
  /** When that process began, as the system tells it; guards against a process id that was used again. */
  processStart: z.string(),
  basePort: z.int(),
  home: z.string(),
})

export type LockContent = z.infer<typeof lockShape>

export interface Lock {
  readonly release: () => void
}

export class AlreadyRunning extends Error {
  constructor({ pid, home }: LockContent) {
    super(
      `A practice world already runs in this checkout (process ${pid}, ${home}). Use it, or end it with Ctrl-C in its terminal. A second one needs a second checkout.`,
    )
    this.name = 'AlreadyRunning'
  }
}

export const lockFile = (root: string): string => join(root, '.practice', 'world.json')

/** Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces, so counting starts after its bracket. */
const processStart = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The running world of this checkout, or nothing when there is none (a file left behind by a crash counts as none). */
export const runningWorld = (root: string): LockContent | undefined => {
  try {
    const content = lockShape.parse(JSON.parse(readFileSync(lockFile(root), 'utf8')))
    return isAlive(content.pid) && processStart(content.pid) === content.processStart ? content : undefined
  } catch {
    return undefined
  }
}

/** Takes the lock of this checkout, over a stale one if need be. Throws {@link AlreadyRunning}. */
export const takeLock = (root: string, basePort: number): Lock => {
  const file = lockFile(root)
  const running = runningWorld(root)
  if (running !== undefined) throw new AlreadyRunning(running)
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  const content: LockContent = {
    pid: process.pid,
    processStart: processStart(process.pid),
    basePort,
    home: `http://localhost:${basePort}`,
  }
  // `wx`: of two that start in the same moment, one fails.
  const descriptor = openSync(file, 'wx')
  writeSync(descriptor, JSON.stringify(content))
  closeSync(descriptor)
  return { release: () => rmSync(file, { force: true }) }
}
