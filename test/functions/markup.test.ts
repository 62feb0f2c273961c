import { describe, expect, test } from 'vitest'
import { markup } from '../../sandbox/attacks/markup.ts'
import { type Asking, anEvent, listening } from './asking.ts'
import { doors } from './doors.ts'

const pageVisit = { accept: 'text/html', 'sec-fetch-dest': 'document' }

const inQuery =
  (name: string) =>
  (text: string): Asking => ({
    service: 'omera-bank',
    query: new URLSearchParams({ [name]: text }).toString(),
    headers: pageVisit,
  })

const places: Readonly<Record<string, (text: string) => Asking>> = {
  'the service': (text) => ({ service: text, headers: pageVisit }),
  'the name of a parameter': (text) => inQuery(text)('x'),
  ...Object.fromEntries(
    ['act', 'return_to', 'ui_locales', 'state', 'code', 'iss', 'error', 'error_description'].map((name) => [
      `the parameter ${name}`,
      inQuery(name),
    ]),
  ),
  'the query, unescaped': (text) => ({ service: 'omera-bank', query: `act=${text}&state=${text}`, headers: pageVisit }),
  cookies: (text) => ({
    service: 'omera-bank',
    cookies: [`__Host-omera-bank-login=${text}`, `__Host-omera-bank-session=${text}`, `${text}=${text}`],
    headers: pageVisit,
  }),
  headers: (text) => ({
    service: 'omera-bank',
    headers: { accept: `text/html ${text}`, origin: text, host: text, referer: text, 'user-agent': text },
  }),
}

/** Every string in every place at every door, with an answer of each kind: nothing comes back, as it was or escaped. */
describe.each(Object.entries(places))('scripts in %s', (_, askingWith) => {
  test.each(Object.entries(doors))('%s shows none of them', async (_, door) => {
    const reflected: string[] = []
    for (const text of markup)
      for (const code of [undefined, 'transaction-unknown', 'session-expired'] as const) {
        const { log, said } = listening()
        const answer = await door(log, code)(anEvent(askingWith(text)))
        if (JSON.stringify([answer, said]).toLowerCase().includes('vo19')) reflected.push(text)
      }
    expect(reflected).toEqual([])
  })
})

test('there are about two hundred, all different, and each would be found again however it is escaped', () => {
  expect(new Set(markup).size).toBe(markup.length)
  expect(markup.length).toBeGreaterThan(190)
  for (const text of markup)
    for (const escaped of [text, encodeURIComponent(text), JSON.stringify(text), text.replaceAll('<', '&lt;')])
      expect(escaped.toLowerCase()).toContain('vo19')
})
