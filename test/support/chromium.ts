import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

/** A browser that can be started, or why there is none. */
export type FoundBrowser = { readonly path: string; readonly from: string } | { readonly missing: string }

/** Where systems keep a Chromium. */
export const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Never reaches out: a browser that looks for updates and services would talk to strangers during a test. */
export const chromiumArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The browser for the journeys: `CHROMIUM_PATH`, else one that the system has, else the one that ships inside an npm package
 * (linux-x64; it unpacks itself and its libraries into the temporary folder). It is started once, to be sure.
 */
export const findChromium = async (environment: NodeJS.ProcessEnv): Promise<FoundBrowser> => {
  const named = environment['CHROMIUM_PATH']
  const candidates = named === undefined ? installed.filter((path) => existsSync(path)) : [named]
  for (const path of candidates) if (await starts(path)) return { path, from: 'this system' }
  if (named !== undefined) return { missing: `CHROMIUM_PATH does not start: ${named}` }
  try {
    const path = await shipped()
    if (await starts(path)) return { path, from: 'an npm package' }
    return { missing: 'no Chromium is installed, and the one in the npm package does not start on this system' }
  } catch {
    return { missing: `no Chromium is installed, and the npm package has none for ${process.platform}-${process.arch}` }
  }
}

const shipped = async (): Promise<string> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('not for this platform')
  // The package brings the libraries it needs only where it believes to run in Lambda.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

const starts = async (path: string): Promise<boolean> => {
  try {
    const browser = await chromium.launch({ executablePath: path, args: chromiumArguments })
    await browser.close()
    return true
  } catch {
    return false
  }
}
