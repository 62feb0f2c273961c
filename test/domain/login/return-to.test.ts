import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowedReturnTo, firstAllowed, stillAllowed } from '../../../shared/domain/login/return-to.ts'

const portal = 'https://bank.example'
const listed = ['/', 'https://app.bank.example/start/']

describe('where a person may be sent back to', () => {
  it.each([
    [undefined, 'https://bank.example/'],
    ['/', 'https://bank.example/'],
    ['/account', 'https://bank.example/account'],
    ['/account?tab=cards', 'https://bank.example/account?tab=cards'],
    ['/account#top', 'https://bank.example/account'],
    ['https://bank.example/account', 'https://bank.example/account'],
    ['https://app.bank.example/start/here', 'https://app.bank.example/start/here'],
    ['/.well-known/x', 'https://bank.example/.well-known/x'],
    ['/file.', 'https://bank.example/file.'],
    [`/${'a'.repeat(2047)}`, `https://bank.example/${'a'.repeat(2047)}`],
  ])('%s is on the list', (asked, expected) => {
    expect(allowedReturnTo(asked, portal, listed)).toBe(expected)
  })

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/%09/evil.example/..//x',
    '/.//evil.example',
    '/./../evil',
    '/app/../../evil',
    '/%2e%2e/evil',
    '/%2E/evil',
    'https:evil.example',
    'https:/evil.example',
    'https:///evil.example',
    'https://evil.example',
    'https://evil.example/https://bank.example/',
    'https://bank.example@evil.example/',
    'https://user:pass@bank.example/',
    'https://user@bank.example/',
    'https://:pass@bank.example/',
    '/https://bank.example',
    'https://bank.example.evil.example/',
    'https://bank.example:8443/',
    'http://bank.example/',
    'HTTPS://evil.example/',
    'https://app.bank.example/',
    'https://app.bank.example/started',
    'https://app.bank.example/start/../admin',
    'javascript:alert(1)',
    'data:text/html,x',
    'evil.example',
    '?next=//evil.example',
    '?next=https://bank.example/',
    '#//evil.example',
    '',
    ' /account',
    '/account\r\nset-cookie: a=b',
    '/ünïcode',
    `/${'a'.repeat(2048)}`,
  ])('%j is not', (asked) => {
    expect(allowedReturnTo(asked, portal, listed)).toBeUndefined()
  })

  it('is a listed path and what lies below it, not what begins alike', () => {
    const within = (asked: string) => allowedReturnTo(asked, portal, ['/app'])
    expect(within('/app')).toBe('https://bank.example/app')
    expect(within('/app/x')).toBe('https://bank.example/app/x')
    expect(within('/apple')).toBeUndefined()
    expect(within('/')).toBeUndefined()
  })

  it('may be a portal on this machine, without TLS', () => {
    expect(allowedReturnTo('http://127.0.0.1:3000/x', 'http://127.0.0.1:3000', ['/'])).toBe('http://127.0.0.1:3000/x')
  })

  it('is no place for what is listed and is no place, or another than it looks', () => {
    expect(allowedReturnTo('/x', portal, ['nonsense', '/'])).toBe('https://bank.example/x')
    expect(allowedReturnTo('https://evil.example/x', portal, ['//evil.example/'])).toBeUndefined()
  })

  it('never leaves the origins of its list, whatever is asked', () => {
    const origins = ['https://bank.example', 'https://app.bank.example']
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '//',
      'https:',
      'http:',
      '@',
      'evil.example',
      'bank.example',
      '.',
      '..',
      '%2e',
      '\t',
      '?',
      '#',
      ':',
      'a',
      '%00',
      '%5c',
    )
    const asked = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(asked, (value) => {
        const result = allowedReturnTo(value, portal, listed)
        return result === undefined || origins.includes(new URL(result).origin)
      }),
      { numRuns: 5000 },
    )
  })

  it('is the same place when it is looked at again', () => {
    const asked = fc.oneof(
      fc.webPath(),
      fc.webUrl({ validSchemes: ['https'] }),
      fc.string().map((end) => `/${end}`),
    )
    fc.assert(
      fc.property(asked, (value) => {
        const result = allowedReturnTo(value, portal, ['/'])
        return result === undefined || stillAllowed(result, portal, ['/']) === result
      }),
    )
    const longest = allowedReturnTo(`/${'"'.repeat(2047)}`, portal, ['/']) ?? ''
    expect(longest.length).toBeGreaterThan(6000)
    expect(stillAllowed(longest, portal, ['/'])).toBe(longest)
  })

  it.each([
    'https://evil.example/account',
    '//evil.example',
    '',
    'https://bank.example/%2e%2e/',
    `/${'a'.repeat(9000)}`,
  ])('is the first place of the list instead of %j, whoever wrote that', (remembered) => {
    expect(stillAllowed(remembered, portal, ['//nowhere', '/app', '/'])).toBe('https://bank.example/app')
    expect(stillAllowed(remembered, portal, ['//nowhere'])).toBeUndefined()
  })

  it('is first what is first on the list and can be a place', () => {
    expect(firstAllowed(portal, listed)).toBe('https://bank.example/')
    expect(firstAllowed(portal, [])).toBeUndefined()
  })

  it('gives back an address that a browser reads as what it says', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const result = allowedReturnTo(path, portal, listed)
        return result === undefined || new URL(result).href === result
      }),
    )
  })
})
