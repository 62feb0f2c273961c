import { describe, expect, test } from 'vitest'
import { json, page, seeOther } from '../../../shared/adapters/http/answer.ts'
import { outcomeAddress, problem } from '../../../shared/adapters/http/problem.ts'
import { refusal } from '../../../shared/kernel/codes.ts'
import { bodyOf, expectGuarded } from '../../functions/asking.ts'

const context = { traceId: 'trace-1', problemPages: 'https://pages.example/problems/', wantsPage: false }

describe('a problem document (RFC 9457)', () => {
  test('has type, title and status, our code, and the reference', () => {
    const answer = problem(refusal('nonce-mismatch', 'never shown'), context)
    expect(answer).toMatchObject({ statusCode: 502, headers: { 'content-type': 'application/problem+json' } })
    expect(bodyOf(answer)).toEqual({
      type: 'https://pages.example/problems/nonce-mismatch',
      title: 'The ID token belongs to another login.',
      status: 502,
      code: 'nonce-mismatch',
      traceId: 'trace-1',
    })
  })

  test('takes further members', () => {
    expect(
      bodyOf(problem(refusal('session-missing'), context, { login: 'https://api.example/visa/login' })),
    ).toMatchObject({
      login: 'https://api.example/visa/login',
    })
  })

  test.each([
    ['store-unavailable', '5'],
    ['provider-unavailable', '5'],
    ['exchange-unknown', undefined],
    ['nonce-mismatch', undefined],
  ] as const)('%s: try again after %s', (code, seconds) => {
    expect(problem(refusal(code), context).headers?.['retry-after']).toBe(seconds)
  })
})

describe('a page', () => {
  const answer = problem(refusal('browser-mismatch'), { ...context, wantsPage: true })

  test('tells a person what it is, where it is explained, and what to quote', () => {
    expect(answer).toMatchObject({ statusCode: 403, headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect(answer.body).toContain('<h1>This login was started in another browser.</h1>')
    expect(answer.body).toContain('href="https://pages.example/problems/browser-mismatch"')
    expect(answer.body).toContain('reference trace-1')
    expect(answer.body).toMatch(/<html lang="en">/)
  })

  test('loads nothing, and its policy would not let it', () => {
    expect(answer.body).not.toMatch(/<script|<img|<link|url\(|@import/)
    expectGuarded(answer)
  })

  test('escapes even what API Gateway gives', () => {
    const { body } = problem(refusal('browser-mismatch'), { ...context, wantsPage: true, traceId: `<b>'"&` })
    expect(body).not.toContain('<b>')
    expect(body).toContain('&#60;b&#62;&#39;&#34;&#38;')
  })
})

describe('the address where the service tells it', () => {
  test('keeps what the service put there, and sets its own three once', () => {
    const address = outcomeAddress(
      'https://bank.example/app?tab=2&code=old&outcome=permit',
      refusal('login-denied'),
      'trace/1',
    )
    expect(address.href).toBe('https://bank.example/app?tab=2&code=login-denied&outcome=denied&trace=trace%2F1')
  })
})

describe('every answer', () => {
  test.each([
    ['json', json(200, {})],
    ['page', page(200, '')],
    ['see other', seeOther('https://bank.example/')],
    ['see other with cookies', seeOther(new URL('https://bank.example/'), ['a=1'])],
  ])('is guarded: %s', (_, answer) => {
    expectGuarded(answer)
  })

  test('may only be cached where the door says so', () => {
    expectGuarded(json(200, {}, { 'cache-control': 'public, max-age=300' }), 'public, max-age=300')
  })

  test('that sends on is a 303 without a body, so nothing posted is posted again', () => {
    expect(seeOther('https://bank.example/')).toMatchObject({
      statusCode: 303,
      headers: { location: 'https://bank.example/' },
    })
    expect(seeOther('https://bank.example/')).not.toHaveProperty('body')
    expect(seeOther('https://bank.example/')).not.toHaveProperty('cookies')
    expect(seeOther('https://bank.example/', ['a=1', 'b=2']).cookies).toEqual(['a=1', 'b=2'])
  })
})
