import { beforeEach, describe, expect, test } from 'vitest'
import { type CallbackDoor, callbackHandler } from '../../../functions/callback/handler.ts'
import { type Refusal, type RefusalCode, refusal, refusals } from '../../../shared/kernel/codes.ts'
import { ok } from '../../../shared/kernel/result.ts'
import type { CameBack } from '../../../shared/use-cases/complete-login.ts'
import { refusedLogin } from '../../../shared/use-cases/refused-login.ts'
import type { Welcome } from '../../../shared/use-cases/welcome.ts'
import {
  type Asking,
  aBrowser,
  anEvent,
  bodyOf,
  expectGuarded,
  listening,
  problemPages,
  traceId,
  unreadable,
} from '../asking.ts'

const browserSecret = 'b'.repeat(43)
const stateHash = 's'.repeat(43)
const returnTo = 'https://bank.example/account'

const welcome: Welcome = {
  kind: 'welcome',
  returnTo,
  sessionSecret: 'z'.repeat(43),
  sessionSeconds: 1800,
  decision: {
    outcome: 'permit',
    requirements: [],
    satisfiedBy: [],
    actHash: 'act',
    factsDigest: 'facts',
    contextDigest: 'context',
    remedies: [],
    remedy: null,
    decidedAt: '2026-11-24T12:00:00Z',
  },
}

let back: CameBack[]
let refusedAs: { at: unknown; reason: Refusal }[]
let ears: ReturnType<typeof listening>

beforeEach(() => {
  back = []
  refusedAs = []
  ears = listening()
})

const door = (end: Awaited<ReturnType<CallbackDoor['completeLogin']>>): CallbackDoor => ({
  completeLogin: async (input) => {
    back.push(input)
    return end
  },
  refuseLogin: async (at, reason) => {
    refusedAs.push({ at, reason })
    return refusedLogin(reason)
  },
  problemPages,
  log: ears.log,
})

const come = (asking: Asking, end: Awaited<ReturnType<CallbackDoor['completeLogin']>> = ok(welcome)) =>
  callbackHandler(door(end))(anEvent({ service: 'omera-bank', ...asking }))

describe('what the deed is told', () => {
  test('state, code and issuer as they came, and both halves of the login cookie', async () => {
    await come({
      query: 'state=st%2Bate&code=c%20ode&iss=https%3A%2F%2Fesignet.example',
      cookies: [`__Host-omera-bank-login=${browserSecret}.${stateHash}`],
    })
    expect(back).toEqual([
      {
        service: 'omera-bank',
        response: { state: 'st+ate', code: 'c ode', iss: 'https://esignet.example' },
        browserSecret,
        lastStateHash: stateHash,
        traceId,
      },
    ])
  })

  test('an error, never its description', async () => {
    await come({ query: 'state=null&error=invalid_transaction&error_description=java.lang.NullPointerException' })
    expect(back).toEqual([
      { service: 'omera-bank', response: { state: 'null', error: 'invalid_transaction' }, traceId },
    ])
  })

  test('nothing, when nothing came', async () => {
    await come({ query: 'state=&code=' })
    expect(back).toEqual([{ service: 'omera-bank', response: {}, traceId }])
  })

  test('a cookie of another service is not ours', async () => {
    await come({ query: 'state=s&code=c', cookies: [`__Host-visa-login=${browserSecret}.${stateHash}`] })
    expect(back[0]).not.toHaveProperty('browserSecret')
  })

  test('a description may even be unreadable', async () => {
    await come({ query: 'state=s&error=e&error_description=%00&error_description=x' })
    expect(back).toHaveLength(1)
  })
})

describe('who is welcome', () => {
  test('is sent on with a session, and keeps the login cookie: other tabs and a repeat need it', async () => {
    const answer = await come({ query: 'state=s&code=c' })
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: returnTo } })
    expect(answer.cookies).toEqual([
      `__Host-omera-bank-session=${'z'.repeat(43)}; Max-Age=1800; Path=/; Secure; HttpOnly; SameSite=Lax`,
    ])
    expectGuarded(answer)
    expect(ears.said).toEqual([{ code: 'login-completed', service: 'omera-bank', outcome: 'permit' }])
  })

  test('and comes again is sent on, and nothing else happens', async () => {
    const answer = await come({ query: 'state=s&code=c' }, ok({ kind: 'already-welcome', returnTo }))
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: returnTo } })
    expect(answer.cookies).toBeUndefined()
    expect(ears.said).toEqual([{ code: 'login-repeated', service: 'omera-bank' }])
  })
})

describe('what cannot be read ends the login unread, and is audited once', () => {
  const cases = ['state', 'code', 'iss', 'error'].flatMap((name) =>
    unreadable(name).map((form) => [name, ...form] as const),
  )
  test.each(cases)('%s %s', async (name, _, query) => {
    const others = ['state', 'code', 'iss'].filter((other) => other !== name).map((other) => `${other}=fine`)
    const answer = await come({ query: [...others, query].join('&') })
    expect(back).toEqual([])
    expect(refusedAs).toEqual([
      {
        at: { door: 'callback', service: 'omera-bank', traceId },
        reason: { code: 'parameter-invalid', detail: expect.stringMatching(new RegExp(`^${name} `)) },
      },
    ])
    expect(bodyOf(answer)).toMatchObject({ status: 400, code: 'parameter-invalid', traceId })
    expect(answer.cookies).toBeUndefined()
    expectGuarded(answer)
  })
})

const codes = Object.keys(refusals).filter((code): code is RefusalCode => Object.hasOwn(refusals, code))

describe('a login that is refused', () => {
  test.each(codes)('%s has an answer of every kind', async (code) => {
    const { status, outcome } = refusals[code]
    const document = await come({}, refusedLogin(refusal(code)))
    expect(document.statusCode).toBe(status)
    expect(bodyOf(document)).toEqual({
      type: `${problemPages}${code}`,
      title: refusals[code].title,
      status,
      code,
      traceId,
    })
    const page = await come({ headers: aBrowser }, refusedLogin(refusal(code)))
    expect(page).toMatchObject({ statusCode: status, headers: { 'content-type': 'text/html; charset=utf-8' } })
    const away = await come({ headers: aBrowser }, refusedLogin(refusal(code), returnTo))
    expect(away).toMatchObject({
      statusCode: 303,
      headers: { location: `${returnTo}?${new URLSearchParams({ outcome, code, trace: traceId })}` },
    })
    for (const answer of [document, page, away]) expectGuarded(answer)
  })

  test('sets no session and logs the code', async () => {
    const end = { refusal: refusal('nonce-mismatch'), returnTo, service: 'omera-bank' }
    const answer = await come({ query: 'state=s&code=c' }, { ok: false, refusal: end })
    expect(answer.cookies).toBeUndefined()
    expect(ears.said).toEqual([{ code: 'login-refused', service: 'omera-bank', refusal: 'nonce-mismatch' }])
  })

  test('at a service nobody knows, the log says unknown', async () => {
    await come({ service: 'a-strangers-text' }, refusedLogin(refusal('service-unknown')))
    expect(ears.said).toEqual([{ code: 'login-refused', service: 'unknown', refusal: 'service-unknown' }])
  })

  test('with an audit trail that is down, the log speaks for it', async () => {
    await come(
      {},
      {
        ok: false,
        refusal: { refusal: refusal('code-rejected', 'invalid_grant'), auditLost: true, service: 'omera-bank' },
      },
    )
    expect(ears.said).toEqual([
      {
        code: 'login-refused',
        service: 'omera-bank',
        refusal: 'code-rejected',
        detail: 'invalid_grant',
        auditLost: true,
      },
    ])
  })
})
