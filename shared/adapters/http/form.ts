import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { type Refusal, refusal } from '../../kernel/codes.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'

/** An honest request has less than 4 kB; RSA assertions and a proof's sibling parameters fit many times over. */
const largestBody = 64 * 1024

/** RFC 6749 Appendix B: UTF-8, whether or not the header says so. */
const formType = /^application\/x-www-form-urlencoded(?:[ \t]*;[ \t]*charset="?utf-8"?)?[ \t]*$/i

/** More than any request of OAuth has. */
const mostParameters = 32

/**
 * The body of a request as form parameters (RFC 6749 §3.2): each at most once, an empty one left out. What two readers could
 * read differently, a broken escape or bytes that are no UTF-8, is refused and not repaired.
 */
export const readForm = (event: APIGatewayProxyEventV2): Result<ReadonlyMap<string, string>, Refusal> => {
  if (!formType.test(event.headers['content-type'] ?? '')) return refused(refusal('media-type-unsupported'))
  const body = bytesOf(event)
  if (body.length > largestBody) return refused(refusal('body-too-large'))
  const text = body.toString('latin1')
  if (!/^[\x21-\x7e]*$/.test(text)) return refused(refusal('parameter-invalid', 'the body is not escaped'))
  return parametersOf(text)
}

/** API Gateway hands over text as it is and what it takes for binary in base64, by the content type. */
const bytesOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): Buffer =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')

const parametersOf = (text: string): Result<ReadonlyMap<string, string>, Refusal> => {
  const wrong = (detail: string) => refused(refusal('parameter-invalid', detail))
  const pairs = text === '' ? [] : text.split('&')
  if (pairs.length > mostParameters) return wrong('too many parameters')
  const parameters = new Map<string, string>()
  for (const pair of pairs) {
    const [name, value, ...more] = pair.split('=').map(unescaped)
    if (name === undefined || value === undefined || name === '' || more.length > 0) return wrong('not a form')
    if (parameters.has(name)) return wrong('a parameter is repeated')
    parameters.set(name, value)
  }
  // RFC 6749 §3.2: parameters sent without a value are treated as if they were omitted.
  return ok(new Map([...parameters].filter(([, value]) => value !== '')))
}

const unescaped = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
