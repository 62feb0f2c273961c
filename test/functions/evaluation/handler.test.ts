import { describe, expect, test } from 'vitest'
import { evaluationAnswerShape } from '../../../shared/adapters/http/answer-shapes.ts'
import type { RefusalCode } from '../../../shared/kernel/codes.ts'
import { bodyOf, expectGuarded, listening } from '../asking.ts'
import { aCall, asJson, wrongBodies } from '../calling.ts'
import { doors } from '../doors.ts'

const evaluation = {
  subject: { type: 'person', id: 'p_one' },
  action: { name: 'open-account' },
  resource: { type: 'service', id: 'omera-bank' },
}
const path = '/access/v1/evaluation'

const call = (body: unknown, code?: RefusalCode, headers = {}) => {
  const { log, said } = listening()
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const door = doors['evaluation']?.(log, code)
  if (door === undefined) throw new Error('no such door')
  return { said, answer: door(aCall({ path, body: text, headers: { ...asJson, ...headers } })) }
}

test('a permitted act is true, with the decision as context', async () => {
  const answer = await call(evaluation, undefined, { 'x-request-id': 'my-own-1' }).answer
  expectGuarded(answer)
  expect(answer.headers?.['x-request-id']).toBe('my-own-1')
  expect(evaluationAnswerShape.safeParse(bodyOf(answer)).error).toBeUndefined()
  expect(bodyOf(answer)).toMatchObject({
    decision: true,
    context: { reason: 'permit', outcome: 'permit', subject: 'p_one', act: 'open-account', remedy: null },
  })
})

test.each(['subject-unknown', 'subject-erased'] as const)('%s is false, and no error', async (code) => {
  const answer = await call(evaluation, code).answer
  expect(answer.statusCode).toBe(200)
  expect(evaluationAnswerShape.safeParse(bodyOf(answer)).error).toBeUndefined()
  expect(bodyOf(answer)).toMatchObject({ decision: false, context: { reason: code } })
})

test('another service than that of the token is refused', async () => {
  const { answer, said } = call({ ...evaluation, resource: { type: 'service', id: 'visa' } })
  expect(bodyOf(await answer)).toMatchObject({ status: 403, code: 'caller-not-allowed' })
  expect(said).toEqual([{ code: 'request-refused', service: 'omera-bank', refusal: 'caller-not-allowed' }])
})

test('a reference that is none does not come back', async () => {
  const answer = await call(evaluation, undefined, { 'x-request-id': 'a\r\nb' }).answer
  expect(answer.headers).not.toHaveProperty('x-request-id')
})

describe('a body', () => {
  test.each(wrongBodies(evaluation))('of %s is refused', async (_, body, at) => {
    expect(bodyOf(await call(body).answer)).toMatchObject({ status: 400, code: 'body-invalid', path: at })
  })

  test.each([
    ['/subject/type', { ...evaluation, subject: { type: 'robot', id: 'p_one' } }],
    ['/subject/properties', { ...evaluation, subject: { ...evaluation.subject, properties: { age: 3 } } }],
    ['/action/name', { ...evaluation, action: {} }],
    ['/resource', { subject: evaluation.subject, action: evaluation.action }],
  ])('with a mistake at %s is told so', async (at, body) => {
    expect(bodyOf(await call(body).answer)).toMatchObject({ code: 'body-invalid', path: at })
  })
})
