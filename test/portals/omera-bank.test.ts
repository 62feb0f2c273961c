import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, skipReason } from './browser.ts'
import { eidas, gap, permit, session, westalis } from './fake-verify-once.ts'
import { overflow, type Rig, startRig } from './rig.ts'

describe.skipIf(chromiumPath === undefined)(`Omera Bank in a browser${skipReason}`, () => {
  let rig: Rig
  const login = (act: string) => `${rig.fake.url}/omera-bank/login?act=${act}&return_to=/account&ui_locales=en`
  beforeAll(async () => {
    rig = await startRig('omera-bank')
  })
  afterAll(() => rig.close())
  afterEach(async () => {
    for (const page of rig.context.pages()) {
      expect(await overflow(page)).toBe(0)
      await page.close()
    }
    expect(rig.errors.splice(0)).toEqual([])
  })

  test('the start page calls to two actions, and they lead to the login door', async () => {
    const page = await rig.open('/')
    expect(await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(
      [login('open-account'), login('sign-in')],
    )
    await page.getByTestId('open-account').click()
    await page.waitForURL(login('open-account'))
  })

  test('a visitor who is not logged in is invited, by our own link and not by the one in the answer', async () => {
    const page = await rig.open('/account')
    expect(await page.getByTestId('not-logged-in').getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(await page.getByTestId('open-account').getAttribute('href')).toBe(login('open-account'))
    expect(await page.getByTestId('sign-in').getAttribute('href')).toBe(login('sign-in'))
    expect(await page.content()).not.toContain('javascript:')
  })

  test('the session is asked for with the cookie', async () => {
    await rig.context.addCookies([{ name: 'door', value: 'opaque', url: rig.fake.url, sameSite: 'Lax' }])
    await rig.open('/account')
    expect(rig.fake.seen).toContain('GET /omera-bank/session door=opaque')
  })

  test('permit: welcome by the verified name, the decision, until when, and why', async () => {
    const page = await rig.open('/account', session())
    expect(await page.getByTestId('welcome').textContent()).toBe('Welcome, Mira Solvang')
    expect(await page.getByTestId('decision-outcome').textContent()).toBe('Your account can be opened')
    expect(await page.getByTestId('decision').getAttribute('data-outcome')).toBe('permit')
    expect(await page.getByTestId('decision').locator('time').first().getAttribute('datetime')).toBe(permit.validUntil)
    expect(await page.getByTestId('try-again').count()).toBe(0)
    // The rule of the way not taken is the officer's business only.
    expect(await page.getByTestId('requirement-row').count()).toBe(2)
    expect(await page.getByTestId('officer-row').count()).toBe(3)
    expect(await page.title()).toBe('Welcome, Mira Solvang · Omera Bank')
    expect(await page.getByTestId('welcome').evaluate((heading) => heading === document.activeElement)).toBe(true)
  })

  test('a card shows the details and everything that makes them worth something', async () => {
    const page = await rig.open('/account', session())
    const card = page.getByTestId('verified-claim-card')
    expect(await card.getByTestId('claim-name').allTextContents()).toEqual(['Full name', 'Country', 'Date of birth'])
    expect(await card.getByTestId('claim-value').allTextContents()).toEqual([
      'Mira Solvang',
      'Westalis',
      '31 January 1990',
    ])
    expect(await card.getByTestId('framework').textContent()).toBe('eIDAS')
    expect(await card.getByTestId('level').textContent()).toBe('High')
    expect(await card.getByTestId('verifier').textContent()).toBe('eidas-verifier.veridonia.example')
    expect(await card.getByTestId('evidence').textContent()).toBe(
      'Passport, issued by Westalis Passport Office, expires 1 May 2031',
    )
    expect(await card.getByTestId('time').locator('time').getAttribute('datetime')).toBe(eidas.time)
    expect(await card.getByTestId('valid-until').locator('time').getAttribute('datetime')).toBe(eidas.validUntil)
    expect(await card.getByTestId('satisfies').textContent()).toBe('Good for: opening an account')
  })

  test('how the person logged in, what they told us, and the other acts', async () => {
    const page = await rig.open('/account', session())
    expect(await page.getByTestId('authentication-how').textContent()).toBe('One-time code')
    expect(await page.getByTestId('authentication-when').locator('time').getAttribute('datetime')).toBe(
      '2026-11-24T10:00:00Z',
    )
    expect(await page.getByTestId('also-known').getByTestId('claim-value').textContent()).toBe('mira@mail.example')
    expect(await page.getByTestId('other-act').textContent()).toContain('signing in')
  })

  test('the trust gap: unmet requirements first, in plain words, with the one remedy', async () => {
    const acts = { 'open-account': gap }
    const page = await rig.open('/account', session({ acts, verifiedClaims: [westalis] }))
    expect(await page.getByTestId('decision-outcome').textContent()).toContain('One step is missing')
    expect(await page.getByTestId('try-again').getAttribute('href')).toBe(login('open-account'))
    const rows = page.getByTestId('requirement-row')
    expect(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-pass')))).toEqual([
      'false',
      'false',
      'false',
      'true',
    ])
    expect(await rows.first().locator('th, td').allTextContents()).toEqual([
      'Rules your identity was verified under Not met',
      'eIDAS',
      'Westalis NID',
      'Verify your identity again',
    ])
    const officer = page.getByTestId('officer-row').nth(1)
    expect(await officer.isVisible()).toBe(false)
    await page.getByText('For the officer').click()
    expect(await officer.isVisible()).toBe(true)
    expect(await officer.locator('code').allTextContents()).toEqual([
      'accept[0].trustFrameworks',
      'eidas',
      'westalis-nid',
      'false',
      're-verify',
    ])
    expect(await page.getByTestId('satisfies').textContent()).toBe('Not enough for anything here yet')
  })

  test.each([
    ['re-authenticate', 'Please log in once more'],
    ['step-up', 'A stronger login is needed'],
    ['re-verify', 'One step is missing before your account can open'],
    ['consent', 'May we see what was verified?'],
    ['manual-review', 'A colleague will look at your account'],
    ['deny', 'Your account cannot be opened'],
    ['something-new', 'You have not asked for an account yet'],
  ])('the outcome %s has its own sentence and a next step', async (outcome, sentence) => {
    const page = await rig.open('/account', session({ acts: { 'open-account': { outcome, requirements: [] } } }))
    expect(await page.getByTestId('decision-outcome').textContent()).toBe(sentence)
    expect(await page.getByTestId('try-again').getAttribute('href')).toBe(login('open-account'))
  })

  test('an answer with nothing in it is shown as nothing stated', async () => {
    const page = await rig.open('/account', { status: 200, body: {} })
    expect(await page.getByTestId('welcome').textContent()).toBe('Welcome to Omera Bank')
    expect(await page.getByTestId('authentication-how').textContent()).toBe('not stated')
    expect(await page.getByTestId('no-verified-claims').count()).toBe(1)
    const bare = await rig.open('/account', session({ verifiedClaims: [{}], novelty: { a: 1 } }))
    for (const id of ['framework', 'level', 'verifier', 'evidence', 'time', 'valid-until']) {
      expect(await bare.getByTestId(id).textContent(), id).toBe('not stated')
    }
  })

  test('hostile and huge values are text', async () => {
    const image = '<img src=x onerror="alert(1)">'
    const huge = 'Ä'.repeat(4096)
    const claims = {
      name: `${image}${huge}`,
      country: '{name}\u202Egnp.exe',
      [image]: image,
      list: [image, { value: image }],
    }
    const verified = {
      ...eidas,
      claims,
      verifiers: [image.repeat(20)],
      trustFramework: image,
      assuranceLevel: huge,
      satisfies: [image, 'open-account'],
    }
    const odd = {
      outcome: image,
      requirements: [{ rule: image, expected: { [image]: huge }, actual: image, remedy: image }],
    }
    const page = await rig.open(
      '/account',
      session({ verifiedClaims: [verified], acts: { 'open-account': odd, [image]: odd } }),
    )
    expect(await page.getByTestId('welcome').textContent()).toBe(`Welcome, ${image}${huge}`)
    expect(await page.getByTestId('framework').textContent()).toBe(image)
    expect(await page.getByTestId('requirement-row').textContent()).toContain(image)
    expect(await page.locator('main img').count()).toBe(0)
  })

  test('a refusal is shown with its reference and a way to ask again', async () => {
    const body = { title: 'Too many', status: 429, code: 'too-many-requests', traceId: 't-1' }
    const page = await rig.open('/account', { status: 429, body })
    expect(await page.getByTestId('outcome-code').textContent()).toBe('too-many-requests')
    expect(await page.getByTestId('outcome-trace').textContent()).toBe('t-1')
    rig.fake.answer = session()
    await page.getByTestId('try-again').click()
    await page.getByTestId('welcome').waitFor()
  })

  test('a gateway page instead of JSON is a refusal without a reference', async () => {
    const page = await rig.open('/account', { status: 502, body: '<h1>Bad Gateway</h1>' })
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('The login service could not answer')
    expect(await page.getByTestId('outcome-problem').count()).toBe(0)
  })

  test('an API that cannot be reached gets a calm message, and trying again works', async () => {
    await rig.context.route(`${rig.fake.url}/**`, (route) => route.abort())
    const page = await rig.open('/account', session())
    expect(await page.getByTestId('calm').textContent()).toContain('We cannot reach the login service just now')
    await rig.context.unroute(`${rig.fake.url}/**`)
    await page.getByTestId('try-again').click()
    expect(await page.getByTestId('welcome').textContent()).toBe('Welcome, Mira Solvang')
  })
})
