import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCompactJws, longestToken, longestUserInfo } from '../../../shared/adapters/jose/compact-form.ts'
import { spellings } from './spellings.ts'

const encode = (text: string): string => Buffer.from(text).toString('base64url')
const token = `${encode('{"alg":"PS256"}')}.${encode('{"sub":"x"}')}.${encode('a signature!')}`

test('a token in its one form', () => {
  expect(isCompactJws(token, 1024)).toBe(true)
})

describe('the same token in another spelling', () => {
  test.each(spellings(token))('%s', (_, spelling) => {
    expect(spelling).not.toBe(token)
    expect(isCompactJws(spelling, 4096)).toBe(false)
  })
})

test('as long as allowed, and not one character longer', () => {
  expect(isCompactJws(token, token.length)).toBe(true)
  expect(isCompactJws(token, token.length - 1)).toBe(false)
})

test('a token with many claims is no longer than allowed, nor UserInfo with a picture, nor twice as much of either', () => {
  const tokenOf = (kilobytes: number) => `${encode('{}')}.${encode('x'.repeat(kilobytes * 768))}.${encode('signature')}`
  expect(isCompactJws(tokenOf(12), longestToken)).toBe(true)
  expect(isCompactJws(tokenOf(24), longestToken)).toBe(false)
  expect(isCompactJws(tokenOf(400), longestUserInfo)).toBe(true)
  expect(isCompactJws(tokenOf(800), longestUserInfo)).toBe(false)
})

test('whatever decodes to the same bytes is one string only', async () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.property(
      bytes,
      bytes,
      bytes,
      fc.integer({ min: 0, max: 200 }),
      fc.base64String(),
      (one, two, three, at, insert) => {
        const parts = [one, two, three].map((part) => Buffer.from(part).toString('base64url'))
        const plain = parts.join('.')
        expect(isCompactJws(plain, 1024)).toBe(true)
        const changed = plain.slice(0, at) + insert + plain.slice(at + 1)
        const same =
          changed
            .split('.')
            .map((part) => Buffer.from(part, 'base64url').toString('base64url'))
            .join('.') === plain
        if (same) expect(isCompactJws(changed, 1024)).toBe(changed === plain)
      },
    ),
  )
})
