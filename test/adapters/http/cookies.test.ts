import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clearCookie,
  cookieOf,
  loginCookie,
  readLoginCookie,
  sessionCookie,
  setCookie,
  writeLoginCookie,
} from '../../../shared/adapters/http/cookies.ts'

describe('a cookie that is set', () => {
  test('belongs to one service, and the browser to this host alone', () => {
    expect(loginCookie('visa')).toBe('__Host-visa-login')
    expect(sessionCookie('visa')).toBe('__Host-visa-session')
  })

  test('keeps what the __Host- prefix demands: Secure, Path=/, no Domain (RFC 6265bis §4.1.3.2)', () => {
    const cookie = setCookie(sessionCookie('visa'), 'secret', 1800)
    expect(cookie.split('; ')).toEqual([
      '__Host-visa-session=secret',
      'Max-Age=1800',
      'Path=/',
      'Secure',
      'HttpOnly',
      'SameSite=Lax',
    ])
  })

  test('is taken back under the very same attributes', () => {
    expect(clearCookie('__Host-a')).toBe(setCookie('__Host-a', '', 0))
    expect(clearCookie('__Host-a')).toContain('Max-Age=0')
  })
})

describe('a cookie that comes', () => {
  test.each([
    ['from the list', { cookies: ['a=1', 'b=2'], headers: {} }, '2'],
    ['from the header, where there is no list', { headers: { cookie: 'a=1; b=2' } }, '2'],
    ['from a header without spaces', { headers: { cookie: 'a=1;b=2' } }, '2'],
    ['from the list alone, where there are both', { cookies: ['a=1'], headers: { cookie: 'b=2' } }, undefined],
    ['of which there are two: neither', { cookies: ['b=1', 'a=1', 'b=2'], headers: {} }, undefined],
    ['of which there are two in the header: neither', { headers: { cookie: 'b=1; b=2' } }, undefined],
    ['of which there are two alike: neither', { cookies: ['b=1', 'b=1'], headers: {} }, undefined],
    ['of which there are two, one of them empty: neither', { cookies: ['b=', 'b=1'], headers: {} }, undefined],
    ['with an equals sign', { cookies: ['b=1=2'], headers: {} }, '1=2'],
    ['empty', { cookies: ['b='], headers: {} }, undefined],
    ['without a value', { cookies: ['b'], headers: {} }, undefined],
    ['whose name only begins alike', { cookies: ['bb=1', 'b-2=1'], headers: {} }, undefined],
    ['in another case', { cookies: ['B=1'], headers: {} }, undefined],
    ['not at all', { headers: {} }, undefined],
  ])('%s', (_, event, value) => {
    expect(cookieOf(event, 'b')).toBe(value)
  })
})

describe('the login cookie', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/)

  test('reads what it wrote', async () => {
    await fc.assert(
      fc.property(secret, secret, (browserSecret, lastStateHash) => {
        expect(readLoginCookie(writeLoginCookie({ browserSecret, lastStateHash }))).toEqual({
          browserSecret,
          lastStateHash,
        })
      }),
    )
  })

  test('reads nothing else', async () => {
    const written = /^[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{43}$/
    const nearly = fc
      .tuple(secret, fc.string({ maxLength: 2 }), secret, fc.string({ maxLength: 2 }))
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.property(fc.oneof(fc.string(), nearly), (value) => {
        expect(readLoginCookie(value) !== undefined).toBe(written.test(value) && !value.endsWith('\n'))
      }),
    )
    expect(readLoginCookie(undefined)).toBeUndefined()
    expect(readLoginCookie(`${'a'.repeat(43)}.${'b'.repeat(43)}\n`)).toBeUndefined()
  })
})
