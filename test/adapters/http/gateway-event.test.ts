import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEvent, visibleCharacters } from '../../../shared/adapters/http/gateway-event.ts'
import { anEvent } from '../../functions/asking.ts'

const parameter = (query: string, name = 'state') => readEvent(anEvent({ query })).parameter(name, visibleCharacters)
const refusedAs = (detail: string) => ({ ok: false, refusal: { code: 'parameter-invalid', detail } })

describe('a parameter', () => {
  test.each([
    ['as it is', 'state=abc', 'abc'],
    ['percent-encoded', 'state=a%2Bb%26c%3D', 'a+b&c='],
    ['with a plus for a space', 'state=a+b', 'a b'],
    ['with a comma of its own', 'state=a,b', 'a,b'],
    ['with an equals sign of its own', 'state=a=b', 'a=b'],
    ['of the longest length', `state=${'x'.repeat(2048)}`, 'x'.repeat(2048)],
    ['absent', 'other=abc', undefined],
    ['empty', 'state=', undefined],
    ['without a value', 'state', undefined],
    ['in another case, which is another parameter', 'State=abc', undefined],
  ])('%s', (_, query, value) => {
    expect(parameter(query)).toEqual({ ok: true, value })
  })

  test.each([
    ['twice with the same value', 'state=a&state=a'],
    ['twice, the first one empty', 'state=&state=a'],
    ['twice, the name spelt another way', 'state=a&st%61te=b'],
  ])('%s is refused', (_, query) => {
    expect(parameter(query)).toEqual(refusedAs('state is repeated'))
  })

  test.each([
    ['one character too long', `state=${'x'.repeat(2049)}`],
    ['with a control character', 'state=a%0Ab'],
    ['with DEL', 'state=a%7Fb'],
    ['outside ASCII', 'state=%C3%A9'],
    ['of broken UTF-8', 'state=%C3'],
    ['with a letter that only looks like one of ours', 'state=%D0%B0'],
  ])('%s is refused', (_, query) => {
    expect(parameter(query)).toEqual(refusedAs('state is too long or has characters it may not have'))
  })

  test('is never refused in the words of the request', async () => {
    await fc.assert(
      fc.property(fc.string({ maxLength: 3000 }), fc.string({ maxLength: 3000 }), (one, other) => {
        const query = new URLSearchParams([
          ['state', one],
          ['state', other],
        ]).toString()
        expect(parameter(query)).toEqual(refusedAs('state is repeated'))
      }),
    )
  })

  test('that is accepted is what was sent', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (value) => {
        expect(parameter(new URLSearchParams({ state: value }).toString())).toEqual({ ok: true, value })
      }),
    )
  })
})

describe('the rest of an event', () => {
  test('service and reference', () => {
    expect(readEvent(anEvent({ service: 'visa' }))).toMatchObject({
      service: 'visa',
      traceId: expect.stringMatching(/./),
    })
    expect(readEvent(anEvent()).service).toBe('')
  })

  test.each([
    ['text/html,application/xhtml+xml,*/*;q=0.8', true],
    ['application/json', false],
    ['*/*', false],
    ['', false],
  ])('accept "%s": wants a page, %s', (accept, wantsPage) => {
    expect(readEvent(anEvent({ headers: { accept } })).wantsPage).toBe(wantsPage)
    expect(readEvent(anEvent()).wantsPage).toBe(false)
  })

  test('where a browser says the answer goes', () => {
    expect(readEvent(anEvent({ headers: { 'sec-fetch-dest': 'image' } })).destination).toBe('image')
    expect(readEvent(anEvent()).destination).toBeUndefined()
  })

  test('which page asks', () => {
    expect(readEvent(anEvent({ headers: { origin: 'https://bank.example' } })).origin).toBe('https://bank.example')
    expect(readEvent(anEvent()).origin).toBeUndefined()
  })

  test('its cookies', () => {
    expect(readEvent(anEvent({ cookies: ['a=1', 'b=2'] })).cookie('b')).toBe('2')
  })
})
