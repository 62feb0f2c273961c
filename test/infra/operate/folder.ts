import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export type Json = Readonly<Record<string, unknown>>

export const readService = (name: string): Json => JSON.parse(readFileSync(`services/${name}.json`, 'utf8'))

export const vocabulary: Json = JSON.parse(readFileSync('services/vocabulary.json', 'utf8'))

/** A folder for the length of one test; `write` gives the path of what was written. */
export const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'operate-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return (name: string, content: unknown): string => {
    const path = join(folder, name)
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }
}
