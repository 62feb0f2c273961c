import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

export type Answer = APIGatewayProxyStructuredResultV2

/** Everything here is about somebody: nothing is cached, nothing is sniffed, no address leaks to the next page. */
const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
} as const

export const json = (statusCode: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  statusCode,
  headers: { ...always, 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

export const page = (statusCode: number, html: string): Answer => ({
  statusCode,
  headers: { ...always, 'content-type': 'text/html; charset=utf-8' },
  body: html,
})

/** 303 and never 307: whatever was sent here must not be sent on (RFC 9700 §4.12). */
export const seeOther = (location: URL | string, cookies: readonly string[] = []): Answer => ({
  statusCode: 303,
  headers: { ...always, location: location.toString() },
  ...(cookies.length === 0 ? {} : { cookies: [...cookies] }),
})
