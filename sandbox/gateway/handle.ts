import {
  type Answer,
  answerOf,
  internalServerError,
  notFound,
  serviceUnavailable,
  tooLarge,
  tooManyRequests,
} from './answer.ts'
import type { HttpApi, Route } from './api.ts'
import { preflightHeaders, withCors } from './cors.ts'
import { eventOf } from './event.ts'
import { mayInvoke } from './permission.ts'
import type { ReceivedRequest } from './request.ts'
import { findRoute, type Match } from './routing.ts'
import { type TokenBucket, tokenBucket } from './throttle.ts'

export interface Handled {
  readonly answer: Answer
  readonly routeKey: string
  readonly integrationLatency?: number
  readonly integrationStatus?: number
  readonly integrationError?: string
}

const sourceArn = (api: HttpApi, route: Route, method: string): string => {
  const path = route.key === '$default' ? '/$default' : `/${method}${route.key.split(' ')[1] ?? ''}`
  return `arn:aws:execute-api:${api.region}:${api.accountId}:${api.id}/$default${path}`
}

const permitted = (api: HttpApi, route: Route, method: string): boolean =>
  mayInvoke(api.permissions, {
    functionName: route.target.definition.name,
    functionArn: route.target.definition.arn,
    sourceArn: sourceArn(api, route, method),
    accountId: api.accountId,
  })

/** Lambda takes an event of at most 6 MB when it is asked to answer at once; what is above never reaches the function. */
const largestEvent = 6 * 1024 * 1024

const late: unique symbol = Symbol('the integration took too long')

const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T | typeof late> => {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<typeof late>((resolve) => {
    timer = setTimeout(resolve, milliseconds, late)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

const integrate = async (api: HttpApi, match: Match, request: ReceivedRequest): Promise<Omit<Handled, 'routeKey'>> => {
  const { route } = match
  if (!permitted(api, route, request.method)) {
    const integrationError = `The API may not invoke ${route.target.definition.name}: no AWS::Lambda::Permission allows it.`
    return { answer: internalServerError, integrationError }
  }
  const event = eventOf(api, match, request)
  if (Buffer.byteLength(JSON.stringify(event)) > largestEvent)
    return { answer: tooLarge, integrationError: `Request must be smaller than ${largestEvent} bytes` }
  const started = Date.now()
  const result = await within(route.timeout, route.target.invoke(event))
  const integrationLatency = Date.now() - started
  if (result === late)
    return {
      answer: serviceUnavailable,
      integrationLatency,
      integrationError: 'Endpoint request timed out',
    }
  if (!result.ok)
    return {
      answer: internalServerError,
      integrationLatency,
      integrationStatus: 200,
      integrationError: result.error.errorMessage,
    }
  return { answer: answerOf(result.payload), integrationLatency, integrationStatus: 200 }
}

const preflight = (api: HttpApi, { headers, method }: ReceivedRequest): Answer | undefined => {
  if (api.cors === undefined || method !== 'OPTIONS') return undefined
  const cors = preflightHeaders(api.cors, headers['origin'], headers['access-control-request-method'])
  return { status: 204, headers: cors, cookies: [], body: Buffer.alloc(0) }
}

/** Answers requests for one API. Each route has its own bucket, filled as the stage says. */
export const requestHandler = (api: HttpApi) => {
  const buckets = new Map<string, TokenBucket>()
  for (const { key, throttle } of api.routes) if (throttle !== undefined) buckets.set(key, tokenBucket(throttle))

  return async (request: ReceivedRequest): Promise<Handled> => {
    const early = preflight(api, request)
    if (early !== undefined) return { answer: early, routeKey: '-' }
    const match = findRoute(api.routes, request.method, request.path)
    const dress = (answer: Answer): Answer => ({
      ...answer,
      headers: withCors(answer.headers, api.cors, request.headers['origin']),
    })
    if (match === undefined) return { answer: dress(notFound), routeKey: '-' }
    const routeKey = match.route.key
    const free = buckets.get(routeKey)?.take(request.at.getTime()) ?? true
    if (!free) return { answer: dress(tooManyRequests), routeKey }
    const { answer, ...rest } = await integrate(api, match, request)
    return { answer: dress(answer), routeKey, ...rest }
  }
}
