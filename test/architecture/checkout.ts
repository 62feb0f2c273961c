import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Every file of the checkout: what git tracks, and what it would if it were added. Paths from the repository root, sorted. */
export const filesOfTheCheckout = (): readonly string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && existsSync(file))
    .sort()

export const isSource = (file: string): boolean => /\.(ts|js|mjs)$/.test(file)

export const textOf = (file: string): string => readFileSync(file, 'utf8')
