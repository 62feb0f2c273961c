import { beforeEach, describe, expect, test } from 'vitest'
import { type LoginDoor, loginHandler } from '../../../functions/login/handler.ts'
import { type Refusal, refusal } from '../../../shared/kernel/codes.ts'
import { ok } from '../../../shared/kernel/result.ts'
import { refusedLogin } from '../../../shared/use-cases/refused-login.ts'
import type { AskedLogin } from '../../../shared/use-cases/start-login.ts'
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
const location = new URL('https://esignet.example/authorize?client_id=c&request_uri=urn%3Ax')

let asked: AskedLogin[]
let refusedAs: { at: unknown; reason: Refusal }[]
let ears: ReturnType<typeof listening>

beforeEach(() => {
  asked = []
  refusedAs = []
  ears = listening()
})

const door = (startLogin?: LoginDoor['startLogin']): LoginDoor => ({
  startLogin: async (input) => {
    asked.push(input)
    return startLogin === undefined ? ok({ location, browserSecret, stateHash }) : startLogin(input)
  },
  refuseLogin: async (at, reason) => {
    refusedAs.push({ at, reason })
    return refusedLogin(reason)
  },
  problemPages,
  log: ears.log,
})

const ask = (asking: Asking, startLogin?: LoginDoor['startLogin']) =>
  loginHandler(door(startLogin))(anEvent({ service: 'omera-bank', ...asking }))

describe('what the deed is asked', () => {
  test('everything that was given, decoded once', async () => {
    await ask({ query: 'act=open-account&return_to=%2Faccount%3Fa%3D1%2B1&ui_locales=km+en', headers: aBrowser })
    expect(asked).toEqual([
      { service: 'omera-bank', act: 'open-account', returnTo: '/account?a=1+1', uiLocales: 'km en', traceId },
    ])
  })

  test('an act that is missing is an empty act, and empty parameters are absent', async () => {
    await ask({ query: 'return_to=&ui_locales=' })
    expect(asked).toEqual([{ service: 'omera-bank', act: '', traceId }])
  })

  test('the secret this browser has already, from its cookie of this service', async () => {
    const cookies = [
      `__Host-visa-login=${'x'.repeat(43)}.${stateHash}`,
      `__Host-omera-bank-login=${browserSecret}.${stateHash}`,
    ]
    await ask({ cookies })
    expect(asked).toEqual([{ service: 'omera-bank', act: '', browserSecret, traceId }])
  })

  test.each([
    'short.value',
    `${browserSecret}`,
    `${browserSecret}.${stateHash}.more`,
    `${browserSecret}.${stateHash}!`,
    `"${browserSecret}.${stateHash}"`,
    '',
  ])('a cookie that is not of our making counts as none: %s', async (value) => {
    await ask({ cookies: [`__Host-omera-bank-login=${value}`] })
    expect(asked).toEqual([{ service: 'omera-bank', act: '', traceId }])
  })
})

describe('a login that starts', () => {
  test('is a 303 to the provider, with a cookie bound to this host', async () => {
    const answer = await ask({ query: 'act=open-account', headers: aBrowser })
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: location.href } })
    expect(answer.cookies).toEqual([
      `__Host-omera-bank-login=${browserSecret}.${stateHash}; Max-Age=3600; Path=/; Secure; HttpOnly; SameSite=Lax`,
    ])
    expect(answer.body).toBeUndefined()
    expectGuarded(answer)
  })

  test('is logged by its code, service and act', async () => {
    await ask({ query: 'act=open-account' })
    expect(ears.said).toEqual([{ code: 'login-started', service: 'omera-bank', act: 'open-account' }])
    expect([...ears.traces]).toEqual([traceId])
    expect(refusedAs).toEqual([])
  })
})

describe('what cannot be read is refused before anything is started, and audited once', () => {
  const cases = [
    ...['act', 'return_to', 'ui_locales'].flatMap((name) => unreadable(name).map((form) => [name, ...form] as const)),
    ['ui_locales', 'with a comma', 'ui_locales=km,en'] as const,
    ['ui_locales', 'longer than any list of languages', `ui_locales=${'x'.repeat(65)}`] as const,
  ]
  test.each(cases)('%s %s', async (name, _, query) => {
    const answer = await ask({ query })
    expect(asked).toEqual([])
    expect(refusedAs).toEqual([
      {
        at: { door: 'login', service: 'omera-bank', traceId },
        reason: {
          code: 'parameter-invalid',
          detail: expect.stringMatching(new RegExp(`^${name} (is repeated|is too long)`)),
        },
      },
    ])
    expect(answer.statusCode).toBe(400)
    expect(bodyOf(answer)).toEqual({
      type: `${problemPages}parameter-invalid`,
      title: expect.any(String),
      status: 400,
      code: 'parameter-invalid',
      traceId,
    })
    expect(answer.cookies).toBeUndefined()
    expectGuarded(answer)
  })

  test.each(['image', 'iframe', 'empty', 'script', ''])(
    'a browser that fetches it for sec-fetch-dest "%s"',
    async (destination) => {
      const answer = await ask({ query: 'act=open-account', headers: { 'sec-fetch-dest': destination } })
      expect(asked).toEqual([])
      expect(refusedAs).toMatchObject([{ reason: { code: 'not-a-navigation' } }])
      expect(bodyOf(answer)).toMatchObject({ code: 'not-a-navigation' })
    },
  )

  test('a browser too old to say where the answer goes is let in', async () => {
    await ask({ query: 'act=open-account' })
    expect(asked).toHaveLength(1)
  })

  test('parameters that nobody asked for are not looked at', async () => {
    await ask({ query: 'act=a&foo=1&foo=2&bar=%00' })
    expect(asked).toHaveLength(1)
  })
})

describe('a login that is refused', () => {
  test('without a place to go, a program gets a problem document', async () => {
    const answer = await ask({}, async () => refusedLogin(refusal('return-to-not-allowed')))
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json' })
    expect(bodyOf(answer)).toMatchObject({
      status: 400,
      code: 'return-to-not-allowed',
      type: `${problemPages}return-to-not-allowed`,
    })
    expectGuarded(answer)
  })

  test('without a place to go, a person gets a page', async () => {
    const answer = await ask({ headers: aBrowser }, async () => refusedLogin(refusal('return-to-not-allowed')))
    expect(answer).toMatchObject({ statusCode: 400, headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect(answer.body).toContain(`${problemPages}return-to-not-allowed`)
    expect(answer.body).toContain(traceId)
    expectGuarded(answer)
  })

  test('with a place to go, the service tells the person: outcome, code and reference', async () => {
    const there = 'https://bank.example/account?tab=2'
    const answer = await ask({ headers: aBrowser }, async () =>
      refusedLogin(refusal('provider-unavailable', 'discovery'), there),
    )
    expect(answer.statusCode).toBe(303)
    const place = new URL(String(answer.headers?.['location']))
    expect(place.origin + place.pathname).toBe('https://bank.example/account')
    expect(Object.fromEntries(place.searchParams)).toEqual({
      tab: '2',
      outcome: 'technical',
      code: 'provider-unavailable',
      trace: traceId,
    })
    expect(answer.cookies).toBeUndefined()
    expectGuarded(answer)
  })

  test('what can be tried again says when', async () => {
    const answer = await ask({}, async () => refusedLogin(refusal('store-unavailable')))
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } })
  })

  test('is logged with its detail, and with the loss of the audit trail', async () => {
    await ask({}, async () => ({
      ok: false,
      refusal: { refusal: refusal('store-unavailable', 'TimeoutError'), auditLost: true, service: 'omera-bank' },
    }))
    expect(ears.said).toEqual([
      {
        code: 'login-refused',
        service: 'omera-bank',
        refusal: 'store-unavailable',
        detail: 'TimeoutError',
        auditLost: true,
      },
    ])
  })

  test('a service nobody knows is not repeated in the log, nor in the answer', async () => {
    const answer = await ask({ service: 'a-strangers-text' }, async () => refusedLogin(refusal('service-unknown')))
    expect(answer.statusCode).toBe(404)
    expect(ears.said).toEqual([{ code: 'login-refused', service: 'unknown', refusal: 'service-unknown' }])
    expect(JSON.stringify(answer)).not.toContain('a-strangers-text')
  })

  test('the detail stays in the log', async () => {
    const answer = await ask({}, async () => refusedLogin(refusal('pushed-request-refused', 'invalid_request')))
    expect(JSON.stringify(answer)).not.toContain('invalid_request')
  })
})
