import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect } from 'vitest'
import type { Answer } from '../../shared/adapters/http/answer.ts'
import type { Log, LogEntry } from '../../shared/observability/log.ts'

export const traceId = 'JKJaXmPLvHcESHA='
export const problemPages = 'https://pages.example/problems/'

export interface Asking {
  /** `{service}` of the route; none for the doors that have no service. */
  readonly service?: string
  /** The raw query, without the question mark. */
  readonly query?: string
  /** As API Gateway hands them over: one text per cookie. */
  readonly cookies?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
}

/** An HTTP API event, payload format 2.0, with what API Gateway always sends. */
export const anEvent = ({ service, query = '', cookies, headers = {} }: Asking = {}): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: 'GET /{service}/door',
  rawPath: '/somewhere',
  rawQueryString: query,
  headers: { ...headers },
  ...(cookies === undefined ? {} : { cookies: [...cookies] }),
  ...(service === undefined ? {} : { pathParameters: { service } }),
  isBase64Encoded: false,
  requestContext: {
    accountId: '111122223333',
    apiId: 'api',
    domainName: 'api.example',
    domainPrefix: 'api',
    http: { method: 'GET', path: '/somewhere', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: traceId,
    routeKey: 'GET /{service}/door',
    stage: '$default',
    time: '24/Nov/2026:12:00:00 +0000',
    timeEpoch: 1_795_521_600_000,
  },
})

export const aBrowser = { accept: 'text/html,application/xhtml+xml', 'sec-fetch-dest': 'document' }

/** A log that remembers. */
export const listening = () => {
  const said: LogEntry[] = []
  const traces = new Set<string>()
  const log: Log = {
    say: (trace, entry) => {
      traces.add(trace)
      said.push(entry)
    },
  }
  return { log, said, traces }
}

/** What every answer carries, whoever gives it. */
export const expectGuarded = (answer: Answer, caching = 'no-store'): void => {
  expect(answer.headers).toMatchObject({
    'cache-control': caching,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
    'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
  })
}

export const bodyOf = (answer: Answer): unknown => JSON.parse(answer.body ?? '')

/** The forms of unreadable input every parameter is refused in. */
export const unreadable = (name: string): readonly (readonly [what: string, query: string])[] => [
  ['repeated', `${name}=one&${name}=two`],
  ['repeated, once in another spelling', `${name}=one&%${name.charCodeAt(0).toString(16)}${name.slice(1)}=two`],
  ['too long', `${name}=${'x'.repeat(2049)}`],
  ['with a line break', `${name}=a%0D%0Ab`],
  ['with a NUL', `${name}=a%00b`],
  ['with a letter outside ASCII', `${name}=caf%C3%A9`],
  ['with broken UTF-8', `${name}=%FF`],
]
