import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { type Refusal, refusal } from '../../kernel/codes.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { cookieOf } from './cookies.ts'

/** An HTTP API event, payload format 2.0, as what we need of it. */
export interface Asked {
  /** `{service}` of the route, or an empty text, which names no service. */
  readonly service: string
  readonly traceId: string
  /** Whether a person with a browser is asking, who wants a page, and not a program, which wants JSON. */
  readonly wantsPage: boolean
  /** Fetch Metadata: where the answer will go, when the browser says so. */
  readonly destination: string | undefined
  /** Which page asks, when a script does (Fetch standard, `Origin` header). */
  readonly origin: string | undefined
  /**
   * The value of a query parameter, read from the raw query: API Gateway joins repeated parameters with a comma, which would
   * hide that there were two. Absent or empty is `undefined`; repeated, too long or with characters outside `allowed` is refused.
   */
  parameter(name: string, allowed: RegExp): Result<string | undefined, Refusal>
  /** Whether the query has this parameter at all, even empty. */
  has(name: string): boolean
  cookie(name: string): string | undefined
}

/** Longer than anything a provider or a portal sends; checked before any store is asked. */
const longestParameter = 2048

/** RFC 3986 §2: what is not visible ASCII travels escaped. */
const escapedQuery = /^[\x21-\x7e]*$/

/** RFC 6749 Appendix A: VSCHAR, the alphabet of `code` and `state`. */
export const visibleCharacters = /^[\x20-\x7e]*$/

export const readEvent = (event: APIGatewayProxyEventV2): Asked => {
  const query = new URLSearchParams(event.rawQueryString)
  return {
    service: event.pathParameters?.['service'] ?? '',
    traceId: event.requestContext.requestId,
    wantsPage: (event.headers['accept'] ?? '').includes('text/html'),
    destination: event.headers['sec-fetch-dest'],
    origin: event.headers['origin'],
    parameter: (name, allowed) => {
      // Readers disagree about a broken escape beside a character that should have been escaped.
      if (!escapedQuery.test(event.rawQueryString))
        return refused(refusal('parameter-invalid', 'the query is not escaped'))
      const values = query.getAll(name)
      if (values.length > 1) return refused(refusal('parameter-invalid', `${name} is repeated`))
      const value = values[0] === '' ? undefined : values[0]
      if (value !== undefined && (value.length > longestParameter || !allowed.test(value)))
        return refused(refusal('parameter-invalid', `${name} is too long or has characters it may not have`))
      return ok(value)
    },
    has: (name) => query.has(name),
    cookie: (name) => cookieOf(event, name),
  }
}
