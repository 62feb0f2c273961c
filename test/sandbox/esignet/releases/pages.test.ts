import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningEsignet, startEsignet } from '../../../../sandbox/esignet/start.ts'
import { asha, people } from '../people.ts'
import { acr } from '../relying-party.ts'
import { newReleaseParty } from './release-party.ts'

let esignet: RunningEsignet
let browser: Browser
beforeAll(async () => {
  const releases = ['1.6', '2.0'] as const
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', releases })
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
  args.push('--disable-component-update', '--disable-sync')
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
})
afterAll(async () => {
  await browser.close()
  await esignet.close()
})

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

const claims = JSON.stringify({ userinfo: { name: { essential: true }, email: null, birthdate: null } })

test('Go line: a person chooses the code, mistypes it, changes their mind, logs in and declines one detail', async () => {
  const party = await newReleaseParty(esignet.deployment('2.0'))
  const form = party.authorization({ claims, acr_values: undefined })
  const { page, complaints, back } = await visit(party.authorizeUrl(form))
  await page.getByTestId('persona-two-frameworks').click()
  await page.getByTestId('factor-bio').waitFor()
  await page.getByTestId('send-code').click()
  await page.getByTestId('otp').fill('000000')
  await page.getByTestId('verify').click()
  await page.getByText('did not match').waitFor()
  // Another number, with a code of its own: the page goes back a step.
  await page.getByTestId('persona-no-email').click()
  await page.getByTestId('send-code').click()
  await page.getByText('Neither an e-mail').waitFor()
  await page.getByTestId('persona-two-frameworks').click()
  await page.getByTestId('send-code').click()
  await page.getByTestId('otp').fill('111111')
  await page.getByTestId('verify').click()
  await page.getByTestId('claim-name').waitFor()
  await page.getByTestId('toggle-birthdate').check()
  await page.getByTestId('consent-allow').click()
  const answer = await back()
  expect([answer.get('state'), answer.get('iss')]).toEqual([form.state, esignet.deployment('2.0').issuer])
  const { body } = await party.redeem(answer.get('code') ?? '')
  const userinfo = await (await party.userinfo(String(body.access_token))).text()
  const released = JSON.parse(Buffer.from(userinfo.split('.')[1] ?? '', 'base64url').toString())
  expect([released.name, released.birthdate, released.email]).toEqual(['Asha Moreau', '1990/01/31', undefined])
  expect(complaints).toEqual([])
  await page.close()
})

test('Go line: by password, and cancelled', async () => {
  const party = await newReleaseParty(esignet.deployment('2.0'), { authContextRefs: [acr('password')] })
  const { page, complaints, back } = await visit(party.authorizeUrl(party.authorization({ claims })))
  await page.getByTestId('persona-two-frameworks').click()
  await page.getByTestId('password').fill(`practice${asha.pin}`)
  await page.getByTestId('verify').click()
  await page.getByTestId('consent-cancel').click()
  expect((await back()).get('error')).toBe('access_denied')
  expect(complaints).toEqual([])
  await page.close()
})

test('Go line: what cannot be done is told on a page', async () => {
  const party = await newReleaseParty(esignet.deployment('2.0'))
  const { page, complaints } = await visit(party.authorizeUrl(party.authorization({ client_id: 'nobody' })))
  expect(await page.getByTestId('error-code').textContent()).toBe('invalid_request')
  expect(complaints).toEqual([])
  await page.close()
})

test('a release under a path of its own draws its page and calls its own service', async () => {
  const party = await newReleaseParty(esignet.deployment('1.6'))
  const form = party.authorization({ claims, acr_values: acr('biometrics') })
  const { page, complaints, back } = await visit(party.authorizeUrl(form))
  await page.getByTestId('persona-two-frameworks').click()
  await page.getByTestId('biometric').click()
  await page.getByTestId('consent-cancel').click()
  const answer = await back()
  expect([answer.get('error'), answer.get('state')]).toEqual(['consent_request_rejected', form.state])
  expect(complaints).toEqual([])
  await page.close()
})
