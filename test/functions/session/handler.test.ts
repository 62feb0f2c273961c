import { beforeEach, describe, expect, test } from 'vitest'
import { type SessionDoor, sessionHandler } from '../../../functions/session/handler.ts'
import { refusal } from '../../../shared/kernel/codes.ts'
import { ok, refused } from '../../../shared/kernel/result.ts'
import type { SessionView } from '../../../shared/use-cases/read-session.ts'
import { aService, aSession, aVerification } from '../../support/builders.ts'
import { type Asking, aBrowser, anEvent, bodyOf, expectGuarded, listening, problemPages, traceId } from '../asking.ts'

const decision = {
  requirements: [],
  satisfiedBy: [],
  actHash: 'act-hash',
  factsDigest: 'facts-digest',
  contextDigest: 'context-digest',
  remedies: [],
  remedy: null,
  decidedAt: '2026-11-24T12:00:00Z',
}

const view: SessionView = {
  service: aService(),
  session: aSession({ sessionHash: 'the-session-hash', factsDigest: 'facts-digest', subject: 'p_subject' }),
  decisions: {
    'open-account': {
      ...decision,
      outcome: 'permit',
      validUntil: '2026-11-24T12:29:00Z',
      lapsesFirst: 'authentication',
      satisfiedBy: [{ id: 'verification-1', until: '2027-11-04T09:30:59Z' }],
    },
    'sign-in': { ...decision, outcome: 're-authenticate' },
  },
  claims: { email: 'lina@example.org' },
  verifiedClaims: [
    { verification: aVerification({ verificationProcess: 'process-7' }), claims: { name: 'Lina Marzouk' } },
  ],
}

let asked: Parameters<SessionDoor['readSession']>[0][]
let ears: ReturnType<typeof listening>

beforeEach(() => {
  asked = []
  ears = listening()
})

const ask = (asking: Asking, end: Awaited<ReturnType<SessionDoor['readSession']>> = ok(view)) =>
  sessionHandler({
    readSession: async (input) => {
      asked.push(input)
      return end
    },
    publicUrl: 'https://api.example',
    loginAct: () => 'sign-in',
    problemPages,
    log: ears.log,
  })(anEvent({ service: 'omera-bank', ...asking }))

describe('what the deed is asked', () => {
  test.each([
    ['its own cookie', ['__Host-omera-bank-session=secret', '__Host-visa-session=other'], { sessionSecret: 'secret' }],
    ['a value with an equals sign', ['__Host-omera-bank-session=a=b'], { sessionSecret: 'a=b' }],
    ['an empty cookie', ['__Host-omera-bank-session='], {}],
    ['a cookie without its prefix', ['omera-bank-session=secret'], {}],
    ['a cookie whose name only begins alike', ['__Host-omera-bank-session2=secret'], {}],
    ['no cookie', undefined, {}],
  ])('%s', async (_, cookies, secret) => {
    await ask(cookies === undefined ? {} : { cookies })
    expect(asked).toEqual([{ service: 'omera-bank', ...secret }])
  })
})

test('which page asks, when a script does', async () => {
  await ask({ headers: { origin: 'https://bank.example' } })
  expect(asked).toEqual([{ service: 'omera-bank', origin: 'https://bank.example' }])
})

describe('who is here', () => {
  test('is told as a document of exactly these members', async () => {
    const answer = await ask({})
    expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/json' } })
    expectGuarded(answer)
    expect(bodyOf(answer)).toEqual({
      service: 'omera-bank',
      subject: 'p_subject',
      authentication: { acr: ['mosip:idp:acr:generated-code'], authTime: '2026-11-24T11:59:00Z' },
      since: '2026-11-24T12:00:00Z',
      until: '2026-11-24T13:00:00Z',
      act: 'open-account',
      acts: {
        'open-account': {
          outcome: 'permit',
          validUntil: '2026-11-24T12:29:00Z',
          lapsesFirst: 'authentication',
          requirements: [],
        },
        'sign-in': { outcome: 're-authenticate', requirements: [] },
      },
      claims: { email: 'lina@example.org' },
      verifiedClaims: [
        {
          id: 'verification-1',
          origin: 'asserted',
          trustFramework: 'eidas',
          assuranceLevel: 'high',
          verifiers: ['eidas-verifier.veridonia.example'],
          time: '2026-11-04T09:30:59Z',
          validUntil: '2027-11-04T09:30:59Z',
          evidence: [
            {
              type: 'document',
              document: 'passport',
              issuer: 'Westalis',
              expires: '2031-05-01',
              checkMethods: ['vpiruv'],
            },
          ],
          claims: { name: 'Lina Marzouk' },
          satisfies: ['open-account'],
        },
      ],
    })
  })

  test.each(['the-session-hash', 'facts-digest', 'act-hash', 'process-7', 'omera-bank-client'])(
    'what stays inside: %s',
    async (inner) => {
      expect((await ask({})).body).not.toContain(inner)
    },
  )

  test('is logged without a word about them', async () => {
    await ask({ cookies: ['__Host-omera-bank-session=secret'] })
    expect(ears.said).toEqual([{ code: 'session-read', service: 'omera-bank' }])
    expect([...ears.traces]).toEqual([traceId])
  })
})

describe('nobody', () => {
  test('is told where to log in', async () => {
    const answer = await ask({ headers: aBrowser }, refused(refusal('session-missing')))
    expect(answer.statusCode).toBe(401)
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json' })
    expect(bodyOf(answer)).toMatchObject({
      code: 'session-missing',
      traceId,
      login: 'https://api.example/omera-bank/login?act=sign-in',
    })
    expect(answer.cookies).toBeUndefined()
    expectGuarded(answer)
  })

  test('any more: the cookie ends with the session', async () => {
    const answer = await ask({ cookies: ['__Host-omera-bank-session=secret'] }, refused(refusal('session-expired')))
    expect(bodyOf(answer)).toMatchObject({
      status: 401,
      code: 'session-expired',
      login: 'https://api.example/omera-bank/login?act=sign-in',
    })
    expect(answer.cookies).toEqual(['__Host-omera-bank-session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax'])
  })

  test('at a service nobody knows gets no login address', async () => {
    const answer = await ask({ service: 'a-strangers-text' }, refused(refusal('service-unknown')))
    expect(answer.statusCode).toBe(404)
    expect(JSON.stringify(answer)).not.toContain('a-strangers-text')
    expect(ears.said).toEqual([{ code: 'request-refused', service: 'unknown', refusal: 'service-unknown' }])
  })

  test('can be told when the store is down: a document even to a browser, and another try', async () => {
    const answer = await ask({ headers: aBrowser }, refused(refusal('store-unavailable', 'TimeoutError')))
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } })
    expect(bodyOf(answer)).not.toHaveProperty('login')
    expect(answer.body).not.toContain('TimeoutError')
    expect(ears.said).toEqual([
      { code: 'request-refused', service: 'omera-bank', refusal: 'store-unavailable', detail: 'TimeoutError' },
    ])
    expectGuarded(answer)
  })
})
