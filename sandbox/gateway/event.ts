import { randomBytes } from 'node:crypto'
import type { HttpApi } from './api.ts'
import type { ReceivedRequest } from './request.ts'
import type { Match } from './routing.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `12/Mar/2020:19:03:58 +0000`, the form of the Common Log Format. */
export const logTime = (at: Date): string => {
  const [date = '', time = ''] = at.toISOString().split('T')
  const [year, month, day] = date.split('-')
  return `${day}/${months[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`
}

/** Decoded parameters, those given twice joined by comma. */
const queryParameters = (query: string): Readonly<Record<string, string>> | undefined => {
  if (query === '') return undefined
  const parameters: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = parameters[name] === undefined ? value : `${parameters[name]},${value}`
  }
  return parameters
}

/** Text goes as it is; everything else, forms included, as base64 (as seen from real HTTP APIs). */
const isText = (contentType: string): boolean =>
  /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml)))/i.test(contentType)

const bodyOf = ({ body, headers }: ReceivedRequest) => {
  if (body.length === 0) return { isBase64Encoded: false }
  const text = isText(headers['content-type'] ?? 'text/plain')
  return { body: body.toString(text ? 'utf8' : 'base64'), isBase64Encoded: !text }
}

const forwarded = ({ headers, sourceIp }: ReceivedRequest): Readonly<Record<string, string>> => {
  const before = headers['x-forwarded-for']
  const trace = `1-${Math.floor(Date.now() / 1000).toString(16)}-${randomBytes(12).toString('hex')}`
  return {
    ...headers,
    'x-amzn-trace-id': headers['x-amzn-trace-id'] ?? `Root=${trace}`,
    'x-forwarded-for': before === undefined ? sourceIp : `${before}, ${sourceIp}`,
    'x-forwarded-port': (headers['host'] ?? '').split(':')[1] ?? '80',
    'x-forwarded-proto': 'http',
  }
}

const contextOf = (api: HttpApi, routeKey: string, request: ReceivedRequest) => {
  const domainName = (request.headers['host'] ?? 'localhost').split(':')[0] ?? 'localhost'
  return {
    accountId: api.accountId,
    apiId: api.id,
    domainName,
    domainPrefix: domainName.split('.')[0],
    http: {
      method: request.method,
      path: request.path,
      protocol: request.protocol,
      sourceIp: request.sourceIp,
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: request.requestId,
    routeKey,
    stage: '$default',
    time: logTime(request.at),
    timeEpoch: request.at.getTime(),
  }
}

/**
 * The event of payload format 2.0
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 * Members without content (`cookies`, `queryStringParameters`, `pathParameters`, `body`) are left out, as AWS does.
 */
export const eventOf = (api: HttpApi, { route, pathParameters }: Match, request: ReceivedRequest) => {
  const parameters = queryParameters(request.query)
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: request.path,
    rawQueryString: request.query,
    ...(request.cookies.length === 0 ? {} : { cookies: request.cookies }),
    headers: forwarded(request),
    ...(parameters === undefined ? {} : { queryStringParameters: parameters }),
    requestContext: contextOf(api, route.key, request),
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters }),
    ...bodyOf(request),
  }
}
