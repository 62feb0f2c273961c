import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, skipReason } from './browser.ts'
import { eidas, session } from './fake-verify-once.ts'
import { home, overflow, type Rig, startRig } from './rig.ts'

const portals = [
  { name: 'omera-bank', path: '/account', act: 'open-account' },
  { name: 'visa', path: '/application', act: 'apply' },
] as const

describe.skipIf(chromiumPath === undefined).each(portals)(
  `$name, coming back without a login${skipReason}`,
  ({ name, path, act }) => {
    let rig: Rig
    const again = (wanted: string) => `${rig.fake.url}/${name}/login?act=${wanted}&return_to=${path}&ui_locales=en`
    beforeAll(async () => {
      rig = await startRig(name)
    })
    afterAll(() => rig.close())
    afterEach(async () => {
      for (const page of rig.context.pages()) {
        expect(await overflow(page)).toBe(0)
        await page.close()
      }
      expect(rig.errors.splice(0)).toEqual([])
    })

    test.each([
      ['denied', 'You said no'],
      ['timed-out', 'That took too long'],
      ['not-possible', 'This is not possible'],
      ['technical', 'Something went wrong on our side'],
      ['unheard-of', 'Something went wrong on our side'],
    ])('%s: what happened, that nothing was kept, what to do, and a reference', async (outcome, title) => {
      const page = await rig.open(`${path}?outcome=${outcome}&code=nonce-mismatch&trace=1-6744f0aa`, session())
      const shown = page.getByTestId('outcome-page')
      expect(await shown.getByRole('heading', { level: 1 }).textContent()).toBe(title)
      expect(await shown.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
        'What happened',
        'What we kept',
        'What you can do now',
      ])
      expect(await shown.textContent()).toContain('kept nothing')
      expect(await page.getByTestId('outcome-code').textContent()).toBe('nonce-mismatch')
      expect(await page.getByTestId('outcome-trace').textContent()).toBe('1-6744f0aa')
      expect(await page.getByTestId('outcome-problem').getAttribute('href')).toBe(`${home}/problems/nonce-mismatch`)
      expect(await page.getByTestId('try-again').getAttribute('href')).toBe(again(act))
      expect(await page.getByTestId('welcome').count()).toBe(0)
    })

    test('the start page shows an outcome just as well', async () => {
      const page = await rig.open('/?outcome=denied')
      expect(await page.getByTestId('outcome-page').getByRole('heading', { level: 1 }).textContent()).toBe(
        'You said no',
      )
      expect(await page.getByTestId('outcome-code').textContent()).toBe('not stated')
    })

    test('trying again keeps an act the portal has, and no other', async () => {
      const known = await rig.open('/?outcome=timed-out&act=sign-in')
      expect(await known.getByTestId('try-again').getAttribute('href')).toBe(again('sign-in'))
      const unknown = await rig.open('/?outcome=timed-out&act=constructor')
      expect(await unknown.getByTestId('try-again').getAttribute('href')).toBe(again(act))
    })

    test.each(['<img src=x onerror=alert(1)>', '../../evil', 'javascript:alert(1)', 'x'.repeat(200)])(
      'a forged code or trace (%s) is text, cut short, and no way out of our pages',
      async (forged) => {
        const query = new URLSearchParams({ outcome: 'not-possible', code: forged, trace: forged })
        const page = await rig.open(`/?${query}`)
        expect(await page.getByTestId('outcome-trace').textContent()).toBe(forged.slice(0, 128))
        expect(await page.getByTestId('outcome-code').textContent()).toBe(forged.slice(0, 128))
        const links = await page
          .locator('main a')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
        expect(links.filter((href) => !['/', again(act)].includes(href) && !/\/problems\/x+$/.test(href))).toEqual([])
        expect(await page.locator('main img').count()).toBe(0)
      },
    )
  },
)

describe.skipIf(chromiumPath === undefined)(`the visa portal in a browser${skipReason}`, () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig('visa')
  })
  afterAll(() => rig.close())

  test('the start page leads to the login for an application', async () => {
    const page = await rig.open('/')
    const href = await page.getByTestId('apply').getAttribute('href')
    expect(href).toBe(`${rig.fake.url}/visa/login?act=apply&return_to=/application&ui_locales=en`)
  })

  test('the application shows the verified details, then the decision', async () => {
    const acts = { apply: { outcome: 'permit', requirements: [] } }
    const page = await rig.open(
      '/application',
      session({ service: 'visa', acts, verifiedClaims: [{ ...eidas, satisfies: ['apply'] }] }),
    )
    expect(await page.getByTestId('welcome').textContent()).toBe('Application of Mira Solvang')
    expect(await page.getByTestId('satisfies').textContent()).toBe('Good for: applying for a visa')
    expect(await page.getByTestId('decision-outcome').textContent()).toBe('Your application can be accepted')
    expect(rig.errors).toEqual([])
  })

  test('nobody is logged in', async () => {
    const page = await rig.open('/application')
    expect(await page.getByTestId('not-logged-in').count()).toBe(1)
  })
})
