import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../shared/adapters/http/answer.ts'
import { type RefusalCode, refusals } from '../../shared/kernel/codes.ts'
import type { LogEntry } from '../../shared/observability/log.ts'
import { type Asking, anEvent, listening } from './asking.ts'
import { type Doors, doors } from './doors.ts'

/**
 * Whatever a stranger sends: no handler throws, no answer may be kept by a cache, and nothing that was sent comes back, neither
 * in the answer nor in the log.
 */
const ours = new Set(['omera-bank', 'open-account'])

/** Runs of nine characters of the request that are in the answer or the log and would not be there without the request. */
const echoes = (event: APIGatewayProxyEventV2, told: string, silent: string): readonly string[] => {
  const query = new URLSearchParams(event.rawQueryString)
  const given = [
    event.rawQueryString,
    ...query.keys(),
    ...query.values(),
    ...(event.cookies ?? []),
    ...Object.values(event.headers).map(String),
    ...Object.values(event.pathParameters ?? {}).map(String),
  ].filter((text) => !ours.has(text))
  const runs = given.flatMap((text) =>
    Array.from({ length: Math.max(0, text.length - 8) }, (_, at) => text.slice(at, at + 9)),
  )
  return runs.filter((run) => told.includes(run) && !silent.includes(run))
}

/** Every text the product can say of itself: all codes and titles, and what the doors say when asked for nothing. */
const whatIsSaidAnyway = async (door: Doors): Promise<string> => {
  const said: string[] = [
    JSON.stringify(refusals),
    'parameter-invalid',
    'application/problem+json',
    'text/html; charset=utf-8',
  ]
  for (const asking of [{}, { service: 'omera-bank' }, { service: 'omera-bank', query: 'act=open-account' }])
    for (const headers of [{}, { accept: 'text/html' }]) {
      const { log, said: entries } = listening()
      for (const code of [undefined, 'session-expired', 'store-unavailable'] as const)
        said.push(textOf(await door(log, code)(anEvent({ ...asking, headers })), entries))
    }
  for (const name of ['act', 'return_to', 'ui_locales', 'state', 'code', 'iss', 'error'])
    said.push(`${name} is repeated`, `${name} is too long or has characters it may not have`)
  return said.join('\n')
}

const textOf = (answer: Answer, entries: readonly LogEntry[]): string => {
  const { statusCode, headers, cookies, body } = answer
  const plain = [...Object.entries(headers ?? {}).flat(), ...(cookies ?? []), body ?? ''].map(String)
  // As it is, and as it would read decoded: an echo in an address or in JSON is an echo.
  return [statusCode, ...plain, ...plain.map(decoded), JSON.stringify(entries), ...entries.flatMap(Object.values)].join(
    '\n',
  )
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
  fc.constantFrom(
    'open-account',
    'https://evil.example/path',
    '<script>alert(1)</script>',
    'null',
    '/account',
    '\r\nset-cookie: a=b',
  ),
  fc.string({ minLength: 2049, maxLength: 2100 }),
)
const name = fc.oneof(
  fc.constantFrom('act', 'return_to', 'ui_locales', 'state', 'code', 'iss', 'error', 'error_description'),
  text,
)
const query = fc.oneof(
  fc.array(fc.tuple(name, text), { maxLength: 8 }).map((pairs) => new URLSearchParams(pairs).toString()),
  fc.string({ maxLength: 200 }),
)
const cookie = fc.oneof(
  fc
    .tuple(fc.constantFrom('__Host-omera-bank-login', '__Host-omera-bank-session', 'other'), text)
    .map((pair) => pair.join('=')),
  fc.stringMatching(/^__Host-omera-bank-login=[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{43}$/),
  text,
)
const cookies: fc.Arbitrary<Pick<Asking, 'cookies' | 'headers'>> = fc.oneof(
  fc.array(cookie, { maxLength: 5 }).map((list) => ({ cookies: list })),
  fc.array(cookie, { maxLength: 5 }).map((list) => ({ headers: { cookie: list.join('; ') } })),
)
const request = fc
  .record({
    service: fc.oneof(fc.constant('omera-bank'), text),
    query,
    cookies,
    accept: fc.oneof(fc.constant('text/html'), fc.constant('*/*'), text),
    origin: fc.option(text, { nil: undefined }),
    destination: fc.option(fc.oneof(fc.constant('document'), text), { nil: undefined }),
  })
  .map(({ service, query, cookies, accept, origin, destination }) => {
    const headers = {
      accept,
      ...cookies.headers,
      ...(origin === undefined ? {} : { origin }),
      ...(destination === undefined ? {} : { 'sec-fetch-dest': destination }),
    }
    return anEvent({ ...cookies, service, query, headers })
  })

const codes = Object.keys(refusals).filter((code): code is RefusalCode => Object.hasOwn(refusals, code))
const end = fc.option(fc.constantFrom(...codes), { nil: undefined })

describe.each(Object.entries(doors))('whatever is sent to %s', (name, door) => {
  test('it answers, nothing is cached, and nothing comes back', async () => {
    const silent = await whatIsSaidAnyway(door)
    await fc.assert(
      fc.asyncProperty(request, end, async (event, code) => {
        const { log, said } = listening()
        const answer = await door(log, code)(event)
        expect(answer.statusCode).toBeGreaterThanOrEqual(200)
        expect(answer.headers?.['cache-control']).toBe(
          name === 'authorization-server' || name === 'openapi' || (name === 'jwks' && code === undefined)
            ? 'public, max-age=300'
            : 'no-store',
        )
        expect(echoes(event, textOf(answer, said), silent)).toEqual([])
        expect(said).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })
})

test('an answer that repeats what was sent would be found', () => {
  const event = anEvent({ query: 'return_to=https%3A%2F%2Fevil.example', headers: { accept: 'text/html' } })
  const reflecting: Answer = { statusCode: 400, headers: {}, body: 'no way to https://evil.example' }
  expect(echoes(event, textOf(reflecting, []), '')).toContain('https://e')
  const encoded: Answer = { statusCode: 303, headers: { location: 'https://a.example/?r=https%3A%2F%2Fevil.example' } }
  expect(echoes(event, textOf(encoded, []), '')).toContain('evil.exam')
  expect(
    echoes(event, textOf({ statusCode: 400 }, [{ code: 'handler-crashed', error: 'https://evil.example' }]), ''),
  ).toContain('evil.exam')
})
