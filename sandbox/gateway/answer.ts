/** What goes back to the caller. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly body: Buffer
  /** Set when the gateway, not the function, made this answer. */
  readonly error?: { readonly message: string; readonly responseType: string }
}

/** API Gateway's own answers: a JSON object with one `message`. */
const gatewayAnswer = (status: number, message: string, responseType: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: Buffer.from(JSON.stringify({ message })),
  error: { message, responseType },
})

export const badRequest = gatewayAnswer(400, 'Bad Request', 'BAD_REQUEST')
export const forbidden = gatewayAnswer(403, 'Forbidden', 'ACCESS_DENIED')
export const notFound = gatewayAnswer(404, 'Not Found', 'NOT_FOUND')
export const tooLarge = gatewayAnswer(413, 'Request Entity Too Large', 'REQUEST_TOO_LARGE')
export const tooManyRequests = gatewayAnswer(429, 'Too Many Requests', 'THROTTLED')
export const headersTooLarge = gatewayAnswer(431, 'Request Header Fields Too Large', 'BAD_REQUEST')
export const internalServerError = gatewayAnswer(500, 'Internal Server Error', 'INTEGRATION_FAILURE')
export const serviceUnavailable = gatewayAnswer(503, 'Service Unavailable', 'INTEGRATION_TIMEOUT')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Without a `statusCode` the whole result is the body of a 200, as JSON (response inference of payload format 2.0). */
const inferred = (result: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: Buffer.from(typeof result === 'string' ? result : JSON.stringify(result)),
})

const headersOf = (value: unknown): Readonly<Record<string, string>> | undefined => {
  if (value === undefined || value === null) return {}
  if (!isRecord(value)) return undefined
  const scalar = Object.values(value).every((part) => ['string', 'number', 'boolean'].includes(typeof part))
  if (!scalar) return undefined
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name.toLowerCase(), String(part)]))
}

const cookiesOf = (value: unknown): readonly string[] | undefined => {
  if (value === undefined || value === null) return []
  const strings = Array.isArray(value) ? value.filter((part) => typeof part === 'string') : []
  return Array.isArray(value) && strings.length === value.length ? strings : undefined
}

const bodyOf = (value: unknown, base64: unknown): Buffer | undefined => {
  if (value === undefined || value === null) return Buffer.alloc(0)
  return typeof value === 'string' ? Buffer.from(value, base64 === true ? 'base64' : 'utf8') : undefined
}

/**
 * Reads what a function returned. A malformed answer (a body that is not text, cookies that are not a list, …)
 * is 500 to the caller, as in AWS.
 */
export const answerOf = (payload: string): Answer => {
  const result: unknown = JSON.parse(payload)
  if (!isRecord(result) || result['statusCode'] === undefined) return inferred(result)
  const status = Number(result['statusCode'])
  const headers = headersOf(result['headers'])
  const cookies = cookiesOf(result['cookies'])
  const body = bodyOf(result['body'], result['isBase64Encoded'])
  const valid = Number.isInteger(status) && status >= 100 && status <= 599
  if (!valid || headers === undefined || cookies === undefined || body === undefined) return internalServerError
  const type = body.length > 0 ? { 'content-type': 'text/plain; charset=utf-8' } : {}
  return { status, headers: { ...type, ...headers }, cookies, body }
}
