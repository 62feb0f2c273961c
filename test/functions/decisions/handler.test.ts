import { beforeEach, describe, expect, test } from 'vitest'
import { type DecisionsDoor, decisionsHandler } from '../../../functions/decisions/handler.ts'
import { decisionShape } from '../../../shared/adapters/http/decision-body.ts'
import { type RefusalCode, refusal } from '../../../shared/kernel/codes.ts'
import { ok, refused } from '../../../shared/kernel/result.ts'
import { aService, facts } from '../../support/builders.ts'
import { bodyOf, expectGuarded, listening, problemPages, traceId } from '../asking.ts'
import { aCall, asJson, type Calling, wrongBodies } from '../calling.ts'

const question = { subject: 'p_one', act: 'open-account' }
const decision = {
  outcome: 're-authenticate',
  requirements: [{ rule: 'authentication.maxAge', expected: 'e', actual: 'a', pass: false, remedy: 're-authenticate' }],
  remedies: ['re-authenticate'],
  remedy: {
    kind: 're-authenticate',
    ask: { scope: 'openid', acrValues: [], claims: { userinfo: {}, id_token: { acr: { values: [] } } } },
  },
  satisfiedBy: [{ id: 'inner' }],
  actHash: 'the-act',
  factsDigest: 'the-facts',
  contextDigest: 'the-context',
  decidedAt: '2026-11-24T12:00:00Z',
} as const

let asked: Parameters<DecisionsDoor['makeDecision']>[0][]
let calls: Parameters<DecisionsDoor['recogniseCaller']>[0][]
let ears: ReturnType<typeof listening>
beforeEach(() => {
  asked = []
  calls = []
  ears = listening()
})

const call = (wish: Calling, code?: RefusalCode) =>
  decisionsHandler({
    recogniseCaller: async (shown) => {
      calls.push(shown)
      return shown.authorization === undefined
        ? refused(refusal('access-token-missing'))
        : ok({ service: 'omera-bank', scope: ['decisions'], jkt: 'j' })
    },
    makeDecision: async (question) => {
      asked.push(question)
      if (code !== undefined) return refused(refusal(code))
      return ok({ service: aService(), decision, kept: { verified: [] }, facts: facts() })
    },
    publicUrl: 'https://api.example',
    problemPages,
    log: ears.log,
  })(aCall({ headers: asJson, ...wish }))

test('a question is asked for the service of the caller, and answered with the decision', async () => {
  const answer = await call({ body: JSON.stringify({ ...question, context: { amount: 900 } }) })
  expect(asked).toEqual([{ ...question, context: { amount: 900 }, service: 'omera-bank', traceId }])
  expect(answer.statusCode).toBe(200)
  expectGuarded(answer)
  expect(bodyOf(answer)).toEqual({
    ...question,
    outcome: 're-authenticate',
    requirements: decision.requirements,
    remedy: { kind: 're-authenticate', url: 'https://api.example/omera-bank/login?act=open-account' },
    actHash: 'the-act',
    factsDigest: 'the-facts',
    decidedAt: '2026-11-24T12:00:00Z',
  })
  expect(decisionShape.safeParse(bodyOf(answer)).error).toBeUndefined()
  expect(ears.said).toEqual([{ code: 'decision-made', service: 'omera-bank', outcome: 're-authenticate' }])
})

test('the caller is recognised first, by what was sent and by our own address', async () => {
  await call({ body: 'no JSON at all', path: '/omera-bank/decisions' })
  expect(calls).toEqual([
    {
      authorization: 'DPoP the-token',
      proof: 'the-proof',
      method: 'POST',
      url: 'https://api.example/omera-bank/decisions',
      service: 'omera-bank',
      scope: 'decisions',
    },
  ])
})

test('a page is no back end, whatever it brings', async () => {
  const answer = await call({ body: JSON.stringify(question), headers: { ...asJson, origin: 'https://bank.example' } })
  expect(bodyOf(answer)).toMatchObject({ status: 403, code: 'origin-not-allowed' })
  expect([...calls, ...asked]).toEqual([])
  expect(Object.keys(answer.headers ?? {}).filter((name) => name.startsWith('access-control'))).toEqual([])
})

describe('a body', () => {
  test.each(wrongBodies(question))('of %s is refused', async (_, body, path) => {
    const answer = await call({ body })
    expect(bodyOf(answer)).toMatchObject({ status: 400, code: 'body-invalid', path })
    expect(asked).toEqual([])
  })

  test.each([
    ['subject', { ...question, subject: '' }],
    ['subject', { ...question, subject: 'p one' }],
    ['act', { ...question, act: 1 }],
    ['act', { subject: 'p_one' }],
  ])('with a wrong %s is refused', async (member, body) => {
    expect(bodyOf(await call({ body: JSON.stringify(body) }))).toMatchObject({ path: `/${member}` })
  })

  test.each([undefined, 'text/plain', 'application/json5', 'application/x-www-form-urlencoded'])(
    'of the type %s is not read',
    async (type) => {
      const answer = await call({
        body: JSON.stringify(question),
        headers: type === undefined ? {} : { 'content-type': type },
      })
      expect(bodyOf(answer)).toMatchObject({ status: 415, code: 'media-type-unsupported' })
    },
  )

  test('of more than 64 kB is not read', async () => {
    const answer = await call({ body: JSON.stringify({ ...question, act: 'x'.repeat(65_536) }) })
    expect(bodyOf(answer)).toMatchObject({ status: 413, code: 'body-too-large' })
  })
})

test.each(['subject-unknown', 'subject-erased', 'act-unknown', 'store-unavailable'] as const)(
  '%s is told as a problem',
  async (code) => {
    const answer = await call({ body: JSON.stringify(question) }, code)
    expect(answer.headers?.['content-type']).toBe('application/problem+json')
    expect(bodyOf(answer)).toMatchObject({ code, traceId })
    expect(ears.said).toEqual([{ code: 'request-refused', service: 'omera-bank', refusal: code }])
  },
)
