import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

const candidates = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].filter((path) => path !== undefined)

/** Where a Chromium is on this machine; undefined when there is none. */
export const chromiumPath: string | undefined = candidates.find((path) => existsSync(path))

/** Said in the name of every suite that cannot run, so that a skipped suite is seen to be skipped, and why. */
export const skipReason: string =
  chromiumPath === undefined ? ` [SKIPPED: no Chromium at ${candidates.join(', ')}]` : ''

export function launch(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium')
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
