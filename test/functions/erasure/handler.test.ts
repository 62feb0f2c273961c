import { beforeEach, expect, test } from 'vitest'
import { type ErasureDoor, erasureHandler } from '../../../functions/erasure/handler.ts'
import { erasureShape } from '../../../shared/adapters/http/answer-shapes.ts'
import { refusal } from '../../../shared/kernel/codes.ts'
import { ok, refused } from '../../../shared/kernel/result.ts'
import { bodyOf, expectGuarded, listening, problemPages, traceId } from '../asking.ts'
import { aCall, type Calling } from '../calling.ts'

type Erased = Awaited<ReturnType<ErasureDoor['eraseSubject']>>
const erased: Erased = ok({ keys: 1, sessions: 2, records: 3, receipt: 'r.e.c' })

let asked: Parameters<ErasureDoor['eraseSubject']>[0][]
let scopes: string[]
let ears: ReturnType<typeof listening>
beforeEach(() => {
  asked = []
  scopes = []
  ears = listening()
})

const call = (wish: Calling = {}, end: Erased = erased) =>
  erasureHandler({
    recogniseCaller: async ({ scope, method }) => {
      scopes.push(`${method} ${scope}`)
      return ok({ service: 'omera-bank', scope: ['erasure'], jkt: 'j' })
    },
    eraseSubject: async (question) => {
      asked.push(question)
      return end
    },
    publicUrl: 'https://api.example',
    problemPages,
    log: ears.log,
  })(aCall({ method: 'DELETE', path: '/omera-bank/subjects/p_one', subject: 'p_one', ...wish }))

test('a person is erased for the service of the caller, and a receipt is handed over', async () => {
  const answer = await call()
  expect(scopes).toEqual(['DELETE erasure'])
  expect(asked).toEqual([{ service: 'omera-bank', subject: 'p_one', traceId }])
  expectGuarded(answer)
  expect(bodyOf(answer)).toEqual({
    subject: 'p_one',
    erased: { keys: 1, sessions: 2, records: 3 },
    receipt: 'r.e.c',
  })
  expect(erasureShape.safeParse(bodyOf(answer)).error).toBeUndefined()
  expect(ears.said).toEqual([{ code: 'subject-erased', service: 'omera-bank', keys: 1, sessions: 2, records: 3 }])
})

test('a store that does not answer is told, so that the call is made again', async () => {
  const answer = await call({}, refused(refusal('store-unavailable')))
  expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } })
})

test('a page cannot erase anybody', async () => {
  expect(bodyOf(await call({ headers: { origin: 'https://bank.example' } }))).toMatchObject({ status: 403 })
  expect(asked).toEqual([])
})

test.each(['', 'x'.repeat(129)])('the subject %j is one nobody has', async (subject) => {
  await call({ subject })
  expect(asked).toMatchObject([{ subject: '-' }])
})
