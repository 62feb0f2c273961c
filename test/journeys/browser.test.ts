import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { canRunAws } from '../support/aws-world.ts'
import { chromiumArguments, findChromium } from '../support/chromium.ts'
import { openPracticeWorld, type PracticeWorld } from '../support/practice-world.ts'

const found = await findChromium(process.env)
const path = 'path' in found ? found.path : undefined

/** A picture of every step, for whoever wants to see what a person saw. */
const pictures = join('screenshots', 'journeys')

describe.runIf(canRunAws() && path !== undefined)('the login as a person sees it', () => {
  let practice: PracticeWorld
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let problems: string[]

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    practice = await openPracticeWorld()
    browser = await chromium.launch({ executablePath: path ?? '', args: chromiumArguments })
  })
  afterAll(async () => {
    await browser?.close()
    await practice?.close()
  })
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    page = await context.newPage()
    problems = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('401')) problems.push(message.text())
    })
  })
  afterEach(async () => {
    await context.close()
    expect(problems, 'errors in the page').toEqual([])
  })

  const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
  const bank = () => practice.world.urls.portals['omera-bank'] ?? ''
  const click = (testId: string) => page.getByTestId(testId).first().click()
  /** A portal's login links lead to the login door once its script has run. */
  const startWith = (testId: string) => page.locator(`[data-testid=${testId}][href*="/login?"]`).first().click()

  /** From the bank's home to eSignet's consent page, as the persona. */
  const upToConsent = async (persona: string, name: string, start = 'open-account') => {
    await page.goto(`${bank()}/`)
    await picture(`${name}-1-bank`)
    await startWith(start)
    await page.getByTestId(`persona-${persona}`).click()
    await picture(`${name}-2-esignet`)
    await click('send-code')
    await page.getByTestId('otp').fill('111111')
    await picture(`${name}-3-code`)
    await click('verify')
  }

  it('opens an account: claims, who verified them and how, and that they suffice', async () => {
    await upToConsent('fresh-eidas', 'open-account')
    await page.getByTestId('consent-allow').waitFor()
    await picture('open-account-4-consent')
    await click('consent-allow')
    await page.getByTestId('welcome').waitFor()
    await picture('open-account-5-account')

    expect(new URL(page.url()).origin).toBe(bank())
    expect(new URL(page.url()).search).toBe('')
    expect(await page.getByTestId('decision-outcome').first().getAttribute('data-outcome')).toBe('permit')
    const card = page.getByTestId('verified-claim-card').first()
    for (const shown of ['framework', 'level', 'verifier', 'evidence', 'time', 'valid-until', 'satisfies'])
      expect((await card.getByTestId(shown).first().textContent())?.trim(), shown).not.toBe('')
    expect(await card.textContent()).toContain('eidas-verifier.veridonia.example')

    const cookies = await context.cookies()
    const session = cookies.find(({ name }) => name === '__Host-omera-bank-session')
    expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
    expect(await page.evaluate(() => document.cookie)).toBe('')
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  })

  it('explains the trust gap to somebody whose verification does not suffice', async () => {
    await upToConsent('standard-only', 'trust-gap')
    await click('consent-allow')
    await page.getByTestId('decision').first().waitFor()
    await picture('trust-gap-4-account')
    expect(await page.getByTestId('decision-outcome').first().getAttribute('data-outcome')).toBe('re-verify')
    expect(await page.getByTestId('requirement-row').first().isVisible()).toBe(true)
  })

  it('tells the person who said no that they said no', async () => {
    await upToConsent('no-email', 'denied')
    await click('consent-cancel')
    await page.getByTestId('outcome-page').waitFor()
    await picture('denied-4-outcome')
    expect(new URL(page.url()).searchParams.get('outcome')).toBe('denied')
    expect(await page.getByTestId('outcome-trace').first().textContent()).not.toBe('')
  })

  it('tells a blocked person that it is not possible', async () => {
    await page.goto(`${bank()}/`)
    await startWith('open-account')
    await page.getByTestId('persona-blocked').click()
    await click('send-code')
    await page.getByTestId('leave').waitFor()
    await picture('not-possible-1-esignet')
    await click('leave')
    await page.getByTestId('outcome-page').waitFor()
    await picture('not-possible-2-outcome')
    expect(new URL(page.url()).searchParams.get('outcome')).toBe('not-possible')
  })

  it('tells the person when eSignet is down, and the page behind the code says whose turn it is', async () => {
    practice.world.esignet.fault('par-500', 2)
    await page.goto(`${bank()}/`)
    await startWith('open-account')
    await page.getByTestId('outcome-page').waitFor()
    await picture('technical-1-outcome')
    expect(new URL(page.url()).searchParams.get('code')).toBe('provider-unavailable')
    await page.goto(`${practice.world.urls.home}/problems/provider-unavailable`)
    await picture('technical-2-problem')
    expect(await page.textContent('h1')).toContain('provider-unavailable')
  })

  it('applies for the visa with a fingerprint', async () => {
    await page.goto(`${practice.world.urls.portals['visa'] ?? ''}/`)
    await picture('visa-1-portal')
    await startWith('apply')
    await page.getByTestId('persona-two-frameworks').click()
    await click('factor-bio')
    await picture('visa-2-esignet')
    await click('biometric')
    await page.getByTestId('consent-allow').waitFor()
    await picture('visa-3-consent')
    await click('consent-allow')
    await page.getByTestId('verified-claim-card').first().waitFor()
    await picture('visa-4-application')
    expect(await page.getByTestId('decision-outcome').first().getAttribute('data-outcome')).toBe('permit')
  })

  it('registers a patient at a clinic that has no portal of its own', async () => {
    await page.goto(`${practice.world.urls.home}/services/clinic`)
    await startWith('act-register-patient')
    await page.getByTestId('persona-standard-only').click()
    await click('send-code')
    await page.getByTestId('otp').fill('111111')
    await click('verify')
    await click('consent-allow')
    await page.waitForURL(`${practice.world.urls.home}/services/clinic`)
    await page.locator('#decisions tr').first().waitFor()
    await picture('clinic-1-registered')
    expect(await page.locator('#decisions tr').allTextContents()).toEqual([
      'register patientpermit',
      'read resultspermit',
    ])
  })

  it('welcomes somebody in the language of the page, and shows a name in every script it came in', async () => {
    await context.close()
    context = await browser.newContext({ locale: 'km-KH', viewport: { width: 390, height: 844 } })
    page = await context.newPage()
    await upToConsent('two-languages', 'two-languages')
    await click('consent-allow')
    await page.getByTestId('welcome').waitFor()
    await picture('two-languages-4-account')
    const sophea = practice.world.personas.find(({ key }) => key === 'two-languages')?.identity.fullName
    const nameIn = (wanted: string) =>
      typeof sophea === 'string' ? sophea : sophea?.find(({ language }) => language === wanted)?.value
    expect(await page.getByTestId('welcome').textContent()).toContain(nameIn('eng'))
    const card = await page.getByTestId('verified-claim-card').first().textContent()
    expect(card).toContain(nameIn('khm'))
    expect(card).toContain(nameIn('eng'))
  })

  it('shows the start page with a card for every persona', async () => {
    await page.goto(practice.world.urls.home)
    await picture('start-page')
    for (const { title } of practice.world.personas) expect(await page.textContent('body')).toContain(title)
  })
})
