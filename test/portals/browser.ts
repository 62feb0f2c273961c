import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { chromiumArguments, installed } from '../support/chromium.ts'

const candidates = [process.env['CHROMIUM_PATH'], ...installed].filter((path) => path !== undefined)

/** Where a Chromium is on this machine; undefined when there is none. */
export const chromiumPath: string | undefined = candidates.find((path) => existsSync(path))

/** Said in the name of every suite that cannot run, so that a skipped suite is seen to be skipped, and why. */
export const skipReason: string =
  chromiumPath === undefined ? ` [SKIPPED: no Chromium at ${candidates.join(', ')}]` : ''

export function launch(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium')
  return chromium.launch({
    executablePath: chromiumPath,
    args: chromiumArguments,
  })
}
