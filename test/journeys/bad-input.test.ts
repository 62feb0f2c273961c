import { existsSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../../sandbox/journey/browser.ts'
import { canRunAws } from '../support/aws-world.ts'
import { openPracticeWorld, type PracticeWorld, upToCallback } from '../support/practice-world.ts'

describe.runIf(canRunAws())(
  'what goes wrong ends in one refusal code, one audit event, and nothing half-written',
  () => {
    let practice: PracticeWorld
    /** Rows that were there before the test at hand. */
    let before: { audit: number; sessions: number; claims: number; logs: number }
    const count = async () => ({
      audit: (await practice.rows('audit')).length,
      sessions: (await practice.rows('sessions')).length,
      claims: (await practice.rows('verified-claims')).length,
      logs: practice.world.logs(100_000).length,
    })
    const bank = () => practice.world.urls.portals['omera-bank'] ?? ''
    const api = () => practice.world.urls.api

    beforeAll(async () => {
      practice = await openPracticeWorld()
    })
    afterAll(async () => {
      await practice?.close()
    })
    beforeEach(async () => {
      practice.world.esignet.fault(null)
      practice.world.aws.faults.clear()
      before = await count()
    })

    /** One audit event with the code, no session, no claims, a page that explains the code, and no stranger's words in the log. */
    const endsIn = async (code: string, words: readonly (string | undefined)[] = []) => {
      const after = await count()
      const events = (await practice.rows('audit')).filter(({ reason }) => reason === code)
      expect(after.audit - before.audit, 'audit events').toBe(1)
      expect(events.length, `audit events of ${code}`).toBeGreaterThan(0)
      expect(after.sessions, 'sessions').toBe(before.sessions)
      expect(after.claims, 'claims').toBe(before.claims)
      expect(existsSync(`docs/problems/${code}.md`), `docs/problems/${code}.md`).toBe(true)
      const logs = JSON.stringify(practice.world.logs(100_000).slice(before.logs))
      expect(logs).toContain(code)
      for (const word of words) if (word !== undefined) expect(logs).not.toContain(word)
    }
    const loginRow = async (state: 'PENDING' | 'EXCHANGING' | 'DONE' | 'FAILED') =>
      (await practice.rows('login-transactions')).filter((row) => row['state'] === state)
    /** Where a refused person is told: the service, an outcome, the code, and a reference. */
    const toldAt = (response: Response) => {
      expect(response.status).toBe(303)
      const location = new URL(response.headers.get('location') ?? '')
      expect(location.searchParams.get('trace')).toMatch(/^\S{8,}$/)
      expect([...location.searchParams.keys()].sort()).toEqual(['code', 'outcome', 'trace'])
      return {
        place: `${location.origin}${location.pathname}`,
        outcome: location.searchParams.get('outcome'),
        code: location.searchParams.get('code'),
      }
    }

    it.each([
      ['service-unknown', 404, '/nowhere-bank/login?act=sign-in'],
      ['service-unknown', 404, '/__proto__/login?act=sign-in'],
      ['act-unknown', 400, '/omera-bank/login?act=rob-the-bank'],
      ['act-unknown', 400, '/omera-bank/login'],
      ['return-to-not-allowed', 400, '/omera-bank/login?act=sign-in&return_to=//evil.example'],
      ['return-to-not-allowed', 400, '/omera-bank/login?act=sign-in&return_to=https%3A%2F%2Fevil.example%2F'],
      ['parameter-invalid', 400, '/omera-bank/login?act=sign-in&act=open-account'],
      ['parameter-invalid', 400, `/omera-bank/login?act=${'a'.repeat(3000)}`],
      ['parameter-invalid', 400, '/omera-bank/login?act=sign-in%0d%0aset-cookie:a=b'],
    ])('%s (%i): %s', async (code, status, path) => {
      const response = await fetch(`${api()}${path}`, { redirect: 'manual' })
      expect(response.status).toBe(status)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(response.headers.get('location')).toBeNull()
      const problem = (await response.json()) as { code: string; type: string; traceId: string }
      expect(problem).toMatchObject({ code, status, type: `${practice.world.urls.home}/problems/${code}` })
      expect((await fetch(problem.type)).status).toBe(200)
      await endsIn(code, ['nowhere-bank', 'rob-the-bank', 'evil.example'])
      expect(await loginRow('PENDING')).toHaveLength(0)
    })

    it('not-a-navigation: a login begun by an image of a stranger page', async () => {
      const response = await fetch(`${api()}/omera-bank/login?act=sign-in`, {
        redirect: 'manual',
        headers: { 'sec-fetch-dest': 'image' },
      })
      expect(response.status).toBe(400)
      await endsIn('not-a-navigation')
    })

    it('shows a person a page, and a program a problem document', async () => {
      const page = await openBrowser().visit(`${api()}/omera-bank/login?act=rob-the-bank`)
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(await page.text()).not.toContain('rob-the-bank')
    })

    it('transaction-unknown: a state nobody began', async () => {
      const back = await openBrowser().visit(`${api()}/omera-bank/callback?state=made-up-state&code=made-up-code&iss=x`)
      expect(toldAt(back)).toEqual({ place: `${bank()}/`, outcome: 'technical', code: 'transaction-unknown' })
      await endsIn('transaction-unknown', ['made-up-state', 'made-up-code'])
    })

    it('state-missing: a code without state', async () => {
      const back = await openBrowser().visit(`${api()}/omera-bank/callback?code=made-up-code`)
      expect(toldAt(back)).toMatchObject({ code: 'state-missing' })
      await endsIn('state-missing')
    })

    it('parameter-invalid: two states', async () => {
      const back = await fetch(`${api()}/omera-bank/callback?state=a&state=b&code=c`, { redirect: 'manual' })
      expect(back.status).toBe(400)
      await endsIn('parameter-invalid')
    })

    it('browser-mismatch: the code of one browser in another; the login is burnt', async () => {
      const { browser, redirectTo } = await upToCallback(practice)
      const stranger = await openBrowser().visit(redirectTo)
      expect(toldAt(stranger)).toEqual({ place: `${bank()}/`, outcome: 'technical', code: 'browser-mismatch' })
      expect(stranger.headers.getSetCookie()).toEqual([])
      await endsIn('browser-mismatch', [new URL(redirectTo).searchParams.get('code') ?? undefined])
      practice.world.resetCounters()
      expect(toldAt(await browser.visit(redirectTo))).toMatchObject({ code: 'transaction-replayed' })
      expect(practice.world.counters().esignet.by['token'] ?? 0).toBe(0)
    })

    it('transaction-expired: somebody who comes back after an hour, before DynamoDB has swept the row', async () => {
      const { browser, redirectTo } = await upToCallback(practice)
      await practice.expireLogins()
      practice.world.resetCounters()
      expect(toldAt(await browser.visit(redirectTo))).toMatchObject({
        outcome: 'timed-out',
        code: 'transaction-expired',
      })
      expect(practice.world.counters().esignet.by['token'] ?? 0).toBe(0)
      await endsIn('transaction-expired')
    })

    it('service-mismatch: the answer for one service at another', async () => {
      const { browser, redirectTo } = await upToCallback(practice)
      const back = await browser.visit(redirectTo.replace('/omera-bank/', '/visa/'))
      expect(toldAt(back)).toMatchObject({ code: 'service-mismatch' })
      await endsIn('service-mismatch')
    })

    it('issuer-parameter-missing and -mismatch: an answer that does not come from the provider asked', async () => {
      const first = await upToCallback(practice)
      const without = new URL(first.redirectTo)
      without.searchParams.delete('iss')
      expect(toldAt(await first.browser.visit(without.href))).toMatchObject({
        place: `${bank()}/account`,
        code: 'issuer-parameter-missing',
      })
      await endsIn('issuer-parameter-missing')
      before = await count()
      const second = await upToCallback(practice)
      const other = new URL(second.redirectTo)
      other.searchParams.set('iss', 'https://evil.example')
      expect(toldAt(await second.browser.visit(other.href))).toMatchObject({ code: 'issuer-parameter-mismatch' })
      await endsIn('issuer-parameter-mismatch')
    })

    it('login-denied: you said no, though eSignet lost the state', async () => {
      // Somebody who has not consented before: eSignet asks whom it knows only once.
      const { browser, redirectTo } = await upToCallback(practice, { persona: 'stale', consent: 'cancel' })
      expect(new URL(redirectTo).searchParams.get('state')).toBe('null')
      expect(toldAt(await browser.visit(redirectTo))).toEqual({
        place: `${bank()}/account`,
        outcome: 'denied',
        code: 'login-denied',
      })
      await endsIn('login-denied')
      expect(await loginRow('FAILED')).toContainEqual(expect.objectContaining({ reason: 'login-denied' }))
    })

    it('login-not-possible: a blocked person', async () => {
      const { browser, redirectTo } = await upToCallback(practice, { persona: 'blocked', consent: 'leave-at-block' })
      expect(toldAt(await browser.visit(redirectTo))).toMatchObject({
        outcome: 'not-possible',
        code: 'login-not-possible',
      })
      await endsIn('login-not-possible')
    })

    it('login-timed-out: a countdown that ended', async () => {
      const { browser, redirectTo } = await upToCallback(practice)
      const back = new URL(redirectTo)
      const late = `${back.origin}${back.pathname}?error_description=%3Cb%3Elate%3C%2Fb%3E&state=null&error=transaction_timeout`
      expect(toldAt(await browser.visit(late))).toMatchObject({ outcome: 'timed-out', code: 'login-timed-out' })
      await endsIn('login-timed-out', ['<b>late'])
    })

    it('pushed request fails: eSignet down at the start leaves no row behind', async () => {
      practice.world.esignet.fault('par-500', 2)
      const pending = (await loginRow('PENDING')).length
      const response = await openBrowser().visit(`${api()}/omera-bank/login?act=sign-in`)
      expect(toldAt(response)).toMatchObject({ outcome: 'technical', code: 'provider-unavailable' })
      await endsIn('provider-unavailable')
      expect(await loginRow('PENDING')).toHaveLength(pending)
    })

    it('exchange-unknown: eSignet fails at the token endpoint, and is asked once', async () => {
      const { browser, redirectTo } = await upToCallback(practice)
      practice.world.esignet.fault('token-500')
      practice.world.resetCounters()
      expect(toldAt(await browser.visit(redirectTo))).toMatchObject({ code: 'exchange-unknown' })
      expect(practice.world.counters().esignet.by['token']).toBe(1)
      await endsIn('exchange-unknown', [new URL(redirectTo).searchParams.get('code') ?? undefined])
      expect(toldAt(await browser.visit(redirectTo))).toMatchObject({ code: 'transaction-replayed' })
      expect(practice.world.counters().esignet.by['token']).toBe(1)
    })

    it('exchange-unknown: eSignet never answers, and is asked once', async () => {
      const { browser, redirectTo } = await upToCallback(practice)
      practice.world.esignet.fault('token-hangs', 1)
      practice.world.resetCounters()
      expect(toldAt(await browser.visit(redirectTo))).toMatchObject({ code: 'exchange-unknown' })
      expect(practice.world.counters().esignet.by['token']).toBe(1)
      await endsIn('exchange-unknown')
    })

    it('userinfo-refused: UserInfo says 401', async () => {
      const { browser, redirectTo } = await upToCallback(practice)
      practice.world.esignet.fault('userinfo-401', 1)
      expect(toldAt(await browser.visit(redirectTo))).toMatchObject({ code: 'userinfo-refused' })
      await endsIn('userinfo-refused')
    })

    it('key-unavailable: KMS refuses to sign', async () => {
      practice.world.aws.faults.next({ service: 'kms', operation: 'Sign', error: 'DisabledException', times: 10 })
      const response = await openBrowser().visit(`${api()}/omera-bank/login?act=sign-in`)
      expect(toldAt(response)).toMatchObject({ outcome: 'technical', code: 'key-unavailable' })
      practice.world.aws.faults.clear()
      await endsIn('key-unavailable')
    })

    it('key-unavailable: KMS refuses the data key at the very end; nothing is kept', async () => {
      const { browser, redirectTo } = await upToCallback(practice, { persona: 'minor' })
      practice.world.aws.faults.next({
        service: 'kms',
        operation: 'GenerateDataKey',
        error: 'ThrottlingException',
        times: 10,
      })
      expect(toldAt(await browser.visit(redirectTo))).toMatchObject({ code: 'key-unavailable' })
      practice.world.aws.faults.clear()
      await endsIn('key-unavailable')
    })

    it.each([
      ['at the claim of the login', 'UpdateItem'],
      ['at the one write that keeps all', 'TransactWriteItems'],
    ])('store-unavailable: DynamoDB throttles %s', async (_, operation) => {
      const { browser, redirectTo } = await upToCallback(practice)
      const error = 'ProvisionedThroughputExceededException'
      practice.world.aws.faults.next({ service: 'dynamodb', operation, error, times: 6 })
      expect(toldAt(await browser.visit(redirectTo))).toMatchObject({ outcome: 'technical', code: 'store-unavailable' })
      practice.world.aws.faults.clear()
      await endsIn('store-unavailable')
    })

    it('store-unavailable: a login that cannot be remembered is not begun', async () => {
      practice.world.aws.faults.next({
        service: 'dynamodb',
        operation: 'PutItem',
        error: 'InternalServerError',
        times: 3,
      })
      const response = await openBrowser().visit(`${api()}/omera-bank/login?act=sign-in`)
      expect(toldAt(response)).toMatchObject({ code: 'store-unavailable' })
      await endsIn('store-unavailable')
    })

    it('a write whose answer was lost counts once', async () => {
      const { browser, redirectTo } = await upToCallback(practice)
      practice.world.aws.faults.next({
        service: 'dynamodb',
        operation: 'TransactWriteItems',
        lostAnswer: true,
        times: 1,
      })
      const back = await browser.visit(redirectTo)
      expect(back.headers.get('location')).toBe(`${bank()}/account`)
      expect((await count()).sessions).toBe(before.sessions + 1)
    })

    it('fifty parallel callbacks with the same code make one exchange and one session', async () => {
      const { browser, redirectTo } = await upToCallback(practice)
      practice.world.resetCounters()
      const all = await Promise.all(Array.from({ length: 50 }, () => browser.visit(redirectTo)))
      expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 303))
      expect(practice.world.counters().esignet.by).toMatchObject({ token: 1, userinfo: 1 })
      expect((await count()).sessions).toBe(before.sessions + 1)
      const withSession = all.filter((response) =>
        response.headers.getSetCookie().some((line) => line.includes('-session=')),
      )
      expect(withSession).toHaveLength(1)
    })

    it('the same callback again in the same browser leads to the same place, without a second exchange', async () => {
      const { browser, redirectTo } = await upToCallback(practice)
      const first = await browser.visit(redirectTo)
      practice.world.resetCounters()
      const repeated = await browser.visit(redirectTo)
      expect(repeated.status).toBe(303)
      expect(repeated.headers.get('location')).toBe(first.headers.get('location'))
      expect(repeated.headers.getSetCookie()).toEqual([])
      expect(practice.world.counters().esignet.by['token'] ?? 0).toBe(0)
    })

    it('IAM denied nothing in all of this', () => {
      expect(practice.world.denials()).toEqual([])
    })
  },
)

describe.runIf(canRunAws())('a provider that cannot be read when the house is new', () => {
  it('provider-unavailable, then well again; provider-keys-unavailable spends no code', async () => {
    const practice = await openPracticeWorld()
    const { world } = practice
    try {
      world.esignet.fault('discovery-500', 1)
      const down = await openBrowser().visit(`${world.urls.api}/omera-bank/login?act=sign-in`)
      expect(new URL(down.headers.get('location') ?? '').searchParams.get('code')).toBe('provider-unavailable')
      expect(await practice.rows('login-transactions')).toEqual([])

      const { browser, redirectTo } = await upToCallback(practice)
      world.esignet.fault('jwks-500', 1)
      world.resetCounters()
      const back = await browser.visit(redirectTo)
      expect(new URL(back.headers.get('location') ?? '').searchParams.get('code')).toBe('provider-keys-unavailable')
      expect(world.counters().esignet.by['token'] ?? 0).toBe(0)

      const health = await fetch(`${world.urls.api}/health`)
      expect(health.status).toBe(200)
    } finally {
      await practice.close()
    }
  })

  it('key-unknown: UserInfo signed with a key the provider does not publish', async () => {
    const practice = await openPracticeWorld()
    try {
      practice.world.esignet.fault('kid-missing-from-jwks')
      const { browser, redirectTo } = await upToCallback(practice)
      const back = await browser.visit(redirectTo)
      expect(new URL(back.headers.get('location') ?? '').searchParams.get('code')).toBe('key-unknown')
      expect(await practice.rows('sessions')).toEqual([])
    } finally {
      await practice.close()
    }
  })
})
