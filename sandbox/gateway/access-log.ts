import type { Answer } from './answer.ts'
import type { HttpApi } from './api.ts'
import { logTime } from './event.ts'
import type { ReceivedRequest } from './request.ts'

export interface LoggedExchange {
  readonly request: ReceivedRequest
  readonly answer: Answer
  readonly routeKey: string
  /** Milliseconds. */
  readonly latency: number
  readonly integrationLatency?: number
  /** Lambda's own status: 200 also when the function failed. */
  readonly integrationStatus?: number
  readonly integrationError?: string
}

type Variables = Readonly<Record<string, (exchange: LoggedExchange, api: HttpApi) => string | number | undefined>>

/**
 * The `$context` variables that this gateway fills
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html).
 * None of them carries the query string.
 */
const variables: Variables = {
  accountId: (_, api) => api.accountId,
  apiId: (_, api) => api.id,
  domainName: ({ request }) => (request.headers['host'] ?? '').split(':')[0],
  'error.message': ({ answer }) => answer.error?.message,
  'error.responseType': ({ answer }) => answer.error?.responseType,
  extendedRequestId: ({ request }) => request.requestId,
  httpMethod: ({ request }) => request.method,
  'identity.sourceIp': ({ request }) => request.sourceIp,
  'identity.userAgent': ({ request }) => request.headers['user-agent'],
  'integration.error': ({ integrationError }) => integrationError,
  'integration.integrationStatus': ({ integrationStatus }) => integrationStatus,
  'integration.latency': ({ integrationLatency }) => integrationLatency,
  integrationErrorMessage: ({ integrationError }) => integrationError,
  integrationStatus: ({ integrationStatus }) => integrationStatus,
  integrationLatency: ({ integrationLatency }) => integrationLatency,
  path: ({ request }) => request.path,
  protocol: ({ request }) => request.protocol,
  requestId: ({ request }) => request.requestId,
  requestTime: ({ request }) => logTime(request.at),
  requestTimeEpoch: ({ request }) => Math.floor(request.at.getTime() / 1000),
  responseLatency: ({ latency }) => latency,
  responseLength: ({ answer }) => answer.body.length,
  routeKey: ({ routeKey }) => routeKey,
  stage: () => '$default',
  status: ({ answer }) => answer.status,
}

const pattern = /\$context\.([A-Za-z]+(?:\.[A-Za-z]+)*)/g

/** Variables a format names that this gateway cannot fill. */
export const unknownVariables = (format: string): readonly string[] =>
  [...format.matchAll(pattern)].map(([, name]) => name ?? '').filter((name) => !(name in variables))

const quoted = (text: string): string => JSON.stringify(text).slice(1, -1)

/** One line in the template's format; a variable without a value is `-`. */
export const accessLogLine = (format: string, exchange: LoggedExchange, api: HttpApi): string =>
  format.replace(pattern, (_, name: string) => quoted(String(variables[name]?.(exchange, api) ?? '-')))
