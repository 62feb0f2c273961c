import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'

/**
 * A parent that is killed outright (SIGKILL, power) runs no exit hook. Every child is therefore written down in a folder
 * of this user, and the next start ends those whose parent is gone, after making sure that they are what was written.
 */
const noteShape = z.strictObject({
  parent: z.int().positive(),
  child: z.int().positive(),
  program: z.string(),
  port: z.int().positive(),
})
export type ChildNote = z.infer<typeof noteShape>

const folder = (): string => join(tmpdir(), `verify-once-sandbox-${userInfo().username}`)

const noteOf = (child: number): string => join(folder(), `${child}.json`)

export function writeDown(note: ChildNote): void {
  mkdirSync(folder(), { recursive: true, mode: 0o700 })
  writeFileSync(noteOf(note.child), JSON.stringify(note), { mode: 0o600 })
}

export const strikeOut = (child: number): void => rmSync(noteOf(child), { force: true })

/** Ends children left behind by a parent that is gone. Returns how many it ended. */
export function endStrays(): number {
  let ended = 0
  for (const note of notes()) {
    if (isAlive(note.parent)) continue
    if (isOurs(note) && end(note.child)) ended += 1
    strikeOut(note.child)
  }
  return ended
}

/** Two worlds that start at once may find the same stray; whoever comes second finds it gone. */
function end(child: number): boolean {
  try {
    return process.kill(child, 'SIGKILL')
  } catch {
    return false
  }
}

function notes(): ChildNote[] {
  try {
    return readdirSync(folder()).flatMap((name) => {
      const read = noteShape.safeParse(readJson(join(folder(), name)))
      return read.success ? [read.data] : []
    })
  } catch {
    // No folder: nothing was ever started here.
    return []
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Being written or removed by another start at this moment.
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Process ids are used again: only the same program with the same port is the child that was written down. */
function isOurs(note: ChildNote): boolean {
  try {
    const command = commandOf(note)
    return command.includes(note.program) && command.includes(`--port ${note.port}`)
  } catch {
    // Already gone.
    return false
  }
}

function commandOf(note: ChildNote): string {
  if (process.platform !== 'linux')
    return execFileSync('ps', ['-o', 'command=', '-p', String(note.child)], { encoding: 'utf8' })
  const program = readlinkSync(`/proc/${note.child}/exe`)
  return `${program} ${readFileSync(`/proc/${note.child}/cmdline`, 'utf8').replaceAll('\0', ' ')}`
}
