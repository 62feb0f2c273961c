import { Fault } from '../../kernel/fault.ts'
import { parseStrictJson } from '../json/strict-json.ts'
import { isUntrustedLine } from './untrusted-line.ts'

/** Bounds of one request to a provider. */
export interface Bounds {
  readonly milliseconds: number
  readonly bytes: number
}

/** What both engines hand over: theirs allows members to be present and undefined. */
export interface BoundedInit {
  readonly method?: string
  readonly headers?: Record<string, string> | Headers
  readonly body?: URLSearchParams | string | null | undefined
  readonly signal?: AbortSignal | undefined
}

export type BoundedFetch = (input: string | URL, init?: BoundedInit) => Promise<Response>

/**
 * `fetch` that ends: by time, and by size, counted after decompression. A redirect is not followed but refused (RFC 9700
 * §4.12), and JSON that two readers could read differently is refused before either engine sees it. Everything a provider
 * sends passes through here.
 *
 * @throws Fault with `answer-too-large`, `redirect-refused`, `json-duplicate-member` or `json-too-deep`; whatever `fetch` throws
 */
export const boundedFetch =
  ({ milliseconds, bytes }: Bounds): BoundedFetch =>
  async (input, init = {}) => {
    const deadline = AbortSignal.timeout(milliseconds)
    const { body: sent, signal: given, ...rest } = init
    const signal = given === undefined ? deadline : AbortSignal.any([given, deadline])
    const response = await fetch(input, { ...rest, body: sent ?? null, redirect: 'manual', signal })
    if (redirects.has(response.status)) {
      await response.body?.cancel()
      throw new Fault('redirect-refused', `answered ${response.status}`)
    }
    const body = await readAtMost(response, bytes)
    if (isJson(response)) refuseUnsafeJson(body)
    return new Response(nullBodyStatus.has(response.status) ? null : body, {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    })
  }

const redirects = new Set([301, 302, 303, 307, 308])

/** Statuses with which a `Response` may not be given a body (Fetch standard). */
const nullBodyStatus = new Set([101, 103, 204, 205, 304])

const readAtMost = async (response: Response, bytes: number): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of response.body ?? []) {
    total += chunk.byteLength
    if (total > bytes) throw new Fault('answer-too-large', `more than ${bytes} bytes`)
    chunks.push(chunk)
  }
  const whole = new Uint8Array(total)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

const isJson = (response: Response): boolean =>
  /^application\/(?:[a-z0-9.+-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')

/** What is no JSON at all is left to whoever wanted JSON: it has its own words for that. */
const refuseUnsafeJson = (body: Uint8Array): void => {
  // RFC 8259 §8.1: not to be added; some readers skip it, some stumble.
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf)
    throw new Fault('provider-answer-invalid', 'byte order mark')
  try {
    parseStrictJson(new TextDecoder().decode(body))
  } catch (error) {
    if (error instanceof Fault) throw error
  }
}

/** Whether the request certainly never reached the other side, so that nothing there can have happened. */
export const neverLeft = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(systemCode(error)) ||
  isUntrustedLine(systemCode(error))

/** Whether the other side took no connection, or broke one off; silence and answers that are none do not count. */
export const brokeOff = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(systemCode(error))

/** What the system or its HTTP client calls the reason why a `fetch` failed. */
const systemCode = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : ''
}
