import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../sandbox/esignet/start.ts'
import type { Party } from './login.ts'
import { bruno, people } from './people.ts'
import { acr, newRelyingParty } from './relying-party.ts'

let esignet: RunningEsignet
let browser: Browser
let party: Party
beforeAll(async () => {
  esignet = await startEsignet({
    port: 0,
    identities: [...people, { ...bruno, individualId: '1000000009', persona: 'rude"><script>', title: '<b>bold</b>' }],
    verificationMetadata: 'as-mock',
    homeUrl: 'http://localhost:1/',
  })
  party = await newRelyingParty(esignet.url)
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
  args.push('--disable-component-update', '--disable-sync')
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
})
afterAll(async () => {
  await browser.close()
  await esignet.close()
})

const claims = JSON.stringify({
  userinfo: {
    email: null,
    verified_claims: {
      verification: { trust_framework: { value: 'eidas' } },
      claims: { name: { essential: true }, birthdate: { essential: true } },
    },
  },
})

/** A page that gathers complaints (a violated content policy among them) and stops at the relying party. */
async function visit(url: string): Promise<{ page: Page; complaints: string[]; back: () => Promise<URLSearchParams> }> {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.route('https://bank.example/**', (route) => route.fulfill({ body: 'bank' }))
  await page.goto(url)
  const back = async () => {
    await page.waitForURL('https://bank.example/**')
    return new URL(page.url()).searchParams
  }
  return { page, complaints, back }
}

test('a person chooses a card, gets a code, mistypes it, logs in, declines one detail and allows the rest', async () => {
  const form = party.authorization({ claims, acr_values: acr('generated-code') })
  const { page, complaints, back } = await visit(await party.pushedUrl(form))
  await page.getByTestId('persona-two-frameworks').click()
  expect(await page.getByTestId('individual-id').inputValue()).toBe('1000000001')
  expect(await page.getByTestId('factor-pin').count()).toBe(0)
  await page.getByTestId('send-code').click()
  await page.getByText('the code is 111111').waitFor()
  await page.getByTestId('otp').fill('000000')
  await page.getByTestId('verify').click()
  await page.getByTestId('error').getByText('did not match').waitFor()
  await page.getByTestId('otp').fill('111111')
  await page.getByTestId('otp').press('Enter')
  await page.getByTestId('consent-allow').waitFor()
  expect(await page.getByTestId('claim-name').textContent()).toContain('Verified under eidas')
  expect(await page.getByTestId('claim-birthdate').textContent()).toContain('Not verified under eidas')
  expect(await page.getByTestId('countdown').textContent()).toMatch(/^1:5\d$/)
  expect(await page.getByTestId('toggle-email').isChecked()).toBe(false)
  await page.getByTestId('consent-allow').click()
  const answer = await back()
  expect([...answer.keys()]).toEqual(['state', 'code', 'iss'])
  expect(answer.get('state')).toBe(form.state ?? '')
  expect(complaints).toEqual([])
  await page.close()
})

test('a person logs in by PIN and cancels', async () => {
  const form = party.authorization({ claims })
  const { page, back } = await visit(party.authorizeUrl(form))
  await page.getByTestId('persona-two-frameworks').click()
  await page.getByTestId('factor-pin').click()
  await page.getByText("this person's PIN is 545411").waitFor()
  await page.getByTestId('pin').fill('545411')
  await page.getByTestId('verify').click()
  await page.getByTestId('consent-cancel').click()
  const answer = await back()
  expect([answer.get('error'), answer.get('state'), answer.has('iss')]).toEqual(['access_denied', form.state, false])
  await page.close()
})

test('who does not decide in time is sent back', async () => {
  const { page, back } = await visit('about:blank')
  await page.clock.install()
  await page.goto(await party.pushedUrl(party.authorization({ claims, prompt: 'consent' })))
  await page.getByTestId('persona-two-frameworks').click()
  await page.getByTestId('factor-bio').click()
  await page.getByTestId('biometric').click()
  await page.getByTestId('consent-allow').waitFor()
  await page.clock.runFor(114_000)
  expect(await page.getByTestId('countdown').textContent()).toMatch(/^0:0\d$/)
  await page.clock.runFor(2_000)
  const answer = await back()
  expect([answer.get('error'), answer.get('state')]).toEqual(['transaction_timeout', 'null'])
  await page.close()
})

test('a blocked person reads why, and leaves', async () => {
  const { page, back } = await visit(await party.pushedUrl(party.authorization({ claims })))
  await page.getByTestId('persona-blocked').click()
  await page.getByTestId('send-code').click()
  await page.getByTestId('error').getByText('blocked').waitFor()
  await page.getByTestId('leave').click()
  expect((await back()).get('error')).toBe('individual_id_blocked')
  await page.close()
})

test('a broken request is explained here, and nobody is redirected', async () => {
  const { page } = await visit(party.authorizeUrl(party.authorization({ client_id: 'nobody' })))
  await page.getByTestId('error-view').waitFor()
  expect(await page.getByTestId('error-code').textContent()).toBe('invalid_client_id')
  expect(page.url()).toContain('/authorize?')
  await page.close()
})

test('the page allows no inline code and no other origin, and writes names as text', async () => {
  const answer = await fetch(`${esignet.url}/authorize`)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const text = await answer.text()
  expect(text).not.toMatch(/<script>|<b>|https?:\/\/(?!localhost:1\/)/)
  expect((await fetch(`${esignet.url}/assets/..%2Fstart.ts`)).status).toBe(404)
})
