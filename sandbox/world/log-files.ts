import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { LogLine } from '../lambda/log-ring.ts'

/** One file per source, begun afresh with each start. */
export const logFiles = (directory: string): ((line: LogLine) => void) => {
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  return ({ at, source, requestId, text }) => {
    appendFileSync(join(directory, `${source}.log`), `${at} ${requestId ?? '-'} ${text}\n`)
  }
}
