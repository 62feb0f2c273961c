import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type RunningPortal, startPortal } from '../../portals/kit/start.ts'
import { launch } from './browser.ts'
import { type Answer, type FakeVerifyOnce, nobody, startFake } from './fake-verify-once.ts'

export const home = 'http://localhost:4300'

/** A portal in a real browser in front of a fake session door. */
export interface Rig {
  readonly fake: FakeVerifyOnce
  readonly portal: RunningPortal
  readonly context: BrowserContext
  /** opens a path when the door answers so, and waits until the page has settled */
  open(path: string, answer?: Answer): Promise<Page>
  /** errors the pages reported, content security violations included; failed fetches are the states under test and left out */
  readonly errors: string[]
  close(): Promise<void>
}

export async function startRig(name: 'omera-bank' | 'visa'): Promise<Rig> {
  const fake = await startFake()
  const portal = await startPortal({ name, port: 0, settings: { service: name, verifyOnce: fake.url, home } })
  const browser: Browser = await launch()
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'America/Los_Angeles',
    viewport: { width: 360, height: 800 },
  })
  const errors: string[] = []
  return {
    fake,
    portal,
    context,
    errors,
    async open(path, answer = nobody) {
      fake.answer = answer
      const page = await context.newPage()
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          errors.push(message.text())
      })
      page.on('dialog', (dialog) => {
        errors.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      await page.goto(`${portal.url}${path}`, { waitUntil: 'domcontentloaded' })
      await page.waitForFunction(settled)
      return page
    },
    async close() {
      await browser.close()
      await portal.close()
      await fake.close()
    },
  }
}

/** Runs in the page: the links have their addresses and there is a heading, so what was asked for has been answered. */
function settled(): boolean {
  const furnished = document.querySelector('a[data-home]')?.getAttribute('href') !== '/'
  return furnished && document.querySelector('main h1') !== null
}

/** How many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
